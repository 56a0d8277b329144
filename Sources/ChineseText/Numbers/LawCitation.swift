import TextCore

/// A place in a statute: 《中华人民共和国民法典》第六百七十五条第一款第二项.
public struct LawCitation: Hashable, Sendable, CustomStringConvertible {
  /// Title without its marks; nil when only an article was named.
  public let law: String?
  /// 条
  public let article: Int
  /// 条之一, 条之二 (added articles); nil for most.
  public let added: Int?
  /// 款
  public let paragraph: Int?
  /// 项
  public let item: Int?

  /// The citation in words: 《民法典》第六百七十五条第一款.
  public var description: String {
    var text = (law.map { "《\($0)》" } ?? "") + "第\(NumeralWriter.text(article))条"
    if let added { text += "之\(NumeralWriter.text(added))" }
    if let paragraph { text += "第\(NumeralWriter.text(paragraph))款" }
    if let item { text += "第\(NumeralWriter.text(item))项" }
    return text
  }

  /// Reads 《…》第N条… or 第N条…, and a title without marks that ends in 法, 法典, 规定, 解释 or 条例 right before 第.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<LawCitation>? {
    var cursor = NumberCursor(bytes, offset, end)
    let law = title(&cursor)
    guard let article = ordinal(&cursor, "条") else { return nil }
    var added: Int?
    let afterArticle = cursor
    if cursor.take("之") {
      added = cursor.integer(1...20)
      if added == nil { cursor = afterArticle }
    }
    let paragraph = ordinal(&cursor, "款")
    cursor.take("的")
    let item = ordinal(&cursor, "项")
    return Reading(
      LawCitation(law: law, article: article, added: added, paragraph: paragraph, item: item),
      end: cursor.offset)
  }

  private static let longestTitle = 240

  /// The text between 《 and 》, or an unmarked title up to 第.
  private static func title(_ cursor: inout NumberCursor) -> String? {
    let start = cursor
    let isMarked = cursor.take("《")
    let from = cursor.offset
    while cursor.offset < min(cursor.end, from + longestTitle) {
      if isMarked, cursor.has("》") {
        let text = String(decoding: cursor.bytes[from..<cursor.offset], as: UTF8.self)
        cursor.take("》")
        return text
      }
      if !isMarked, cursor.has("第") {
        guard isTitleEnd(cursor), cursor.offset > from else { break }
        return String(decoding: cursor.bytes[from..<cursor.offset], as: UTF8.self)
      }
      cursor.offset += UTF8Bytes.length(lead: cursor.bytes[cursor.offset])
    }
    cursor = start
    return nil
  }

  private static func isTitleEnd(_ cursor: NumberCursor) -> Bool {
    for word in ["法", "法典", "规定", "解释", "条例", "办法", "意见"] as [StaticString]
    where cursor.has(word, at: cursor.offset - word.utf8CodeUnitCount) { return true }
    return false
  }

  private static func ordinal(_ cursor: inout NumberCursor, _ unit: StaticString) -> Int? {
    let start = cursor
    if cursor.take("第") {
      cursor.take("（", "(")
      if let number = cursor.integer(1...2000) {
        cursor.take("）", ")")
        if cursor.take(unit) { return number }
      }
    }
    cursor = start
    return nil
  }
}
