import ChineseText
import TextCore

/// A piece of evidence as it is announced: 证据一，借条一份，证明……
struct Exhibit: Hashable {
  /// Its number; nil for a whole speech without numbers.
  let number: Int?
  /// The words about it, up to the next one.
  let range: Range<Int>

  private static let evidence = Cues(["证据", "证据材料"])
  private static let ordinal = Cues(["第"])
  private static let group = Cues(["组", "份", "项", "号", "组证据", "份证据", "项证据", "号证据"])
  private static let most = 99
  /// Of 证据一三性无异议 the number is one.
  private static let aspects = Cues(["三性"])
  /// Bytes of 九十九三性.
  private static let longestCount = 15
  /// References told apart in one stretch of words; a hearing has few, and spans are longer than their words.
  private static let mostNamed = 200
  /// Between exhibits named together.
  private static let joints = Cues(["、", "和", "，证据", "、证据", "和证据", "及证据", "与证据", "及", "到证据", "至证据", "到", "至"])

  /// The exhibits of a speech, in order: 证据一, 第二组, 第3份证据; the whole speech when none is numbered.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>) -> [Exhibit] {
    let references = references(bytes, speech)
    guard !references.isEmpty else { return [Exhibit(number: nil, range: speech)] }
    return references.indices.map { index in
      let end = index + 1 < references.count ? references[index + 1].range.lowerBound : speech.upperBound
      return Exhibit(number: references[index].number, range: references[index].range.lowerBound..<end)
    }
  }

  /// Places where exhibits are named by number: 证据一、二 names two, 证据一至四 four, of which those between have no words.
  static func references(_ bytes: [UInt8], _ range: Range<Int>) -> [(number: Int, range: Range<Int>)] {
    var found: [(number: Int, range: Range<Int>)] = []
    var offset = range.lowerBound
    while offset < range.upperBound, found.count < mostNamed {
      if let reference = reference(bytes, offset, range.upperBound) {
        found.append(reference)
        offset = reference.range.upperBound
        while found.count < mostNamed, let next = further(bytes, offset, range.upperBound) {
          if isSpan(bytes, offset), let last = found.last?.number, last < next.number {
            found += (last + 1..<next.number).map { ($0, next.range.lowerBound..<next.range.lowerBound) }
          }
          found.append(next)
          offset = next.range.upperBound
        }
      } else {
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return found
  }

  /// Exhibits named by their bare numbers at the beginning of a sentence: 一、二没意见。四，没意见。
  static func bare(_ bytes: [UInt8], _ sentence: Range<Int>) -> [(number: Int, range: Range<Int>)] {
    guard let (number, end) = count(bytes, sentence.lowerBound, sentence.upperBound) else { return [] }
    var found = [(number: number, range: sentence.lowerBound..<end)]
    while let last = found.last?.range.upperBound, let next = further(bytes, last, sentence.upperBound) {
      found.append(next)
    }
    let stop = found[found.count - 1].range.upperBound
    return opinions.length(bytes, at: stop, to: sentence.upperBound) != nil ? found : []
  }

  /// What is said of exhibits right after their bare numbers.
  private static let opinions = Cues([
    "没", "无异议", "我认", "都", "认可", "不认", "是真", "，没", "，我认", "，认可", "，不认", "，无异议", "，是真", "真实",
  ])

  /// True at 至 and 到, which name those between too.
  private static func isSpan(_ bytes: [UInt8], _ offset: Int) -> Bool {
    spans.length(bytes, at: offset, to: min(bytes.count, offset + 9)) != nil
  }

  private static let spans = Cues(["到证据", "至证据", "到", "至"])

  private static func reference(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (
    number: Int, range: Range<Int>
  )? {
    if let length = evidence.length(bytes, at: offset, to: end),
      let (number, stop) = count(bytes, offset + length, end)
    {
      return (number, offset..<stop)
    }
    guard let length = ordinal.length(bytes, at: offset, to: end),
      let (number, stop) = count(bytes, offset + length, end),
      let unit = group.length(bytes, at: stop, to: end)
    else { return nil }
    return (number, offset..<stop + unit)
  }

  /// 、二 after 证据一.
  private static func further(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (
    number: Int, range: Range<Int>
  )? {
    guard let length = joints.length(bytes, at: offset, to: end),
      let (number, stop) = count(bytes, offset + length, end)
    else { return nil }
    return (number, offset..<stop)
  }

  private static func count(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (Int, Int)? {
    let end = aspects.first(bytes, in: offset..<max(offset, min(end, offset + longestCount))) ?? end
    guard offset < end, let numeral = Numeral.read(bytes, at: offset, end: end, decimals: false),
      !numeral.approximate,
      let number = numeral.value.flatMap({ Int($0.description) }), (1...most).contains(number)
    else { return nil }
    return (number, numeral.end)
  }
}
