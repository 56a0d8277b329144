import ChineseText
import TextCore

/// Amounts that are said without 元, and amounts that are a little more than what is said.
extension SlotReader {
  /// What may follow any amount without its unit: 借了三万给他, 三万的借条.
  private static let afterAmount = Cues([
    "的", "给", "是", "左右", "本金", "借款", "现金", "钱", "打", "转", "汇", "收", "存", "付", "还", "没", "有", "那", "这", "到",
    "放", "，", "。", "；", "：", "、", "？", "！", "（", "）", "“", "”", "《", "》",
  ])
  /// After 万 and 千: units of something else than money, and words that make an amount inexact or foreign.
  private static let otherUnits = Cues([
    "平", "㎡", "方", "公", "里", "米", "吨", "台", "人", "次", "字", "股", "斤", "亩", "株", "棵", "件", "套", "个", "只", "头",
    "瓶",
    "箱", "包", "度", "步", "辆", "户", "名", "条", "张", "份", "册", "页", "瓦", "转", "小", "天", "日", "年", "月", "分", "期",
    "克",
    "升", "毫", "立", "担", "粒", "袋", "桶", "卷", "种", "遍", "回", "句", "倍", "匹", "厘", "丈", "尺", "寸", "伏", "安", "位",
    "粉",
    "点", "之", "余", "多", "几", "来", "上", "下", "以", "至", "美", "港", "欧", "英", "韩", "泰", "加元", "澳", "台币", "比特",
    "号", "楼",
    "室", "栋", "层", "间", "把", "根", "支", "座", "片", "组", "批", "单", "笔", "家", "所", "项", "坪", "秒", "周", "岁", "级",
    "届",
    "代", "路", "中", "枚", "颗", "朵", "尾", "羽", "盒", "双", "车", "趟", "节", "门", "盆", "杯", "块", "时", "-", "～", "—",
    "%",
    "％", "‰", "/", "×", "*",
  ])
  private static let thousand = Array("千".utf8)
  private static let tenThousand = Array("万".utf8)
  private static let more = Cues(["多", "余"])
  private static let yuan = Cues(["元", "块钱", "块"])

  /// An amount without 元 or 块: with 万 or 千 wherever no other unit follows, else before a word that can follow an amount.
  func bareMoney(_ offset: Int) -> (String, Int)? {
    guard let numeral = Numeral.read(bytes, at: offset, end: end), !numeral.approximate else { return nil }
    let isLarge =
      has(Self.tenThousand, in: offset..<numeral.end) || has(Self.thousand, in: offset..<numeral.end)
    guard numeral.bigUnit != nil || numeral.dropped != nil || isLarge, !isVague(offset),
      let reading = MoneyReader.read(bytes, at: offset, end: end, bare: true),
      canFollow(reading.end, isLarge: isLarge && beginsWithDigit(offset))
    else { return nil }
    return (reading.value.description, reading.end)
  }

  private func canFollow(_ stop: Int, isLarge: Bool) -> Bool {
    guard stop < end, Self.afterAmount.length(bytes, at: stop, to: end) == nil else { return true }
    return isLarge && bytes[stop] >= 0x80 && Self.otherUnits.length(bytes, at: stop, to: end) == nil
      && NumeralScalar.code(bytes, stop, end).code == NumeralScalar.none
  }

  /// 千万 and 万一 are words.
  private func beginsWithDigit(_ offset: Int) -> Bool {
    NumeralScalar.digit(NumeralScalar.code(bytes, offset, end).code) != nil
  }

  private func has(_ word: [UInt8], in range: Range<Int>) -> Bool {
    range.contains { $0 + word.count <= range.upperBound && has(word, $0) }
  }

  /// 31000多元 is 31000 as annotators write it: five digits or more, not all but one of them zero, are exact enough; 十多万元
  /// and 1800多元 are not.
  func moreThan(_ offset: Int) -> (String, Int)? {
    guard let numeral = Numeral.read(bytes, at: offset, end: end), numeral.form == .arabic,
      let length = Self.more.length(bytes, at: numeral.end, to: end),
      let unit = Self.yuan.length(bytes, at: numeral.end + length, to: end), !isVague(offset),
      let value = numeral.value.flatMap(Money.init(yuan:)), isExactEnough(value)
    else { return nil }
    return (value.description, numeral.end + length + unit)
  }

  private func isExactEnough(_ value: Money) -> Bool {
    let figures = value.description.utf8.filter { (0x30...0x39).contains($0) }
    let significant = figures.reversed().drop { $0 == 0x30 }
    return significant.count > 1 && figures.count >= Self.exactDigits
  }

  private static let exactDigits = 5
}
