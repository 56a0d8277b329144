import Foundation
import Testing
import TextCore

@testable import ElementRules

@Suite struct PatternTests {
  private static let classes = ["人称": WordList(words: ["原告", "被告", "我"])]
  private static let people = ["张伟", "张伟强"]

  /// First match of a pattern, found without the automaton: every anchor at every place.
  private func match(_ pattern: String, _ text: String) throws -> (words: String, values: [String])? {
    let bytes = Array(text.utf8)
    let table = SlotTable(bytes, bounds: 0..<bytes.count, context: SpeechContext(names: Self.people))
    let matcher = PatternMatcher(bytes: bytes, bounds: 0..<bytes.count, slots: table)
    for compiled in try CompiledPattern.compile(try PatternParser.parse(pattern, classes: Self.classes)) {
      for start in bytes.indices {
        for anchor in compiled.anchors.words where UTF8Bytes.hasPrefix(bytes, start, anchor) {
          guard let found = matcher.match(compiled, anchor: start..<start + anchor.count) else { continue }
          return (String(decoding: bytes[found.range], as: UTF8.self), found.captures.map(\.value))
        }
      }
    }
    return nil
  }

  /// Of the parts beside the anchor it is known which words must stand there, and how far the nearest value can be.
  @Test func knowsWhatMustStandNearTheAnchor() throws {
    let text = "约定…2(还款[日期]|归还的|(到|满)期)…3{日期}[起]…9(利息|{利率})"
    let pattern = try #require(CompiledPattern.compile(PatternParser.parse(text)).first)
    #expect(pattern.anchors.words == [Array("约定".utf8)])
    let near = try #require(pattern.companions.first)
    #expect(pattern.companions.count == 1)
    #expect(near.words.words.map { String(decoding: $0, as: UTF8.self) } == ["还款", "归还的", "到", "满"])
    #expect(near.isAfter)
    #expect(near.reach == 2 * 4 + 12)
    #expect(pattern.value?.kind == .date)
    #expect(pattern.value?.reach == 2 * 4 + 12 + 3 * 4)
  }

  @Test func table() throws {
    for (left, right) in try FixtureLines.pairs("patterns.txt") {
      let input = left.components(separatedBy: " :: ")
      let found = try match(input[0], input[1])
      let values = found.map { $0.values.isEmpty ? "" : " :: " + $0.values.joined(separator: " ") } ?? ""
      #expect((found?.words ?? "-") + values == right, "\(left)")
    }
  }

  @Test func errorsHavePositions() throws {
    for (pattern, expected) in try FixtureLines.pairs("pattern-errors.txt") {
      do throws(PatternError) {
        _ = try CompiledPattern.compile(try PatternParser.parse(pattern, classes: Self.classes))
        Issue.record("no error: \(pattern)")
      } catch {
        #expect("\(error.offset): \(error.message)" == expected, "\(pattern)")
      }
    }
    #expect(throws: PatternError(0, "模式是空的")) { try PatternParser.parse("") }
  }

  @Test func hostilePatternsAreRefused() {
    let deep = String(repeating: "(", count: 100_000) + "借" + String(repeating: ")", count: 100_000)
    #expect(throws: PatternError(16, "括号嵌套超过 16 层")) { try PatternParser.parse(deep) }
    for long in ["[一]", "(一|二)", "一…", "<人称>", "()", "|"] {
      let text = "借" + String(repeating: long, count: 1_000_000)
      #expect(throws: PatternError.self) {
        try CompiledPattern.compile(try PatternParser.parse(text, classes: Self.classes))
      }
    }
  }

  /// Nested alternatives that a naive matcher would try in exponentially many ways.
  @Test func ambiguousPatternsStayLinear() throws {
    let ways = String(repeating: "(一|一一|[一]一)", count: 150)
    #expect(try match("借款" + ways + "完", "借款" + String(repeating: "一", count: 400)) == nil)
    #expect(try match(ways + "借款完", String(repeating: "一", count: 400) + "借款") == nil)
    #expect(try match("借…60款…60人…60钱", "借" + String(repeating: "款人", count: 500)) == nil)
  }

  /// Every pattern at every place of a text of odd bytes: nothing traps, nothing leaves the bounds.
  @Test func anyBoundsAreKept() throws {
    let bytes = Array("借款，𠮷5万元a。于2023年5月6日，还款1,2.3元".utf8)
    let pattern = try CompiledPattern.compile(try PatternParser.parse("[…20{日期}…]{文}款…[{金额}]…5"))[0]
    for start in bytes.indices {
      for end in start...bytes.count {
        let slots = SlotTable(bytes, bounds: start..<end, context: SpeechContext())
        let matcher = PatternMatcher(bytes: bytes, bounds: start..<end, slots: slots)
        for anchor in bytes.indices where UTF8Bytes.hasPrefix(bytes, anchor, pattern.anchors.words[0]) {
          let found = matcher.match(pattern, anchor: anchor..<anchor + pattern.anchors.words[0].count)
          if let found {
            #expect((start..<end).contains(found.range.lowerBound) && found.range.upperBound <= end)
          }
        }
      }
    }
  }
}
