import Foundation
import TextCore
import Testing

@testable import Transcript

/// Fixtures: the input, `====`, then what must be read, one line each.
struct ReaderTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures/Readers")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func describe(_ reading: (draft: Draft, form: TranscriptForm, diagnostics: [Diagnostic])) -> [String]
  {
    let draft = reading.draft
    var lines = ["form \(reading.form.rawValue)"]
    lines += draft.header.map { "header \($0.name)=\(draft.text.string($0.value))" }
    lines += draft.turns.map { turn in
      let time = turn.time.map { "\($0.start)-\($0.end)|" } ?? ""
      return "\(draft.speakers[turn.speaker].key)|\(time)\(draft.string(turn))"
    }
    return lines + Set(reading.diagnostics.map(\.code)).sorted().map { "diagnostic \($0)" }
  }

  static func fixture(_ name: String) throws -> (input: String, expected: [String]) {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let parts = text.components(separatedBy: "\n====\n")
    return (parts[0], parts[1].split(separator: "\n").map(String.init))
  }

  @Test(arguments: names)
  func form(_ name: String) throws {
    let (input, expected) = try Self.fixture(name)
    #expect(Self.describe(TranscriptReading.draft(SourceText(input))) == expected)
  }

  @Test(arguments: names)
  func lineEndsDoNotMatter(_ name: String) throws {
    let (input, expected) = try Self.fixture(name)
    let windows = input.replacingOccurrences(of: "\n", with: " \r\n") + "\r\n\r\n"
    #expect(Self.describe(TranscriptReading.draft(SourceText(windows))) == expected)
  }

  @Test(arguments: TranscriptForm.allCases)
  func everyFormTakesEmptyInput(_ form: TranscriptForm) {
    for text in ["", "\n", " ", "\u{0}", "：", "{", "["] {
      let reading = TranscriptReading.draft(SourceText(text), form: form)
      #expect(reading.form == form)
    }
  }

  @Test func linesKeepTheirCount() {
    let draft = TranscriptReading.lines(SourceText("审判员：一\n\n  二 \r\n时间：三"))
    #expect(draft.turns.map(draft.string) == ["审判员：一", "二", "时间：三"])
    #expect(draft.isLines)
  }

  @Test func detectorSaysWhy() {
    #expect(FormDetector.detect(SourceText("审:开庭\n原:好")).reason == "前 2 行里有 2 行带标签，其中 2 行是简写")
  }
}
