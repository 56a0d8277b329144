/// Names of other peoples written by their sound, which begin with no Chinese family name: 才让卓玛, 阿不都热合曼.
enum TransliteratedName {
  /// Characters that such names are written with.
  private static let sounds = Set<Character>(
    "阿艾安巴白别才朝次措达丹德登多吉尔嘎噶格根古哈呼加江杰金卡克拉朗勒力林鲁玛买曼美木姆娜尼努诺帕平其齐恰青热仁若萨桑色苏索塔提图吐托旺瓦乌西雅亚央依益永扎珠卓孜宗合不都堆则让毛秀甫汗孙丽勋逊")
  /// Those that are as often words of their own, or begin them; a name does not begin with them and is not only of them.
  private static let common = Set<Character>("不都合加平金让林江西多美提根安德永秀青力毛白古孙丽汗")
  private static let longest = 8

  /// Characters of the name that the words begin with, at most those before a mark; nil when there is none.
  static func length(_ words: Substring) -> Int? {
    let name = words.prefix(longest).prefix(while: sounds.contains)
    let own = name.filter { !common.contains($0) }.count
    guard name.count >= 2, let first = name.first, !common.contains(first), own >= 2 else { return nil }
    return name.count
  }
}
