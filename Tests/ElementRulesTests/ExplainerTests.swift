import Testing
import TextCore

@testable import ElementRules

/// What `rules explain` says about a text that matches, one that nearly does, one that is blocked.
@Suite struct ExplainerTests {
  private func explain(_ rule: String, _ text: String, asked: String? = nil) throws -> RuleExplanation.Outcome
  {
    let (file, _) = RuleBaseReader.read(SourceText(name: "t.json", SampleRules.json(rules: [rule])))
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
