import Testing
import TextCore

@testable import ElementRules

/// A small rule base of loans, and the facts of small hearings by it.
enum SmallHearing {
  static let rules = """
    {"format":1,"id":"t","title":"测试","version":"1","effective":"2021-01-01","law":["民法典"],
    "elements":[
    {"id":"claim","name":"诉请本金","section":"claim","type":"money","question":"请求多少？","law":[],"called":["本金"],"basis":["amount"]},
    {"id":"amount","name":"借款金额","section":"fact","type":"money","question":"借了多少？","law":[],"proof":["借条"],"called":["借款金额"]},
    {"id":"cash","name":"现金","section":"fact","type":"money","question":"现金多少？","law":[],"called":["现金"],"important":true},
    {"id":"interest","name":"有无利息","section":"fact","type":"boolean","question":"约定利息没有？","law":[],"important":true},
    {"id":"rate","name":"利率","section":"fact","type":"rate","question":"利率多少？","law":[],"important":true,"when":["interest"]},
    {"id":"due","name":"还款日","section":"fact","type":"date","question":"哪天还？","law":[]},
    {"id":"borrower","name":"借款人","section":"fact","type":"party","question":"谁借的？","law":[]},
    {"id":"signed","name":"亲笔签名","section":"fact","type":"boolean","question":"谁签的？","law":[],"admitted":["被告"]},
    {"id":"cut","name":"预扣","section":"fact","type":"money","question":"扣了多少？","law":[],"contested":["被告"]},
    {"id":"advance","name":"垫付","section":"fact","type":"money","question":"垫付多少？","law":[],"several":"sum"}],
    "rules":[
    {"id":"c","element":"claim","part":["诉请"],"says":["(归还|偿还)[借款]{金额}"],"examples":{"match":[{"text":"判令被告归还借款1万元","words":"归还借款1万元","value":"10000"}],"not":["甲"]}},
    {"id":"a","element":"amount","says":["(借|借款|借了|借给他|借过他){金额}"],"examples":{"match":[{"text":"借1万元","words":"借1万元","value":"10000"}],"not":["甲"]}},
    {"id":"m","element":"cash","asked":["现金…(多少|几)"],"says":["{金额}"],"examples":{"match":[{"asked":"现金多少？","text":"1万元","words":"1万元","value":"10000"}],"not":["甲"]}},
    {"id":"i","element":"interest","value":"true","says":["约定[了|过]利息"],"examples":{"match":[{"text":"约定利息","words":"约定利息","value":"true"}],"not":["甲"]}},
    {"id":"d","element":"due","says":["{日期}[该]还"],"examples":{"match":[{"text":"2023年5月1日还","words":"2023年5月1日还","value":"2023-05-01"}],"not":["甲"]}},
    {"id":"v","element":"advance","says":["垫[付]了{金额}","垫[付]…4(一共|总共){金额}"],"examples":{"match":[{"text":"垫了1万元","words":"垫了1万元","value":"10000"}],"not":["甲"]}},
    {"id":"s","element":"signed","value":"true","says":["亲笔签名"],"examples":{"match":[{"text":"亲笔签名","words":"亲笔签名","value":"true"}],"not":["甲"]}},
    {"id":"k","element":"cut","says":["先扣了{金额}"],"examples":{"match":[{"text":"先扣了1万元","words":"先扣了1万元","value":"10000"}],"not":["甲"]}},
    {"id":"b","element":"borrower","value":"@说话人","says":["我借的"],"examples":{"match":[{"text":"我借的","words":"我借的","value":"@说话人"}],"not":["甲"]}}],
    "calculations":[{"kind":"traffic-items","inputs":{"项目":"=护理费","天数":"=30","日标准":"amount"}}]}
    """

  static func sheet(_ hearing: String) throws -> FactSheet {
    let (file, findings) = RuleBaseReader.read(SourceText(name: "t.json", rules))
    #expect(findings.isEmpty)
    let rules = CompiledRules([try #require(file)])
    return FactSheet(HearingReader.read(SourceText(hearing)), rules: rules)
  }

  /// `element status value(by,by) | value(by)`
  static func facts(_ hearing: String) throws -> [String] {
    try sheet(hearing).facts.map { fact in
      let versions = fact.versions.map { "\($0.value ?? "null")(\($0.by.joined(separator: ",")))" }
      return "\(fact.element.id) \(fact.status.rawValue) \(versions.joined(separator: " | "))"
    }
  }
}
