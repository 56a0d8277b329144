import TextCore

extension XMLScanner {
  /// Character data with references resolved and line ends made one (XML 1.0, sections 2.11 and 4.6): only the five
  /// predefined entities and character numbers exist.
  func resolved(_ range: Range<Int>) throws(DocumentError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        index = try appendReference(index, range.upperBound, to: &text)
        continue
      }
      if byte == 0x0D {
        if index + 1 == range.upperBound || bytes[index + 1] != 0x0A { text.append(0x0A) }
      } else {
        guard byte >= 0x20 || byte == 0x09 || byte == 0x0A else { throw .damaged("XML 第 \(index) 字节：有控制字符") }
        text.append(byte)
      }
      index += 1
    }
    return text
  }

  private static let entities: [(name: [UInt8], text: UInt8)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  private func appendReference(_ start: Int, _ end: Int, to text: inout [UInt8]) throws(DocumentError) -> Int
  {
    let limit = min(end, start + 12)
    guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw .damaged("XML 第 \(start) 字节：“&”后面不是实体")
    }
    let name = bytes[start + 1..<close]
    if let entity = Self.entities.first(where: { name.elementsEqual($0.name) }) {
      text.append(entity.text)
    } else if name.first == UInt8(ascii: "#"), let scalar = Self.scalar(name.dropFirst()) {
      UTF8Bytes.append(scalar, to: &text)
    } else {
      throw .damaged("XML 第 \(start) 字节：有未知的实体，拒绝读取")
    }
    return close + 1
  }

  /// The number of a character that XML allows, decimal or after `x` hexadecimal.
  private static func scalar(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard !text.hasPrefix("+"), !text.hasPrefix("-"), let value = UInt32(text, radix: isHex ? 16 : 10),
      Unicode.Scalar(value) != nil, isAllowed(value)
    else { return nil }
    return value
  }

  /// True for the characters of XML 1.0, production 2.
  static func isAllowed(_ scalar: UInt32) -> Bool {
    scalar >= 0x20 ? scalar != 0xFFFE && scalar != 0xFFFF : scalar == 0x09 || scalar == 0x0A || scalar == 0x0D
  }
}

/// Text made safe for XML content and attributes.
enum XMLEscape {
  /// Escapes the marks of XML; what XML cannot hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD so that it
  /// stays visible.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x00..<0x20: bytes += [0xEF, 0xBF, 0xBD]
      case 0xBE, 0xBF: bytes.append(bytes.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }
}
