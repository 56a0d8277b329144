import Testing
import TextCore

@testable import ElementRules

@Suite struct EngineTests {
  private func find(_ rules: [String], _ text: String) throws -> [String] {
    try find(files: [SampleRules.json(rules: rules)], text)
  }

  private func find(files: [String], _ text: String) throws -> [String] {
    let files = try files.map { json in
      let (file, findings) = RuleBaseReader.read(SourceText(name: "t.json", json))
      #expect(findings.isEmpty)
      return try #require(file)
    }
    let compiled = CompiledRules(files)
    #expect(compiled.findings.isEmpty)
    let bytes = Array(text.utf8)
    return RuleEngine(compiled, text: bytes).evidence(in: 0..<bytes.count).map {
      let words = String(decoding: bytes[$0.range], as: UTF8.self)
      return "\(compiled.entries[$0.rule].rule.id) \(words) \($0.value ?? "nil")"
    }
  }

  @Test func unlessBlocksOnlyItsSentence() throws {
    let rule = SampleRules.rule("r1", says: "借款{金额}", unless: "没有借款")
    #expect(
      try find([rule], "没有借款，不存在借款3万元。我借款5万元；没有借款，不借款2万元。借款一万元")
        == ["r1 借款5万元 50000", "r1 借款一万元 10000"])
  }

  @Test func valuesStandInTheSentence() throws {
    let rule = SampleRules.rule("r", says: "借…{金额}")
    #expect(try find([rule], "跟我姐借。780元已经还了。") == [])
    #expect(try find([rule], "跟我姐借的，780元。5000元没有还。") == ["r 借的，780元 780"])
  }

  /// Words that must stand near the anchor: on their side of it, in reach, in any of their forms.
  @Test func wordsInReach() throws {
    let rule = SampleRules.rule("r", says: "(出借|借给)…4(现金|转账)…2{金额}")
    #expect(try find([rule], "转账以后才出借3万元。") == [])
    #expect(try find([rule], "出借给他的时候没有说是转账3万元。") == [])
    #expect(
      try find([rule], "转账借给他是现金3万元，出借时转账共2万元。")
        == ["r 借给他是现金3万元 30000", "r 出借时转账共2万元 20000"])
  }

  @Test func unlessBlocksOnlyItsRule() throws {
    let rules = [
      SampleRules.rule("r1", says: "借款{金额}", unless: "未"), SampleRules.rule("r2", says: "款{金额}"),
    ]
    #expect(try find(rules, "未借款3万元") == ["r2 款3万元 30000"])
  }

  /// A pattern that several rules have counts for each of them, with what blocks it there.
  @Test func rulesShareAPattern() throws {
    let rules = [
      SampleRules.rule("r1", says: "借款{金额}", unless: "未"), SampleRules.rule("r2", says: "款{金额}\",\"借款{金额}"),
      SampleRules.rule("r3", says: "借款{金额}", unless: "还"),
    ]
    #expect(try find(rules, "借款3万元") == ["r1 借款3万元 30000", "r2 借款3万元 30000", "r3 借款3万元 30000"])
    #expect(try find(rules, "未借款3万元") == ["r2 借款3万元 30000", "r3 借款3万元 30000"])
    #expect(try find(rules, "还借款3万元") == ["r1 借款3万元 30000", "r2 借款3万元 30000"])
  }

  /// Files are compiled apart and put together: a pattern of several counts for the rules of each, with what blocks it there.
  @Test func filesShareAPattern() throws {
    let files = [
      [SampleRules.rule("r1", says: "借款{金额}", unless: "未")],
      [SampleRules.rule("r2", says: "(出借|给付){金额}"), SampleRules.rule("r3", says: "借款{金额}", unless: "还")],
    ].map { SampleRules.json(rules: $0) }
    #expect(
      try find(files: files, "借款3万元，给付2万元")
        == ["r1 借款3万元 30000", "r3 借款3万元 30000", "r2 给付2万元 20000"])
    #expect(try find(files: files, "未借款3万元") == ["r3 借款3万元 30000"])
    #expect(try find(files: files, "还借款3万元") == ["r1 借款3万元 30000"])
  }

  /// More alternatives than are looked at at once; several of them stand in the sentence.
  @Test func manyAlternatives() throws {
    let words = (0x5100..<0x5200).compactMap { UnicodeScalar($0).map { "甲\($0)" } }
    let rule = SampleRules.rule("r", says: "借…4(\(words.joined(separator: "|")))…4{金额}")
    #expect(
      try find([rule], "\(words[7])借给\(words[200])、\(words[41])3万元，还\(words[41])4万元")
        == ["r 借给\(words[200])、\(words[41])3万元 30000"])
  }

  /// Two files may mean different words by one name.
  @Test func classesBelongToTheirFile() throws {
    let files = ["借给", "转给"].map { word in
      SampleRules.json(
        rules: [SampleRules.rule(word, says: "<给>{金额}")], classes: #"{"给":["\#(word)"]}"#)
    }
    #expect(
      try find(files: files, "借给3万元，转给4万元") == ["借给 借给3万元 30000", "转给 转给4万元 40000"])
  }

  /// The ways of a choice are told apart by their first characters, or by their last before the anchor.
  @Test func choicesAroundTheAnchor() throws {
    let rule = SampleRules.rule("r", says: "(甲[的]|[乙]丙)…3出借…3[大约|约](人民币{金额}|{金额})")
    #expect(
      try find([rule], "甲的确实出借约3万元。丙出借了人民币4万元。乙丙出借大约是5万元。")
        == ["r 甲的确实出借约3万元 30000", "r 丙出借了人民币4万元 40000", "r 乙丙出借大约是5万元 50000"])
  }

  @Test func scopes() throws {
    let text = "原告出借。当天转账3万元。"
    #expect(try find([SampleRules.rule("r", says: "出借…转账{金额}")], text) == [])
    #expect(
      try find([SampleRules.rule("r", says: "出借…转账{金额}", within: "turn")], text)
        == ["r 出借。当天转账3万元 30000"])
  }

  @Test func onePlaceOnce() throws {
    let rule = SampleRules.rule("r", says: "借[到]款{金额}\",\"(借款|款){金额}")
    #expect(try find([rule], "借款3万元，借款4万元") == ["r 借款3万元 30000", "r 借款4万元 40000"])
  }

  /// The sentence mark inside an anchor does not carry a match into the sentence before.
  @Test func anchorsStayInTheirSentence() throws {
    #expect(try find([SampleRules.rule("r", says: "的。借款{金额}")], "是的。借款3万元") == [])
  }

  @Test func hostileTextsStayLinear() throws {
    let rule = SampleRules.rule("r", says: "一…60一{金额}", unless: "一…60二", within: "turn")
    #expect(try find([rule], String(repeating: "一", count: 20_000)) == [])
    let other = SampleRules.rule("r", says: "借…60借{金额}", unless: "借…60二", within: "turn")
    #expect(try find([other], String(repeating: "借1万元，", count: 2_000)).count == 1_999)
  }

  @Test func noRulesNoText() throws {
    #expect(try find([], "借款3万元") == [])
    #expect(try find([SampleRules.rule("r", says: "借款{金额}")], "") == [])
  }
}
