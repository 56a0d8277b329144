import ChineseText
import TextCore

/// Home addresses after 住 and its like; what is said down to the county stays, the rest goes (article 10).
enum HomeAddresses {
  private static let cues = [
    "家住", "现住", "居住在", "住址", "住在", "户籍地", "户籍所在地", "家庭地址", "送达地址", "联系地址", "收件地址", "住", "我家在", "家在",
  ]
  private static let automaton = LiteralAutomaton(cues)
  /// Words that make a place more exact than a county.
  private static let units = values("路街巷弄村屯寨庄苑镇乡")
  /// Words of two characters that do the same.
  private static let estates = ["大道", "街道", "小区", "社区", "花园", "家园", "公寓", "新村"].map { Array($0.utf8) }
  /// Parts of a building, which tell a home only after a number.
  private static let numbered = values("号栋幢室单")
  private static let numerals = values("0123456789一二三四五六七八九十百零〇幺")
  /// Words of telling: a part that holds one is no address.
  private static let telling = values("的我他她你了都就说")
  private static let counties = values("省市区县旗州盟")
  /// Characters after 住 that show it is no address.
  private static let notAfter = values("院宿房户了过不得满持处手嘴所建宅着几哪这")
  /// After a number these make a duration or a count: 住了五年, 住两间.
  private static let counted = values("年个天月间晚夜口次户层多十百家起")
  private static let stops = values("。；！？\n,，、;!?\"”：:（(")
  private static let comma = Array("，".utf8)
  private static let fillers = ["那个", "在", "是", "于", "：", ":", " ", "为", "，"].map { Array($0.utf8) }
  private static let longest = 40
  private static let mostParts = 4

  private static func values(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

  /// The places to mask.
  static func finds(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in automaton.leftmostLongest(in: bytes)
    where match.end < bytes.count && match.end >= (found.last?.upperBound ?? 0) {
      var start = match.end
      while start < bytes.count, let skip = filler(bytes, start, isBare: match.end - match.start == 3) {
        start += skip
      }
      guard start < bytes.count, mayStart(bytes, start), let range = address(bytes, start) else { continue }
      found.append(range)
    }
    return found
  }

  /// 在, 是, colon, space, 那个 between the cue and the place.
  private static func filler(_ bytes: [UInt8], _ index: Int, isBare: Bool) -> Int? {
    fillers.first { UTF8Bytes.hasPrefix(bytes, index, $0) && !(isBare && $0 == comma) }?.count
  }

  private static func mayStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    let (scalar, length) = UTF8Bytes.scalar(bytes, start)
    if notAfter.contains(scalar) { return false }
    guard numerals.contains(scalar) || scalar == 0x4E24, start + length < bytes.count else { return true }
    return !counted.contains(UTF8Bytes.scalar(bytes, start + length).value)
  }

  /// From after the last county word to the end of the last part that names a road, village, house …
  private static func address(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
    var (county, end, at) = (start, start, start)
    for _ in 0..<mostParts {
      let part = readPart(bytes, at)
      guard part.isExact || (part.county != nil && end == start) else { break }
      if let place = part.county, !part.isExact || place < part.end { county = max(county, place) }
      if part.isExact { end = part.end }
      guard part.end < bytes.count, isComma(bytes, part.end) else { break }
      at = part.end + UTF8Bytes.length(lead: bytes[part.end])
    }
    let first = min(county, end)
    return end > first ? skipComma(bytes, first)..<end : nil
  }

  private static func readPart(_ bytes: [UInt8], _ start: Int) -> (end: Int, isExact: Bool, county: Int?) {
    var (index, count) = (start, 0)
    var isExact = false
    var county: Int?
    while index < bytes.count, count < longest {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      if stops.contains(scalar) { break }
      if telling.contains(scalar) { return (index, false, nil) }
      if counties.contains(scalar), !isExact, !isEstate(bytes, index) { county = index + length }
      if isUnit(bytes, index, scalar, start) { isExact = true }
      index += length
      count += 1
    }
    return (index, isExact, county)
  }

  /// 小区 and 社区 are no counties.
  private static func isEstate(_ bytes: [UInt8], _ index: Int) -> Bool {
    ["小", "社", "园", "工业"].contains { UTF8Bytes.hasSuffix(bytes, index, Array($0.utf8)) }
  }

  private static func isUnit(_ bytes: [UInt8], _ index: Int, _ scalar: UInt32, _ start: Int) -> Bool {
    guard index > start else { return false }
    if units.contains(scalar) { return true }
    if numbered.contains(scalar), let before = UTF8Bytes.scalar(bytes, before: index) {
      return numerals.contains(before.value)
    }
    return estates.contains { UTF8Bytes.hasPrefix(bytes, index, $0) }
  }

  private static func isComma(_ bytes: [UInt8], _ index: Int) -> Bool {
    [0x2C, 0xFF0C, 0x3001].contains(UTF8Bytes.scalar(bytes, index).value)
  }

  private static func skipComma(_ bytes: [UInt8], _ index: Int) -> Int {
    isComma(bytes, index) ? index + UTF8Bytes.length(lead: bytes[index]) : index
  }
}
