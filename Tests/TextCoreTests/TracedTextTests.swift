import Testing

@testable import TextCore

@Suite struct TracedTextTests {
  static func replay(_ text: TracedText) -> String {
    var output: [UInt8] = []
    var at = 0
    for record in text.records {
      output += text.source.bytes[at..<record.source.start]
      output += text.bytes[record.working.range]
      at = record.source.end
    }
    return String(decoding: output + text.source.bytes[at...], as: UTF8.self)
  }

  static func edit(_ start: Int, _ end: Int, _ text: String, _ rule: String = "t.x") -> Edit {
    Edit(rule, Span(start, end), Array(text.utf8))
  }

  @Test func insertionAfterRemovalStaysASeparateRecord() {
    var text = TracedText(SourceText("abXcd"))
    text.apply([Self.edit(2, 3, "")])
    text.apply([Self.edit(2, 2, ",")])
    #expect(text.string == "ab,cd")
    #expect(text.records.map(\.source) == [Span(2, 3), Span(3, 3)])
  }

  @Test func editsOfOneReplacementJoin() {
    var text = TracedText(SourceText("a,b"))
    text.apply([Self.edit(1, 2, "，", "width.punctuation")])
    text.apply([Self.edit(1, 4, "。", "punctuation.stop")])
    #expect(text.records.count == 1)
    #expect(text.records[0].rule == "width.punctuation+punctuation.stop")
    #expect(text.records[0].kind == "punctuation")
    #expect(text.before(text.records[0]) == ",")
    #expect(text.after(text.records[0]) == "。")
  }

  @Test func aChangeTakenBackLeavesNoRecord() {
    var text = TracedText(SourceText("abc"))
    text.apply([Self.edit(1, 2, "X")])
    text.apply([Self.edit(1, 2, "b")])
    #expect(text.records.isEmpty)
  }

  @Test func overlappingEditsLoseTheLater() {
    var text = TracedText(SourceText("abcd"))
    text.apply([Self.edit(1, 3, "X"), Self.edit(2, 4, "Y")])
    #expect(text.string == "aXd")
  }

  @Test func sourceSpanReachesThroughChanges() {
    var text = TracedText(SourceText("一二三四"))
    text.apply([Self.edit(3, 9, "23")])
    #expect(text.string == "一23四")
    #expect(text.sourceSpan(of: Span(3, 5)) == Span(3, 9))
    #expect(text.sourceSpan(of: Span(0, 3)) == Span(0, 3))
    #expect(text.sourceSpan(of: Span(5, 8)) == Span(9, 12))
  }

  @Test func spansGrowWithTextPutAtTheirEdges() {
    var text = TracedText(SourceText("a:bc\n"))
    let map = text.apply([Self.edit(2, 2, "“"), Self.edit(4, 4, "。")])
    #expect(map.map([Span(2, 4)]) == [Span(2, 10)])
    #expect(text.string(map.map([Span(2, 4)])[0]) == "“bc。")
  }

  /// Two rounds of every pair of small edits on a small text: replay must give the output byte for byte.
  @Test func replayHoldsForAllSmallEditPairs() {
    let source = "abcd"
    var edits: [Edit] = []
    for start in 0...4 {
      for end in start...4 { for new in ["", "X", "YZ"] { edits.append(Self.edit(start, end, new)) } }
    }
    for first in edits {
      var once = TracedText(SourceText(source))
      once.apply([first])
      #expect(Self.replay(once) == once.string)
      for second in edits where second.span.end <= once.bytes.count {
        var twice = once
        twice.apply([second])
        #expect(Self.replay(twice) == twice.string)
        var end = 0
        for record in twice.records {
          #expect(record.source.start >= end)
          end = record.source.end
        }
      }
    }
  }
}
