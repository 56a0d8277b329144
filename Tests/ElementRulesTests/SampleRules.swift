/// Small rule files for tests.
enum SampleRules {
  static func json(rules: [String], elements: [String]? = nil, classes: String = "{}") -> String {
    let amount =
      #"{"id":"e.amount","name":"金额","section":"fact","type":"money","question":"多少？","law":["民法典第668条"]}"#
    return """
      {"format":1,"id":"t","title":"测试","version":"1","effective":"2021-01-01","law":["民法典"],"classes":\(classes),
      "elements":[\((elements ?? [amount]).joined(separator: ",\n"))],
      "rules":[\(rules.joined(separator: ",\n"))]}
      """
  }

  static func rule(
    _ id: String, says: String, unless: String? = nil, within: String = "sentence",
    examples: String = #"{"match":[{"text":"甲","words":"甲","value":"1"}],"not":["乙"]}"#
  ) -> String {
    let unless = unless.map { "\"unless\":[\"\($0)\"]," } ?? ""
    return """
      {"id":"\(id)","element":"e.amount","says":["\(says)"],\(unless)"within":"\(within)","examples":\(examples)}
      """
  }
}
