import Testing

@testable import TextCore

/// Every engine must agree with the naive search on the same table.
@Suite struct LiteralAutomatonTests {
  static let table: [(literals: [String], text: String)] = [
    (["原告", "被告", "被告人"], "被告人说原告的被告"),
    (["he", "she", "his", "hers"], "ushers and his heir"),
    (["一", "一一", "一一一"], "一一一一"),
    (["没有异议", "异议", "没有", "有异"], "我没有异议有异"),
    (["a", "ab", "bab", "bc", "bca", "c", "caa"], "abccab"),
    (["", "空"], "空空"),
    ([], "无"),
    (["甲", "甲"], "甲甲"),
    (["𠮷野", "野家é", "é", "𠮷"], "大𠮷野家é𠮷𠮷野"),
    (["不", "不认", "不认可", "不认账", "认可不", "可不是"], "不认可不是不认账"),
  ]

  @Test(arguments: table.indices)
  func agreesWithNaiveSearch(_ row: Int) {
    let (literals, text) = Self.table[row]
    let bytes = Array(text.utf8)
    let found = LiteralAutomaton(literals).matches(in: bytes)
    var expected: Set<LiteralAutomaton.Match> = []
    var seen: Set<String> = []
    for (index, literal) in literals.enumerated() where !literal.isEmpty && seen.insert(literal).inserted {
      let needle = Array(literal.utf8)
      for start in bytes.indices where UTF8Bytes.hasPrefix(bytes, start, needle) {
        expected.insert(.init(pattern: index, start: start, end: start + needle.count))
      }
    }
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
  }

  /// All texts and pairs of words over two letters: small enough to try every one.
  @Test func agreesOnAllSmallCases() {
    let words = (1...3).flatMap { length in
      (0..<(1 << length)).map { bits in String((0..<length).map { bits >> $0 & 1 == 0 ? "a" : "b" }) }
    }
    let texts = (0..<(1 << 7)).map { bits in (0..<7).map { UInt8(97 + (bits >> $0 & 1)) } }
    for first in words {
      for second in words where first != second {
        let automaton = LiteralAutomaton([first, second])
        for text in texts {
          var count = 0
          for needle in [Array(first.utf8), Array(second.utf8)] {
            for start in text.indices where UTF8Bytes.hasPrefix(text, start, needle) { count += 1 }
          }
          #expect(automaton.matches(in: text).count == count)
        }
      }
    }
  }

  @Test func leftmostLongestPrefersTheLongerWord() {
    let bytes = Array("被告人".utf8)
    let found = LiteralAutomaton(["被告", "被告人", "告人"]).leftmostLongest(in: bytes)
    #expect(found.map(\.pattern) == [1])
  }
}
