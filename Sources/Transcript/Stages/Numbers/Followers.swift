import ChineseText
import TextCore

/// Scalars that, right after a digit, can make it a figure; a table by code point so that the scan stays cheap.
enum Followers {
  /// Chinese and ASCII marks that end a phrase.
  static let marks = WordList("， 。 、 ？ ； ： ！ “ ” （ ） 《 》 … — , . ? ! ; : ( )")

  /// True when the three-byte scalar at `offset` is one of them.
  static func contains(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let index =
      Int(bytes[offset] & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
    return table[index]
  }

  private static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 0x1_0000)
    let scalars = "年月日号點块塊元圆圓毛角岁歲周公米厘毫微纳克平立单栋幢座门分乘美欧港英日韩加澳室期楼时"
    for scalar in scalars.unicodeScalars { table[Int(scalar.value)] = true }
    return table
  }()
}
