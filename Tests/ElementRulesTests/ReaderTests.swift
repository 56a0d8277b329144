import Foundation
import Testing
import TextCore

@testable import ElementRules

@Suite struct RuleBaseReaderTests {
  /// Every `bad/NAME.json` gives exactly the findings in `bad/NAME.txt`.
  @Test func badFiles() throws {
    try GoldenFolder.verify("bad") { file, findings in
      GoldenFolder.text(findings + (file.map { CompiledRules([$0]).findings } ?? []))
    }
  }

  @Test func goodFile() throws {
    let rule = SampleRules.rule("r", says: "借<类>{金额}")
    let text = SampleRules.json(rules: [rule], classes: #"{"类":["款","到"]}"#)
    let (file, findings) = RuleBaseReader.read(SourceText(name: "t.json", text))
    #expect(findings.isEmpty)
    let base = try #require(file).base
    #expect(base.elements.map(\.id) == ["e.amount"])
    #expect(base.rules.map { $0.says.map(\.text) } == [["借<类>{金额}"]])
    #expect(base.classes == [WordClass(name: "类", words: ["款", "到"])])
  }

  @Test func patternErrorsPointIntoTheFile() throws {
    let text = SampleRules.json(rules: [SampleRules.rule("r", says: "借款{钱}")])
    let file = try #require(RuleBaseReader.read(SourceText(name: "t.json", text)).file)
    let finding = try #require(CompiledRules([file]).findings.first)
    let line = text.split(separator: "\n")[2].unicodeScalars.map { $0 }
    let position = try #require(finding.place?.position)
    #expect(position.line == 3)
    #expect(line[position.column - 1] == "{")
  }

  /// Who only runs the rules leaves the examples unread: they must be there and be JSON, no more.
  @Test func examplesCanBeLeftUnread() throws {
    let empty = SampleRules.rule("r", says: "借款{金额}", examples: #"{"match":[],"no":7}"#)
    let source = SourceText(name: "t.json", SampleRules.json(rules: [empty]))
    #expect(RuleBaseReader.read(source).findings.map(\.code) == ["RB011", "RB007"])
    let (file, findings) = RuleBaseReader.read(source, examples: false)
    #expect(findings.isEmpty)
    #expect(try #require(file).base.rules.map { $0.says.map(\.text) } == [["借款{金额}"]])
    let place = try #require(file?.base.rules.first?.examples.place)
    #expect(source.string(place) == #"{"match":[],"no":7}"#)
    let none = SampleRules.json(rules: [#"{"id":"r","element":"e.amount","says":["借款{金额}"]}"#])
    #expect(RuleBaseReader.read(SourceText(none), examples: false).findings.map(\.code) == ["RB011"])
    let broken = SampleRules.json(rules: [SampleRules.rule("r", says: "借", examples: #"{"match":[}"#)])
    #expect(RuleBaseReader.read(SourceText(broken), examples: false).findings.map(\.code) == ["RB001"])
  }

  /// Large nonsense of each kind is refused or read, with few findings.
  @Test func hostileFiles() {
    let many = 100_000
    let rules = String(repeating: #"{"id":"r","say":1},"# + "\n", count: many / 4)
    let texts = [
      String(repeating: "[", count: 100 * many),
      "{\"a\":" + String(repeating: "[{\"b\":", count: many),
      "{" + String(repeating: "\"键\":1,\n", count: many) + "\"x\":1}",
      "{\"classes\":{" + (0..<many / 2).map { "\"c\($0)\":1" }.joined(separator: ",\n") + "}}",
      "{\"rules\":[" + rules + "1]}",
      "\"" + String(repeating: "长", count: 3 * many) + "\"",
      String(repeating: " ", count: 17 << 20),
    ]
    for text in texts {
      let (file, findings) = RuleBaseReader.read(SourceText(name: "t.json", text))
      #expect(file == nil)
      #expect((1...100).contains(findings.count))
    }
  }
}
