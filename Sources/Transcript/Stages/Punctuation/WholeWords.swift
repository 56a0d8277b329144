/// Words and numerals that no mark may cut: offices, set terms of procedure, article numbers (第二百六十四条).
///
/// Only words whose characters do not meet by chance across a clause boundary are listed.
struct WholeWords: Sendable {
  /// No words.
  static let none = WholeWords([String]())
  /// The set terms.
  static let terms = WholeWords(Self.termList)

  private let words: [[UInt32]]
  private let firsts: [Bool]

  /// Words of two characters and more, or the names of a case file.
  init(_ texts: some Sequence<some StringProtocol>) {
    words = texts.map { $0.unicodeScalars.map(\.value) }
      .filter { $0.count > 1 && $0.allSatisfy { $0 > 0x80 && $0 < 0x1_0000 } }
      .sorted { $0.count > $1.count }
    var table = [Bool](repeating: false, count: 0x1_0000)
    for word in words { table[Int(word[0])] = true }
    firsts = table
  }

  /// Marks the gaps inside them in `fixed`. O(scalars).
  func mark(_ speech: [UInt32], _ fixed: inout [Bool]) {
    if words.isEmpty { return }
    var index = 0
    while index + 1 < speech.count {
      let length = Self.articleLength(speech, index) ?? wordLength(speech, index)
      for inner in index..<max(index, index + length - 1) { fixed[inner] = true }
      index += max(1, length)
    }
  }

  /// 第, a Chinese numeral of any length, and its unit.
  private static func articleLength(_ speech: [UInt32], _ start: Int) -> Int? {
    guard speech[start] == 0x7B2C else { return nil }
    var end = start + 1
    while end < speech.count, numerals.contains(speech[end]) { end += 1 }
    guard end > start + 1, end < speech.count, units.contains(speech[end]) else { return nil }
    return end + 1 - start
  }

  private func wordLength(_ speech: [UInt32], _ start: Int) -> Int {
    guard speech[start] < 0x1_0000, firsts[Int(speech[start])] else { return 0 }
    return words.first { speech[start...].starts(with: $0) }?.count ?? 0
  }

  private static let numerals = Set("零〇一二三四五六七八九十百千两".unicodeScalars.map(\.value))
  private static let units = Set("条款项目章节编页组".unicodeScalars.map(\.value))
  private static let termList =
    """
    首先 其次 认罪认罚 举证不能 举证责任 举证期限 举证质证 刑事责任 民事责任 法律责任 连带责任 违约责任 侵权责任 诉讼请求 诉讼费用 犯罪事实 有期徒刑 拘役
    作伪证 经审理查明 法定代表人 委托诉讼代理人 诉讼代理人 委托代理人 代理人 辩护人 公诉人 鉴定人 审判长 审判员 人民陪审员 陪审员 书记员 特别授权 一般授权
    简易程序 普通程序 合议庭 独任审理 质证意见 答辩意见 真实性 合法性 关联性 劳动合同 劳动关系 交通事故 人民法院 人民检察院 公安机关 派出所 身份证号
    """.split(whereSeparator: \.isWhitespace)
}
