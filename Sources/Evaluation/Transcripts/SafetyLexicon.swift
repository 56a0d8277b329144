/// The words that safety checks look for.
enum SafetyLexicon {
  /// Scalars that negate.
  static let negations = Set("不没未无非别莫勿否甭毋".unicodeScalars.map(\.value))
  /// Words in which such a scalar does not negate.
  static let notNegating: [[UInt32]] = [
    "非常", "特别", "分别", "区别", "性别", "个别", "级别", "差别", "类别", "识别", "鉴别", "判别", "别人", "别墅", "离别", "告别",
    "无锡", "非洲", "莫名",
  ].map { $0.unicodeScalars.map(\.value) }
  /// Sounds without content that may stand between the two halves of a stutter.
  static let fillers = Set("嗯呃额啊哦哎唉呐".unicodeScalars.map(\.value))
  /// Words that answer a question, longest first.
  static let answers: [[UInt32]] = [
    "没有", "不是", "不对", "不行", "不同意", "不认可", "不愿意", "不申请", "不需要", "不知道", "不清楚", "不记得", "不要", "不用", "不",
    "没", "无", "是的", "是", "对的", "对", "有的", "有", "嗯", "啊", "哦", "好的", "好", "行", "可以", "同意", "认可", "愿意", "申请",
    "需要", "知道", "清楚", "听清楚了", "没听清", "记得", "要", "收到了", "收到", "没收到", "属实", "不属实", "认罪", "不认罪",
  ].map { $0.unicodeScalars.map(\.value) }.sorted { $0.count > $1.count }
  /// Endings of statute titles.
  static let statuteEndings = ["法典", "法", "条例", "规定", "解释", "办法", "细则", "通则", "意见", "批复", "决定"]
}
