/// One attribute as written: `w:val="1"`.
struct XMLAttribute {
  let name: Range<Int>
  let value: Range<Int>
}

extension XMLScanner {
  /// Most attributes of one element.
  private static let maximumAttributes = 256

  /// The value of the attribute with this local name, whatever its prefix; references resolved.
  func value(_ local: StaticString) throws(DocumentError) -> String? {
    let found = attributes.last { attribute in
      let name = bytes[attribute.name]
      let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
      return local.withUTF8Buffer { name[start...].elementsEqual($0) }
    }
    guard let found else { return nil }
    return String(decoding: try resolved(found.value), as: UTF8.self)
  }

  /// Reads a start tag from `<` to past `>`; the attributes go to `attributes`.
  mutating func tag() throws(DocumentError) -> (name: Range<Int>, isEmpty: Bool) {
    offset += 1
    let written = try name()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let start = offset
      skipSpace()
      if starts("/>") {
        offset += 2
        return (written, true)
      }
      if starts(">") {
        offset += 1
        return (written, false)
      }
      guard offset > start, attributes.count < Self.maximumAttributes else { throw error("标签没有写完") }
      attributes.append(try attribute())
    }
  }

  /// Namespaces that the attributes read last declare.
  func declarations() throws(DocumentError) -> [(prefix: Range<Int>, uri: String)] {
    var found: [(prefix: Range<Int>, uri: String)] = []
    for attribute in attributes {
      let name = attribute.name
      guard bytes[name].starts(with: "xmlns".utf8) else { continue }
      let rest = name.lowerBound + 5
      guard rest == name.upperBound || bytes[rest] == UInt8(ascii: ":") else { continue }
      let prefix = min(rest + 1, name.upperBound)..<name.upperBound
      found.append((prefix, String(decoding: try resolved(attribute.value), as: UTF8.self)))
    }
    return found
  }

  /// A name; the marks that end one are those of XML's own grammar.
  mutating func name() throws(DocumentError) -> Range<Int> {
    let start = offset
    while offset < bytes.count, !Self.endsName(bytes[offset]) { offset += 1 }
    guard offset > start, bytes[start] > UInt8(ascii: "9") else { throw error("标签名有误") }
    return start..<offset
  }

  /// Passes white space.
  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || (bytes[offset] >= 0x09 && bytes[offset] <= 0x0D) {
      offset += 1
    }
  }

  private mutating func attribute() throws(DocumentError) -> XMLAttribute {
    let written = try name()
    skipSpace()
    guard starts("=") else { throw error("属性没有值") }
    offset += 1
    skipSpace()
    guard starts("\"") || starts("'") else { throw error("属性的值没有引号") }
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: bytes[offset]) else { throw error("属性的值没有结束的引号") }
    guard !bytes[start..<end].contains(UInt8(ascii: "<")) else { throw error("属性的值里有“<”") }
    offset = end + 1
    return XMLAttribute(name: written, value: start..<end)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
