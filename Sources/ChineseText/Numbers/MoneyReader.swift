import TextCore

/// Reads amounts of money, spoken (一万两千三百块五), in figures (12300元, 3.5万元) and in 大写.
public enum MoneyReader {
  /// The amount that starts at `offset`; nil when none does.
  ///
  /// - Parameter bare: also read a number without 元 or 块 (三万五, 50万); only where the slot says that money is meant.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil, bare: Bool = false) -> Reading<
    Money
  >? {
    var cursor = NumberCursor(bytes, offset, end)
    cursor.take("人民币", "RMB", "rmb", "￥", "¥")
    cursor.skipSpaces()
    let start = cursor
    if let small = smallChange(&cursor) { return Reading(small, end: cursor.offset) }
    cursor = start
    guard let numeral = cursor.number(), let value = numeral.value, let base = Money(yuan: value) else {
      return nil
    }
    let hasUnit = cursor.take("元", "块", "圆", "圓", "塊")
    guard hasUnit || bare || start.offset > offset else { return nil }
    if !hasUnit, isForeign(cursor) { return nil }
    var total = base
    if hasUnit {
      if numeral.dropped != nil, !cursor.has("钱", at: cursor.offset), numeral.value == nil { return nil }
      if let rest = jiaoAndFen(&cursor), let sum = base.adding(rest) { total = sum }
      cursor.take("人民币")
      cursor.take("整", "正", "钱")
    }
    return Reading(total, end: cursor.offset)
  }

  /// A whole text as one amount, with or without its unit; nil when something is left over.
  public static func value(of text: String) -> Money? {
    let bytes = Array(text.utf8)
    guard let reading = read(bytes, at: 0, bare: true), reading.end == bytes.count else { return nil }
    return reading.value
  }

  /// 美元, 港币 and the like after a number: no amount of renminbi.
  private static func isForeign(_ cursor: NumberCursor) -> Bool {
    for word in ["美", "港", "欧", "英镑", "日元", "韩", "台币", "澳", "卢布", "泰铢", "加元", "比特"] as [StaticString]
    where cursor.has(word) { return true }
    return false
  }

  /// 五毛, 8毛钱, 五角二分, 五分钱 without yuan before them.
  private static func smallChange(_ cursor: inout NumberCursor) -> Money? {
    guard let numeral = cursor.number(), let count = numeral.value?.integer, count < 100,
      numeral.dropped == nil
    else {
      return nil
    }
    if cursor.take("毛", "角") {
      var fen = count * 10
      let before = cursor
      if let last = cursor.integer(1...9), cursor.take("分") || cursor.isAtEnd {
        fen += last
      } else {
        cursor = before
      }
      cursor.take("钱", "整")
      return Money(fen: fen)
    }
    let isFormal = NumeralScalar.isFormal(cursor.bytes, numeral.start, cursor.end)
    guard cursor.take("分钱") || isFormal && cursor.take("分整", "分") else { return nil }
    return Money(fen: count)
  }

  /// What follows 元 or 块: 五毛七, 五角, 零五分, and a lone digit for 角 (十五块八).
  private static func jiaoAndFen(_ cursor: inout NumberCursor) -> Money? {
    let start = cursor
    let gap = cursor.take("零")
    guard let first = cursor.integer(1...9) else {
      cursor = start
      return nil
    }
    if cursor.take("分"), gap { return Money(fen: first) }
    if gap {
      cursor = start
      return nil
    }
    if cursor.take("毛", "角") { return Money(fen: first * 10 + fen(&cursor)) }
    let next = NumeralScalar.code(cursor.bytes, cursor.offset, cursor.end).code
    if next == NumeralScalar.none, start.has("块", at: start.offset - 3), !isCounted(cursor) {
      return Money(fen: first * 10)
    }
    cursor = start
    return nil
  }

  /// 380块一吨: the digit counts what the price is for.
  private static func isCounted(_ cursor: NumberCursor) -> Bool {
    for unit in [
      "吨", "斤", "公斤", "个", "天", "期", "件", "包", "平", "次", "套", "箱", "车", "米", "亩", "只", "头", "桶", "台", "人",
      "晚", "份", "张", "棵", "株", "袋",
      "瓶", "年", "月", "方", "条", "盒", "双", "辆", "趟", "节", "小时",
    ] as [StaticString] where cursor.has(unit) { return true }
    return false
  }

  private static func fen(_ cursor: inout NumberCursor) -> Int {
    let start = cursor
    cursor.take("零")
    if let last = cursor.integer(1...9) {
      let next = NumeralScalar.code(cursor.bytes, cursor.offset, cursor.end).code
      if cursor.take("分") || next == NumeralScalar.none { return last }
    }
    cursor = start
    return 0
  }
}
