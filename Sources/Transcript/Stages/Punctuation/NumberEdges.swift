/// A Chinese numeral right before Arabic digits belongs to something else: no number is written half and half
/// (GB/T 15835-2011), so a mark stands between.
struct NumberEdges {
  private let speech: [UInt32]

  init(_ speech: [UInt32]) { self.speech = speech }

  /// Puts 、 between the number of an item and a date (具体呢，一、10月16日…), ， after a party that was addressed
  /// by its number (被告一，2万现金在哪儿给的).
  func decide(_ choice: inout MarkDecoder.Choice) {
    guard speech.count > 2 else { return }
    for index in 0..<speech.count - 2
    where choice.marks[index] == .none && FixedGaps.isDigit(speech[index + 1]) {
      if speech[index] == Self.one, isDate(from: index + 1), !continuesWord(index) {
        choice.set(.enumeration, at: index, confidence: 80)
      } else if Self.numerals.contains(speech[index]), followsParty(index) {
        choice.set(.comma, at: index, confidence: 80)
      }
    }
  }

  /// 三四千, 七八个: two neighbouring digits before a unit are one number that no mark may cut, but for a typist's.
  func keepApproximations(_ marks: [Mark], _ fixed: inout [Bool]) {
    guard speech.count > 2 else { return }
    for index in 0..<speech.count - 2 where marks[index] == .none {
      guard let first = Self.digits.firstIndex(of: speech[index]), first + 1 < Self.digits.count,
        speech[index + 1] == Self.digits[first + 1], Self.units.contains(speech[index + 2])
      else { continue }
      fixed[index] = true
    }
  }

  /// True when the digits end in 年 or 月.
  private func isDate(from index: Int) -> Bool {
    let end = speech[index...].prefix(5).firstIndex { !FixedGaps.isDigit($0) }
    return end.map { speech[$0] == 0x5E74 || speech[$0] == 0x6708 } ?? false
  }

  /// 万一 第一 统一 唯一 周一 星期一 初一 十一: this 一 counts no item.
  private func continuesWord(_ index: Int) -> Bool {
    index > 0 && (Self.wordStarts.contains(speech[index - 1]) || Self.numerals.contains(speech[index - 1]))
  }

  private func followsParty(_ index: Int) -> Bool {
    Self.parties.contains { index >= $0.count && speech[index - $0.count..<index].elementsEqual($0) }
  }

  private static let digits: [UInt32] = "一二三四五六七八九".unicodeScalars.map(\.value)
  private static let units = Set("十百千万亿个年天月次块元岁斤米里人亩吨只头".unicodeScalars.map(\.value))
  private static let one: UInt32 = 0x4E00
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
  private static let wordStarts = Set("万第统唯单专周期拜初之其逐".unicodeScalars.map(\.value))
  private static let parties = ["原告", "被告", "被告人", "上诉人", "申请人", "第三人"].map {
    $0.unicodeScalars.map(\.value)
  }
}
