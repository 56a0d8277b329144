import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct NumbersStageTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures")

  static func normalized(_ text: String) -> String {
    let source = SourceText(text)
    let turn = Turn(speaker: 0, speech: Span(0, source.bytes.count))
    var draft = Draft(source, turns: [turn], speakers: [Speaker(key: "")], isLines: true)
    draft.run(NumbersStage())
    return draft.text.string
  }

  /// Pairs of a fixture; a line without `=>` is its own expectation.
  static func lines(_ name: String) throws -> [(line: Int, input: String, expected: String)] {
    let text = try String(contentsOf: fixtures.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      guard !line.hasPrefix("#"), !line.isEmpty else { return nil }
      guard let arrow = line.range(of: " => ") else { return (number + 1, String(line), String(line)) }
      return (number + 1, String(line[..<arrow.lowerBound]), String(line[arrow.upperBound...]))
    }
  }

  @Test func everyFixtureLine() throws {
    for (line, input, expected) in try Self.lines("numbers.txt") {
      #expect(Self.normalized(input) == expected, "numbers.txt:\(line)")
    }
  }

  @Test func twiceChangesNothingMore() throws {
    for (line, input, _) in try Self.lines("numbers.txt") {
      let once = Self.normalized(input)
      #expect(Self.normalized(once) == once, "numbers.txt:\(line)")
    }
  }

  @Test func hostileInputDoesNotTrap() {
    let pieces = [
      "九", "十", "亿", "万", "千分之", "百分之", "零", "点", "1", "号", "年", "月", "块", "毛", "负", "第", "两", "半", "幺", "乘",
      "（", "2023",
      "鲁", "民初", "X", "到", "来", "几", ".", "，", "一", "分", "刻", "秒", "米",
    ]
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let once = Self.normalized(text)
      #expect(once.utf8.count <= text.utf8.count * 2 + 40)
    }
    _ = Self.normalized(String(repeating: "九", count: 5000))
    _ = Self.normalized(String(repeating: "三点", count: 3000))
    _ = Self.normalized(String(repeating: "十", count: 5000))
  }
}
