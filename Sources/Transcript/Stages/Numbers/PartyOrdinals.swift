import ChineseText
import TextCore

/// Where the number of a party ends that the record has with a number: in 被告一两万现金 the hearing with a 被告一
/// means 被告一 and 两万, not 被告 and one or two.
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
        if end < range.upperBound, isDigit(bytes, end, range.upperBound) { found.append(end) }
      }
    }
    return found.isEmpty ? joints : (joints + found).sorted()[...]
  }

  private func isDigit(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    NumeralScalar.digit(NumeralScalar.code(bytes, offset, end).code) != nil
  }
}
