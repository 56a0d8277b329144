import Foundation
import TextCore
import Testing

@testable import Transcript

/// Nothing that comes in may break a reader or a writer, and the laws hold for all of it.
struct HostileInputTests {
  /// A small generator with a seed, so that every run tries the same inputs (Marsaglia, xorshift, 2003).
  struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
  }

  static let pieces = [
    "\n", "\n\n", "\r\n", "：", ":", " ", "\t", "（", "）", "(", ")", "[", "]", "{", "}", "\"", "\\", "\\u",
    "\\ud800", "\\n",
    "<v 原告>", "</v>", "<", ">", "&amp;", "00:00:01,000 --> 00:00:02,000", "00:00:03", "发言人1", "spk", "审判员：",
    "被2代:",
    "原告", "1\n", "9999999999999999999", "1e999", "-", "null", ",", "\u{0}", "\u{FFFD}", "\u{1F600}",
    "\u{3000}", "时间：", "案号",
    "WEBVTT\n", "NOTE", "旁白", "\"text\":", "\"speaker\":", "【", "】", "我说：", "。", "é", "\u{FEFF}",
  ].map { Array($0.utf8) }

  static func check(_ bytes: [UInt8], _ form: TranscriptForm?) throws {
    let source = SourceText(name: "x", bytes: bytes)
    var (draft, found, diagnostics) = TranscriptReading.draft(source, form: form)
    var end = 0
    for span in draft.header.map(\.value) + draft.turns.map(\.speech) {
      #expect(span.start >= end && span.end <= draft.text.bytes.count)
      end = span.end
    }
    LayoutStage().layOut(&draft)
    #expect(LayoutStage().edits(in: draft).isEmpty)
    #expect(try JSONReplay.replay(draft) == draft.text.string)
    let result = Normalized(
      draft: draft, form: found, phases: Phases.spans(in: draft), diagnostics: diagnostics)
    #expect(!HTMLWriter.bytes(result).isEmpty)
    let renderer = DiagnosticRenderer()
    for diagnostic in diagnostics { _ = renderer.text(diagnostic) }
  }

  static func seeds() -> [[UInt8]] {
    ReaderTests.names.compactMap { try? Array(ReaderTests.fixture($0).input.utf8) }
  }

  @Test(arguments: 0..<12)
  func mutatedFixtures(_ seed: Int) throws {
    var random = Random(state: UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15)
    for var bytes in Self.seeds() {
      for _ in 0..<1 + random.next(6) {
        let place = random.next(bytes.count + 1)
        switch random.next(3) {
        case 0: bytes.insert(contentsOf: Self.pieces[random.next(Self.pieces.count)], at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(12)))
        default: bytes.insert(contentsOf: bytes[max(0, place - random.next(40))..<place], at: place)
        }
      }
      try Self.check(bytes, nil)
      try Self.check(bytes, TranscriptForm.allCases[random.next(TranscriptForm.allCases.count)])
    }
  }

  @Test(arguments: 0..<8)
  func soupOfPieces(_ seed: Int) throws {
    var random = Random(state: UInt64(seed + 77) &* 0x9E37_79B9_7F4A_7C15)
    for form in TranscriptForm.allCases {
      var bytes: [UInt8] = []
      for _ in 0..<random.next(120) { bytes += Self.pieces[random.next(Self.pieces.count)] }
      try Self.check(bytes, form)
      try Self.check((0..<random.next(200)).map { _ in UInt8(random.next(256)) }, form)
    }
  }

  /// Inputs of one kind each: anything that is not linear would not come back.
  @Test(arguments: TranscriptForm.allCases)
  func largeInputs(_ form: TranscriptForm) {
    let count = 1 << 15
    let inputs = [
      "[", "{\"a\":", "\"", "\\n", "\n", "\u{0}", "<", "<v 原告>", "（", "(", "审", "原告：", "1:", "1\n", "&",
      "{\\", "00:00:01 --> ",
      "a\n", "发言人1 00:00:01\n好\n\n", "-",
    ]
    for piece in inputs {
      let bytes = Array(piece.utf8)
      let text = (0..<count / bytes.count).flatMap { _ in bytes }
      let reading = TranscriptReading.draft(SourceText(name: "x", bytes: text), form: form)
      #expect(reading.draft.text.bytes.count <= text.count)
    }
    let escapes =
      Array("[{\"text\":\"".utf8) + (0..<count / 3).flatMap { _ in Array("\\\"a".utf8) } + Array("\"}]".utf8)
    let reading = TranscriptReading.draft(SourceText(name: "x", bytes: escapes), form: form)
    #expect(reading.draft.turns.count <= 1)
  }

  @Test func limitsAreToldToTheUser() {
    let voices = (0...TurnBuilder.maximumVoices).map { "spk\($0): 好\n" }.joined()
    let reading = TranscriptReading.draft(SourceText(voices))
    #expect(reading.diagnostics.map(\.code) == ["TR005"])
    let turns = TranscriptReading.draft(SourceText(String(repeating: "好\n", count: 150_000)), form: .plain)
    #expect(turns.diagnostics.map(\.code) == ["TR005"])
  }
}
