import ChineseText
import TextCore

/// Where the number of a party ends that the record has with a number: in 被告一两万现金 the hearing with a 被告一
/// means 被告一 and 两万, not 被告 and one or two; 被告二万芳 with a 被告二 is a party and a name.
struct PartyOrdinals {
  /// 被告一, 被告二 … as bytes.
  private let labels: [[UInt8]]

  /// Takes the labels of all who speak.
  init(_ draft: Draft) {
    let roles = Set(draft.speakers.compactMap(\.role).filter { $0.ordinal != nil })
    labels = Set(roles.map { RoleLabel($0.base, ordinal: $0.ordinal).text }).sorted().map { Array($0.utf8) }
  }

  /// Offsets in `range` right after a label and before another digit, added to sorted `joints`. Linear.
  func joints(_ bytes: [UInt8], _ range: Range<Int>, adding joints: ArraySlice<Int>) -> ArraySlice<Int> {
    guard !labels.isEmpty else { return joints }
    var found: [Int] = []
    for offset in range {
      for label in labels where UTF8Bytes.hasPrefix(bytes, offset, label) {
        let end = offset + label.count
        if end < range.upperBound,
          isDigit(bytes, end, range.upperBound) || isName(bytes, end, range.upperBound)
        {
          found.append(end)
        }
      }
    }
    return found.isEmpty ? joints : (joints + found).sorted()[...]
  }

  /// True for the family name 万 with a given name: no amount goes on like that.
  private func isName(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    let next = offset + Self.surname.count
    guard UTF8Bytes.hasPrefix(bytes, offset, Self.surname), next < end, bytes[next] >= 0xE4 else {
      return false
    }
    return NumeralScalar.code(bytes, next, end).code == NumeralScalar.none
      && !Self.afterAmount.contains { UTF8Bytes.hasPrefix(bytes, next, $0) }
  }

  private static let surname = Array("万".utf8)
  private static let afterAmount = [
    "元", "块", "圆", "多", "余", "左", "上", "的", "本", "现", "借", "欠", "利", "货", "押", "定", "首", "租", "钱", "还", "给",
    "是", "没", "不", "我", "他", "她", "你", "都",
    "吗", "呢", "啊", "吧", "了", "这", "那", "到", "打", "转", "付", "以", "之", "块", "人", "吨", "斤", "股", "个",
  ].map { Array($0.utf8) }

  private func isDigit(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    NumeralScalar.digit(NumeralScalar.code(bytes, offset, end).code) != nil
  }
}
