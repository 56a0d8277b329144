import Foundation
import Testing
import TextCore

@testable import ElementRules

@Suite struct RuleCheckerTests {
  /// Every `faulty/NAME.json` can be read and gives exactly the findings in `faulty/NAME.txt`.
  @Test func faultyFiles() throws {
    try GoldenFolder.verify("faulty") { file, findings in
      #expect(findings.isEmpty)
      return GoldenFolder.text(file.map(RuleChecker.check) ?? [])
    }
  }

  @Test func goodFileHasNoFindings() throws {
    let rule = SampleRules.rule(
      "r", says: "向{人}借款{金额}",
      examples: """
        {"people":["张伟"],"match":[{"text":"我向张伟借款3万元。","words":"向张伟借款3万元","value":"30000"}],"not":["向李四借款3万元"]}
        """)
    let file = try #require(RuleBaseReader.read(SourceText(SampleRules.json(rules: [rule]))).file)
    #expect(RuleChecker.check(file).isEmpty)
  }

  /// Every rule base of the project passes its own examples and is in canonical form.
  @Test func ownRuleBases() throws {
    let folder = FixtureLines.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("rulebases")
    for file in try GoldenFolder.jsonFiles(folder) {
      let source = try GoldenFolder.source(file)
      let rules = try #require(RuleBaseReader.read(source).file)
      #expect(RuleChecker.check(rules).filter { $0.severity == .error }.isEmpty, "\(file.lastPathComponent)")
      let isCanonical = RuleFormatter.format(rules) == source.bytes
      #expect(isCanonical, "\(file.lastPathComponent): courtnlp rules format --in-place")
    }
  }

  /// The rule base that the documentation shows to who writes his first one is faultless.
  @Test func documentedRuleBase() throws {
    let page = try String(
      contentsOf: FixtureLines.folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("rulebases/README.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```").filter { $0.contains("\"format\": 1") }
    let text = try #require(blocks.first).dropFirst("json".count)
    let file = try #require(RuleBaseReader.read(SourceText(name: "README.md", String(text))).file)
    #expect(RuleChecker.check(file).isEmpty)
  }

  /// Of many elements without rules a message names the first.
  @Test func longListsAreCut() throws {
    let element = #"{"id":"e.amount","name":"金额","section":"fact","type":"money","question":"多少？"}"#
    let all = (0..<500).map { element.replacingOccurrences(of: "e.amount", with: "e\($0)") }
    let text = #"{"format":1,"id":"t","title":"测试","version":"1","effective":"2021-01-01","elements":["#
    let file = try #require(
      RuleBaseReader.read(SourceText(text + all.joined(separator: ",") + "],\"rules\":[]}")).file)
    let warning = try #require(RuleChecker.check(file).first { $0.code == "RB019" })
    #expect(warning.message.hasPrefix("500 个要素还没有规则：e0、e1、"))
    #expect(warning.message.hasSuffix("……") && warning.message.count < 200)
  }

  /// Many rules of one anchor, many examples, ids nearly alike: no step is quadratic in the file.
  @Test func hostileFilesStayLinear() throws {
    let examples = """
      {"match":[{"text":"的\(String(repeating: "的", count: 50))","words":"的","value":"1"}],"not":["的"]}
      """
    let rules = (0..<2_000).map {
      SampleRules.rule("r\($0)", says: "的{金额}", examples: examples)
        .replacingOccurrences(of: "e.amount", with: $0.isMultiple(of: 2) ? "e.amount" : "e.amoun\($0)")
    }
    let file = try #require(RuleBaseReader.read(SourceText(SampleRules.json(rules: rules))).file)
    #expect(RuleChecker.check(file).count >= 100)
  }
}

@Suite struct RuleFormatterTests {
  private func format(_ text: String) throws -> String {
    let file = try #require(RuleBaseReader.read(SourceText(text)).file)
    return String(decoding: RuleFormatter.format(file), as: UTF8.self)
  }

  @Test func canonicalForm() throws {
    let text = SampleRules.json(rules: [SampleRules.rule("r", says: "借款{金额}")])
    let expected = """
      {
        "format": 1,
        "id": "t",
        "title": "测试",
        "version": "1",
        "effective": "2021-01-01",
        "law": ["民法典"],
        "classes": {},
        "elements": [
          {
            "id": "e.amount",
            "name": "金额",
            "section": "fact",
            "type": "money",
            "question": "多少？",
            "law": ["民法典第668条"]
          }
        ],
        "rules": [
          {
            "id": "r",
            "element": "e.amount",
            "says": ["借款{金额}"],
            "within": "sentence",
            "examples": {
              "match": [
                {"text": "甲", "words": "甲", "value": "1"}
              ],
              "not": ["乙"]
            }
          }
        ]
      }

      """
    #expect(try format(text) == expected)
    #expect(try format(expected) == expected)
  }

  /// Keys in any order, long lists, escapes: same content, and a second run changes nothing.
  @Test func idempotent() throws {
    let long = (0..<40).map { "\"词语第\($0)\\u4e2a \\\"引\\\"\"" }.joined(separator: ",")
    let rule = SampleRules.rule("r", says: "借款<类>{金额}", unless: "\(String(repeating: "没有", count: 60))")
    let text = SampleRules.json(rules: [rule, rule], classes: "{\"类\":[\(long)],\"id\":[\"x\"]}")
    let once = try format(text)
    #expect(try format(once) == once)
    let (before, after) = (
      RuleBaseReader.read(SourceText(text)).file, RuleBaseReader.read(SourceText(once)).file
    )
    #expect(before?.base.classes == after?.base.classes)
    #expect(before?.base.rules.map { $0.says.map(\.text) } == after?.base.rules.map { $0.says.map(\.text) })
    #expect(
      before?.base.rules.map { $0.unless.map(\.text) } == after?.base.rules.map { $0.unless.map(\.text) })
    #expect(once.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 270 })
  }
}
