/// Tells which kind of work a difference in content belongs to.
enum ErrorKinds {
  private static let fillers = Set("嗯呃额啊哦哎唉呐那个这就是说然后的话对吧".unicodeScalars.map(\.value))
  private static let units = Set("元块毛角分号日时点".unicodeScalars.map(\.value))

  static func kind(of run: AlignedPair.Run, in pair: AlignedPair) -> TranscriptError.Kind {
    let gold = Array(pair.gold.content[run.gold])
    let predicted = Array(pair.predicted.content[run.predicted])
    if isNumeric(gold, predicted) || isNumeric(predicted, gold) { return .numbers }
    if gold.isEmpty, isIdle(predicted) || isRepeated(run.predicted, in: pair.predicted.content) {
      return .cleanup
    }
    if predicted.isEmpty, isIdle(gold) || isRepeated(run.gold, in: pair.gold.content) { return .cleanup }
    return .terms
  }

  /// Digits, or numerals and units against something else.
  private static func isNumeric(_ part: [UInt32], _ other: [UInt32]) -> Bool {
    if part.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return true }
    guard !part.isEmpty else { return false }
    return part.allSatisfy { NumeralValue.isNumeral($0) || units.contains($0) }
      && other.allSatisfy { NumeralValue.isNumeral($0) || units.contains($0) }
  }

  private static func isIdle(_ part: [UInt32]) -> Bool { !part.isEmpty && part.allSatisfy(fillers.contains) }

  private static func isRepeated(_ range: Range<Int>, in content: [UInt32]) -> Bool {
    let length = range.count
    let before = range.lowerBound >= length ? content[range.lowerBound - length..<range.lowerBound] : []
    let after =
      range.upperBound + length <= content.count ? content[range.upperBound..<range.upperBound + length] : []
    return content[range].elementsEqual(before) || content[range].elementsEqual(after)
  }
}
