import Foundation
import Testing

/// Where the tool finds its models, and what it does without them.
@Suite struct ModelInputTests {
  private static let hearing = Data("审：现在开庭，原告说一下诉讼请求\n原：请求判令被告还五万块钱\n".utf8)
  private static let spoken = Data("现在开庭。原告说一下。我请求判令被告还钱。\n".utf8)

  private func run(_ input: Data, data folder: String, _ arguments: [String] = []) throws -> Tool.Outcome {
    try Tool.run(["normalize"] + arguments, input: input, environment: ["COURTNLP_DATA": folder])
  }

  @Test func missingModelsAreSaidOnceAndRulesDoTheWork() throws {
    try Tool.withFolder { folder in
      let one = folder.appendingPathComponent("一.txt").path
      try Self.hearing.write(to: URL(fileURLWithPath: one))
      let outcome = try run(Data(), data: folder.path, [one, one])
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("原告：请求判令，被告还5万元。\n"))
      #expect(outcome.errors.components(separatedBy: "MD002").count == 4)
      #expect(outcome.errors.contains("找不到标点模型 punctuation.model"))
      #expect(outcome.errors.contains("找不到发言人模型 speakers.model"))
      #expect(outcome.errors.contains("找不到用词模型 words.model"))
      let plain = try run(Self.spoken, data: folder.path, ["--form", "plain"])
      #expect(plain.code == 0 && plain.errors.contains("SP005"))
    }
  }

  @Test(arguments: [("fast", "punctuation.model"), ("accurate", "punctuation-accurate.model")])
  func modelsAreAskedForByKind(_ kind: String, _ file: String) throws {
    let whole = try Tool.run(["normalize", "--lines", "--model", kind], input: Self.spoken)
    #expect(whole.code == 0 && whole.errors.isEmpty && !whole.output.isEmpty)
    try Tool.withFolder { folder in
      let missing = try run(Self.spoken, data: folder.path, ["--lines", "--model", kind])
      #expect(missing.code == 0 && missing.errors.contains("找不到标点模型 \(file)"))
    }
  }

  @Test func modelsThatAreNotAskedForAreNotMissed() throws {
    try Tool.withFolder { folder in
      let lines = try run(Self.spoken, data: folder.path, ["--lines", "--only", "numbers"])
      #expect(lines.code == 0 && lines.errors.isEmpty)
      let rules = try run(Self.spoken, data: folder.path, ["--lines", "--model", "none"])
      #expect(rules.code == 0 && rules.errors.isEmpty)
    }
  }

  @Test(arguments: ["punctuation.model", "speakers.model", "words.model"]) func damagedModelsAreRefused(
    _ name: String
  )
    throws
  {
    try Tool.withFolder { folder in
      let models = folder.appendingPathComponent("models")
      try FileManager.default.copyItem(at: Tool.root.appendingPathComponent("rulebases/models"), to: models)
      #expect(try run(Self.hearing, data: folder.path).errors.isEmpty)
      let path = models.appendingPathComponent(name)
      try Data(contentsOf: path).dropLast(9).write(to: path)
      let outcome = try run(Self.hearing, data: folder.path)
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("已损坏") && outcome.errors.contains("MD001"))
    }
  }

  /// A rule base that comes with the tool has a name; a file goes before it.
  @Test func ruleBasesAreFoundByName() throws {
    let text = Data("原告：被告向我借款五万元。\n被告：认可。\n".utf8)
    let path = Tool.root.appendingPathComponent("rulebases/private-lending.json")
    let named = try Tool.run(["extract", "--rules", "private-lending"], input: text)
    #expect(named.code == 0 && !named.output.isEmpty)
    #expect(try Tool.run(["extract", "--rules", path.path], input: text).output == named.output)
    let wrong = try Tool.run(["extract", "--rules", "private-lendin"], input: text)
    #expect(wrong.code == 2 && wrong.errors.contains("是不是想写“private-lending”？"))
    try Tool.withFolder { folder in
      try Data("不是规则库".utf8).write(to: folder.appendingPathComponent("private-lending"))
      #expect(try Tool.run(["extract", "--rules", "private-lending"], input: text, in: folder).code == 2)
    }
  }

  /// A folder somebody sent brings no models of its own.
  @Test func modelsInTheWorkingDirectoryAreNotTaken() throws {
    try Tool.withFolder { folder in
      let models = folder.appendingPathComponent("rulebases/models")
      try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
      try Data("坏的".utf8).write(to: models.appendingPathComponent("punctuation.model"))
      #expect(try Tool.run(["normalize"], input: Self.hearing, in: folder).code == 0)
    }
  }
}
