import Testing
import TextCore

@testable import ElementRules

/// What `rules explain` says about a text that matches, one that nearly does, one that is blocked.
@Suite struct ExplainerTests {
  private func explain(
    _ rule: String, _ text: String, asked: String? = nil, type: String = "money"
  ) throws -> RuleExplanation.Outcome {
    let element =
      #"{"id":"e.amount","name":"数","section":"fact","type":"\#(type)","question":"多少？","law":["民法典第668条"]}"#
    let base = SampleRules.json(rules: [rule], elements: [element])
    let (file, _) = RuleBaseReader.read(SourceText(name: "t.json", base))
    let known = try #require(file)
    let explained = Explainer(known, text: text, asked: asked).explain("e.amount")
    return try #require(explained.first).outcome
  }

  @Test func matched() throws {
    guard case .matched(let found) = try explain(SampleRules.rule("r", says: "借款{金额}"), "我没有借款三万元。") else {
      Issue.record("应当匹配")
      return
    }
    #expect(found.map(\.value) == ["30000"])
    #expect(found.map(\.stance) == [.denied])
  }

  /// A match is meant the same in an explanation, a tagged line and a hearing: 不止 leaves the figure open.
  @Test func meantTheSame() throws {
    let rule = SampleRules.rule("r", says: "还了…2{金额}")
    guard case .matched(let found) = try explain(rule, "我一共还了不止62000元。"),
      case .matched(let plain) = try explain(rule, "我一共还了62000元。")
    else {
      Issue.record("应当匹配")
      return
    }
    #expect((found + plain).map(\.stance) == [.denied, .affirmed])
    let (file, _) = RuleBaseReader.read(SourceText(name: "t.json", SampleRules.json(rules: [rule])))
    let engine = RuleEngine(CompiledRules([try #require(file)]), text: Array("我一共还了不止62000元。".utf8))
    #expect(TaggedLine(engine, 0..<engine.bytes.count).tags.map(\.stance) == [.denied])
  }

  /// An age is reckoned on the day of the examples.
  @Test func ages() throws {
    let rule = SampleRules.rule("r", says: "{周岁}出生")
    guard case .matched(let found) = try explain(rule, "儿子2016年8月出生。", type: "number") else {
      Issue.record("应当匹配")
      return
    }
    #expect(found.map(\.value) == ["7"])
  }

  @Test func near() throws {
    let outcome = try explain(SampleRules.rule("r", says: "向…借款{金额}"), "他向原告借款很多。")
    guard case .near(_, let words, let wanted) = outcome else {
      Issue.record("应当是最接近的说法")
      return
    }
    #expect(words == "向原告借款")
    #expect(wanted == "{金额}")
  }

  @Test func blocked() throws {
    let outcome = try explain(SampleRules.rule("r", says: "借款{金额}", unless: "别人"), "别人借款三万元。")
    guard case .blocked(let words, let by, let blocking) = outcome else {
      Issue.record("应当被挡住")
      return
    }
    #expect([words, by, blocking] == ["借款三万元", "别人", "别人"])
  }

  @Test func absent() throws {
    guard case .absent(let words) = try explain(SampleRules.rule("r", says: "(借|贷)款{金额}"), "天气很好。") else {
      Issue.record("应当没有出现")
      return
    }
    #expect(words == ["借", "贷"])
  }
}
