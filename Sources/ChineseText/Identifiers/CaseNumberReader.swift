import TextCore

/// Reads a case number from bytes, brackets and digits half- or full-width.
struct CaseNumberReader {
  struct Found {
    let number: CaseNumber
    let end: Int
    let problem: String?
  }

  private static let opening = ["（", "(", "〔", "【", "["].map { Array($0.utf8) }
  private static let closing = ["）", ")", "〕", "】", "]"].map { Array($0.utf8) }
  private static let wordForNumber = Array("第".utf8)
  private static let endWord = Array("号".utf8)
  private static let suffixWord = Array("之".utf8)
  private static let ordinals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
  private static let longestType = 8

  private let bytes: [UInt8]
  private var index: Int

  static func read(_ bytes: [UInt8], at start: Int) -> Found? {
    var reader = CaseNumberReader(bytes: bytes, index: start)
    return reader.read()
  }

  /// True when a case number could start with this byte.
  @inline(__always)
  static func mayStart(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x5B || byte == 0xEF || byte == 0xE3
  }

  private mutating func read() -> Found? {
    guard skip(anyOf: Self.opening) else { return nil }
    skipSpaces()
    guard let year = ASCIIByte.number(digits(4)), (1949...2100).contains(year) else { return nil }
    skipSpaces()
    guard skip(anyOf: Self.closing) else { return nil }
    skipSpaces()
    return modern(year) ?? old(year)
  }

  private mutating func modern(_ year: Int) -> Found? {
    let start = index
    if let (court, end) = CourtCode.read(bytes, index) {
      index = end
      let type = hanRun(until: nil)
      if !type.isEmpty, let found = finish(year, court, type) { return found }
    }
    index = start
    return nil
  }

  private mutating func old(_ year: Int) -> Found? {
    let type = hanRun(until: Self.wordForNumber)
    guard type.hasSuffix("字"), skip(anyOf: [Self.wordForNumber]) else { return nil }
    return finish(year, nil, type)
  }

  private mutating func finish(_ year: Int, _ court: CourtCode?, _ type: String) -> Found? {
    let serial = serialNumber()
    guard !serial.isEmpty else { return nil }
    let isClosed = skip(anyOf: [Self.endWord])
    let number = CaseNumber(
      year: year, court: court, type: type, serial: serial, suffix: isClosed ? suffix() : "")
    return Found(number: number, end: index, problem: isClosed ? number.problem : "案号末尾缺少“号”")
  }

  private mutating func skip(anyOf words: [[UInt8]]) -> Bool {
    for word in words where UTF8Bytes.hasPrefix(bytes, index, word) {
      index += word.count
      return true
    }
    return false
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }

  private mutating func digits(_ limit: Int) -> [UInt8] {
    var found: [UInt8] = []
    while found.count < limit, index < bytes.count, let sign = ASCIIByte.folded(bytes, index),
      ASCIIByte.isDigit(sign.byte)
    {
      found.append(sign.byte)
      index += sign.length
    }
    return found
  }

  private mutating func hanRun(until stop: [UInt8]?) -> String {
    let start = index
    for _ in 0..<Self.longestType {
      guard index < bytes.count, (0xE4...0xE9).contains(bytes[index]) else { break }
      if let stop, UTF8Bytes.hasPrefix(bytes, index, stop) { break }
      index = min(bytes.count, index + 3)
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Digits, and more digits after 、 or - where merged cases share a number.
  private mutating func serialNumber() -> String {
    var text = String(decoding: digits(12), as: UTF8.self)
    while !text.isEmpty {
      let start = index
      let mark = skip(anyOf: [Array("、".utf8)]) ? "、" : skip(anyOf: [[0x2D]]) ? "-" : ""
      let more = mark.isEmpty ? [] : digits(12)
      guard !more.isEmpty else {
        index = start
        break
      }
      text += mark + String(decoding: more, as: UTF8.self)
    }
    return text
  }

  private mutating func suffix() -> String {
    guard UTF8Bytes.hasPrefix(bytes, index, Self.suffixWord) else { return "" }
    var end = index + Self.suffixWord.count
    while end < bytes.count, Self.ordinals.contains(UTF8Bytes.scalar(bytes, end).value) { end += 3 }
    guard end > index + Self.suffixWord.count else { return "" }
    defer { index = end }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }
}
