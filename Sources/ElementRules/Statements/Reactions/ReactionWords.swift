/// How people take a position on what somebody else says, in one place for all that listens for it.
///
/// Each reader adds what only its own place can mean: a document is 我签的, a claim 过高.
enum ReactionWords {
  // MARK: Yes

  /// Nothing is said against it.
  static let unopposed = [
    "没有异议", "没异议", "无异议", "冇异议", "没得异议", "没什么异议", "不持异议", "没有意见", "没意见", "无意见", "冇意见", "没得意见", "莫得意见",
    "没什么意见",
    "没啥意见", "没有其他意见", "没有争议", "没争议", "无争议",
  ]
  /// It is recognised.
  static let recognized = ["认可", "承认", "我认", "也认", "都认"]
  /// It is so.
  static let isSo = [
    "属实", "是真的", "真的", "没错", "没有错", "不假", "是事实", "是对的", "对的", "都对", "没问题", "没有问题", "冇问题",
  ]
  /// Hold 没有问题 and mean that nothing is left to ask.
  static let nothingToAsk = ["没有问题了", "没问题了", "没有问题要", "没有问题需要", "没有别的问题", "没有其他问题"]
  /// Hold 真的 and say only that something is so indeed: 我真的是没办法.
  static let indeed = ["真的是没", "真的没", "真的不", "真的很", "真的太", "真的要", "真的想", "真的拿", "真的还", "真的撑", "真的无", "真的就"]
  /// Hold 我认 and only lead to a view: 我认为过高.
  static let views = [
    "我认为", "我们认为", "也认为", "都认为", "我认识", "也认识", "都认识", "我认真", "都认真", "我认不", "我认定",
  ]
  /// The speaker made it or has it: of a document.
  static let isMine = ["我签的", "我写的", "是我签", "是我写", "收到了"]
  /// Said alone to a question, in the speaker's own person.
  static let iAgree = [
    "我认可", "我承认", "我都认", "我也认", "我们都认", "我们认", "都认可", "金额认可", "数额认可", "数字认可", "认哩", "认了", "认账", "大致上是", "大致是",
    "基本上是", "基本是",
    "差不多是", "八九不离十",
  ]

  // MARK: No

  /// It is not recognised.
  static let unrecognized = ["不认可", "不承认", "不予认可"]
  /// It is not so.
  static let isNotSo = ["不属实", "不是事实", "没有这回事", "没这回事", "没有的事"]
  /// Another hand made it: 不是我写的, 不是她签的.
  static let notByHand = ["我", "他", "她", "本人", "我们", "我方", "我公司"].flatMap { person in
    ["写", "签", "按", "捺", "盖", "发", "办", "填"].map { "不是\(person)\($0)" }
  }
  /// It is made up.
  static let isFalse = ["不真实", "假的", "伪造"]
  /// Something is said against it.
  static let opposed = ["有异议", "有意见", "不同意"]
  /// It shall not be granted.
  static let refused = ["不同意", "不接受", "驳回", "不予支持"]

  /// Ask for no answer: it is not so, or not owed.
  static let rhetorical = [
    "凭什么", "凭啥", "凭哪样", "怎么可能", "什么叫", "有什么关系", "有啥关系", "有哪样关系", "拿什么", "拿啥", "难道",
  ]
  /// The same, and what follows them is not so.
  static let rhetoricalDenials = [
    "哪有", "哪里有", "哪来", "谁说", "哪里拿", "哪里花", "哪里说", "哪里给", "哪里收", "哪里欠", "哪里打", "哪里用", "哪里写", "哪里签",
  ]
  /// It is more than it should be.
  static let excess = [
    "过高", "太高", "偏高", "高了", "也高", "太多", "偏多", "多算", "太长", "偏长", "过长", "太久", "太贵", "偏贵",
  ]

  /// No more than this: what goes beyond is contested.
  static let atMost = ["只认", "最多", "顶多", "至多"]

  // MARK: Neither

  /// The speaker cannot tell.
  static let unsure = ["不清楚", "不知道", "不记得", "不懂"]
  /// Ask whether there are objections, and hold the words of a verdict.
  static let whether = ["有没有异议", "有没有意见", "有无异议", "有无意见", "认不认", "是否认可"]
  /// Suppose what follows, and so leave the other side's words as they are.
  static let suppositions = ["如果", "假如", "要是", "即使", "即便", "就算", "哪怕", "倘若"]
}
