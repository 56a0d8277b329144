import TextCore

/// A run of digits and letters, brought to ASCII, with the place of each sign.
///
/// Groups may be joined by one space or hyphen (6222 0212 …, 0571-8888…); with `spoken`, Chinese digits said one by
/// one count too (幺三九…), also with a comma between groups.
public struct CodeRun: Sendable {
  /// ASCII digits and letters.
  public private(set) var code: [UInt8] = []
  /// Where each sign starts; one entry more for the end of the last.
  public private(set) var places: [Range<Int>] = []
  /// Index in `code` where each group starts.
  public private(set) var groups: [Int] = []

  private static let longest = 200
  private static let separators = Set("，,、".unicodeScalars.map(\.value))

  /// The run that starts at `start`; nil when no digit or letter stands there.
  public static func read(_ bytes: [UInt8], at start: Int, end: Int, spoken: Bool) -> CodeRun? {
    guard start < end, sign(bytes, start, spoken) != nil else { return nil }
    var run = CodeRun()
    var index = start
    while index < end, run.code.count < longest {
      let before = run.code.count
      index = run.readGroup(bytes, index, end, spoken)
      guard run.code.count > before, index < end, let length = separator(bytes, index, spoken) else { break }
      index += length
    }
    return run.code.isEmpty ? nil : run
  }

  /// One past the last sign.
  public var end: Int { places.last?.upperBound ?? 0 }

  /// Digits among the signs.
  public var digitCount: Int { code.reduce(0) { $0 + (ASCIIByte.isDigit($1) ? 1 : 0) } }

  /// True for a plate without its province: a letter and five or six signs with at least three digits.
  public var isPlateTail: Bool {
    (6...7).contains(code.count) && ASCIIByte.isLetter(code[0]) && digitCount >= 3
  }

  /// Code and bytes of the groups `first...last`.
  func joined(_ first: Int, _ last: Int) -> (code: [UInt8], range: Range<Int>) {
    let from = groups[first]
    let to = last + 1 < groups.count ? groups[last + 1] : code.count
    return (Array(code[from..<to]), places[from].lowerBound..<places[to - 1].upperBound)
  }

  /// Signs in group `index`.
  func length(ofGroup index: Int) -> Int {
    (index + 1 < groups.count ? groups[index + 1] : code.count) - groups[index]
  }

  private mutating func readGroup(_ bytes: [UInt8], _ start: Int, _ end: Int, _ spoken: Bool) -> Int {
    var index = start
    groups.append(code.count)
    while index < end, code.count < Self.longest, let sign = Self.sign(bytes, index, spoken) {
      code.append(sign.byte)
      places.append(index..<index + sign.length)
      index += sign.length
    }
    if groups.last == code.count { groups.removeLast() }
    return index
  }

  private static func sign(_ bytes: [UInt8], _ index: Int, _ spoken: Bool) -> (byte: UInt8, length: Int)? {
    if let sign = ASCIIByte.folded(bytes, index) {
      return ASCIIByte.isDigit(sign.byte) || ASCIIByte.isLetter(sign.byte) ? sign : nil
    }
    guard spoken, (0xE3...0xE9).contains(bytes[index]) else { return nil }
    return digit(UTF8Bytes.scalar(bytes, index).value).map { ($0, 3) }
  }

  /// The ASCII digit of a Chinese digit as numbers are read out.
  static func digit(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x96F6, 0x3007: 0x30
    case 0x4E00, 0x5E7A: 0x31
    case 0x4E8C: 0x32
    case 0x4E09: 0x33
    case 0x56DB: 0x34
    case 0x4E94: 0x35
    case 0x516D: 0x36
    case 0x4E03: 0x37
    case 0x516B: 0x38
    case 0x4E5D: 0x39
    default: nil
    }
  }

  private static func separator(_ bytes: [UInt8], _ index: Int, _ spoken: Bool) -> Int? {
    if bytes[index] == 0x20 || bytes[index] == 0x2D { return 1 }
    guard spoken else { return nil }
    let mark = UTF8Bytes.scalar(bytes, index)
    return separators.contains(mark.value) ? mark.length : nil
  }
}
