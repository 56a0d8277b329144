import TextCore

/// Nouns that name a kind of fact and no thing: 时间和金额没有异议 speaks of the dates and amounts just told.
enum GenericNoun {
  private static let nouns: [(words: Cues, types: Set<ValueType>)] = [
    (Cues(["时间", "日期", "日子", "哪天", "那天"]), [.date]),
    (Cues(["数额", "金额", "数字", "数目", "钱数", "总数", "款项"]), [.money]),
    (Cues(["数量", "天数", "面积", "期数"]), [.number, .period]),
    (Cues(["利率", "标准", "比例"]), [.rate, .percent, .money]),
    (Cues(["结果", "原因", "理由"]), [.text, .choice]),
    (Cues(["的事实", "事实没", "事实属", "经过", "过程", "情况"]), Set(ValueType.allCases)),
  ]

  /// The types of the values that the nouns in `range` speak of.
  static func types(_ bytes: [UInt8], in range: Range<Int>) -> Set<ValueType> {
    nouns.filter { $0.words.occur(bytes, in: range) }.reduce(into: []) { $0.formUnion($1.types) }
  }
}
