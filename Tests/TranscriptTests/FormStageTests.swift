import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct FormStageTests {
  static func run(_ stages: [any SpeechStage], _ text: String) -> TracedText {
    var traced = TracedText(SourceText(text))
    for stage in stages {
      var edits: [Edit] = []
      stage.appendEdits(in: traced.bytes, range: 0..<traced.bytes.count, to: &edits)
      traced.apply(edits)
    }
    return traced
  }

  /// `\u{200B}` in fixtures stands for the character.
  static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "\\u{"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      result += rest[..<start.lowerBound]
      if let scalar = UInt32(rest[start.upperBound..<end], radix: 16).flatMap(UnicodeScalar.init) {
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  static func pairs(_ name: String) throws -> [(Int, String, String)] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .enumerated().compactMap { number, line in
      guard !line.hasPrefix("#"), let arrow = line.range(of: " => ") else { return nil }
      return (
        number + 1, unescaped(String(line[..<arrow.lowerBound])), unescaped(String(line[arrow.upperBound...]))
      )
    }
  }

  static func same(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }

  @Test func encodingFixtures() throws {
    for (line, before, after) in try Self.pairs("encoding-stage.txt") {
      let text = Self.run([EncodingStage()], before).string
      #expect(Self.same(text, after), "encoding-stage.txt:\(line) \(text)")
    }
  }

  @Test func widthFixtures() throws {
    for (line, before, after) in try Self.pairs("width-stage.txt") {
      let text = Self.run([WidthStage()], before).string
      #expect(Self.same(text, after), "width-stage.txt:\(line) \(text)")
    }
  }

  @Test func oneEditPerRun() {
    let traced = Self.run([EncodingStage(), WidthStage()], "２０１９年買賣合同")
    #expect(traced.records.map { traced.after($0) } == ["2019", "买卖"])
  }

  /// Random texts of awkward characters: twice is once, and the records replay.
  @Test func twiceIsOnce() {
    let alphabet = [
      "甲", "開", "乾", "著", "於", "1", "２", "A", "ｂ", ",", ".", ":", "?", "(", ")", "\"", "，", "。", "（", "）",
      " ", "　", "\u{301}",
      "\u{200B}", "\u{F9D1}", "\u{2329}", "か", "\u{3099}", "．", "...", "\n", "%", "😀", "ᄀ", "\u{1161}", "e",
      "\u{FE0F}",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let stages: [any SpeechStage] = [EncodingStage(), WidthStage()]
    for _ in 0..<20_000 {
      let text = (0..<next(12)).map { _ in alphabet[next(alphabet.count)] }.joined()
      for stage in stages {
        let once = Self.run([stage], text)
        let twice = Self.run([stage], once.string)
        if !twice.records.isEmpty {
          Issue.record(
            "\(stage) \(text.debugDescription) \(once.string.debugDescription) \(twice.string.debugDescription)"
          )
        }
        var output: [UInt8] = []
        var at = 0
        for record in once.records {
          output += once.source.bytes[at..<record.source.start] + once.bytes[record.working.range]
          at = record.source.end
        }
        output += once.source.bytes[at...]
        if output != once.bytes { Issue.record("replay \(text.debugDescription)") }
      }
    }
  }
}

/// Gold transcripts and the hearing corpus are clean already: nothing of them may change.
@Suite struct FormStageCorpusTests {
  static func folder(_ path: String) -> URL? {
    var parent = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    for _ in 0..<4 {
      parent.deleteLastPathComponent()
      let url = parent.appendingPathComponent("shared/\(path)")
      if FileManager.default.fileExists(atPath: url.path) { return url }
    }
    print("skipped: no shared/\(path)")
    return nil
  }

  @Test(arguments: ["gold", "corpus-hearings"])
  func cleanTextStays(name: String) throws {
    guard let folder = Self.folder(name), let files = FileManager.default.enumerator(atPath: folder.path)
    else { return }
    for case let file as String in files where file.hasSuffix(".txt") && !file.hasSuffix("raw.txt") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let traced = FormStageTests.run([EncodingStage(), WidthStage()], text)
      for record in traced.records {
        Issue.record("\(file) \(record.rule) \(traced.before(record)) → \(traced.after(record))")
      }
    }
  }
}
