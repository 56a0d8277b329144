import Foundation
import Testing

@Suite struct RulesCommandTests {
  private static let rules = """
    {"format":1,"id":"t","title":"测试","version":"1","effective":"2021-01-01","law":[],"elements":[
    {"id":"e","name":"借款金额","section":"fact","type":"money","question":"多少？","law":["民法典第668条"]}],
    "rules":[{"id":"r","element":"e","says":["借款{金额}"],"examples":{
    "match":[{"text":"借款3万元","words":"借款3万元","value":"30000"}],"not":["还款3万元"]}}]}
    """

  private func withRules<T>(_ text: String = rules, _ body: (String) throws -> T) throws -> T {
    try Tool.withFolder { folder in
      let file = folder.appendingPathComponent("rules.json")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try body(file.path)
    }
  }

  @Test func checkPasses() throws {
    try withRules { path in
      let run = try Tool.run(["rules", "check", path])
      #expect(run.code == 0 && run.errors.isEmpty)
      #expect(run.output == "\(path)：要素 1，规则 1，例子 2，通过\n")
    }
  }

  @Test func checkFails() throws {
    try withRules(Self.rules.replacingOccurrences(of: "还款3万元", with: "借款4万元")) { path in
      let run = try Tool.run(["rules", "check", path])
      #expect(run.code == 1)
      #expect(run.errors.contains("4:68: 错误：规则“r”不应匹配这句，却匹配了“借款4万元” [RB024]"))
    }
    let empty = try withRules("{}") { try Tool.run(["rules", "check", $0]) }
    #expect(empty.code == 2)
    #expect(try Tool.run(["rules", "check", "/nowhere.json"]).code == 2)
    #expect(try Tool.run(["rules", "check"]).code == 64)
  }

  @Test func formatAndItsCheck() throws {
    try withRules { path in
      #expect(try Tool.run(["rules", "format", "--check", path]).code == 1)
      let once = try Tool.run(["rules", "format", path])
      #expect(once.code == 0)
      #expect(try Tool.run(["rules", "format", "--in-place", path]).code == 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == once.output)
      #expect(try Tool.run(["rules", "format", "--check", path]).code == 0)
      #expect(try Tool.run(["rules", "format", "--check", "--in-place", path]).code == 64)
    }
  }

  @Test func matchTextAndLines() throws {
    try withRules { path in
      let one = try Tool.run(["rules", "match", path, "当天借款3万元。"])
      #expect(one.code == 0)
      #expect(one.output == "第1行 借款金额（e）＝30000 “借款3万元” 规则 r\n")
      let lines = try Tool.run(["rules", "match", "--json", path], text: "没有\n共借款5000元\n")
      #expect(
        lines.output
          == #"{"type":"match","n":2,"rule":"r","element":"e","value":"5000","quote":"借款5000元","span":[3,16]}"#
          + "\n")
      #expect(try Tool.run(["rules", "match", path, "-"], text: "").output.isEmpty)
    }
  }
}
