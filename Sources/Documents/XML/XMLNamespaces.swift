/// The namespaces in force, by prefix (Namespaces in XML 1.0, section 6).
struct XMLNamespaces {
  /// Most declarations in force at once; a name is looked up among them one by one.
  private static let maximum = 256
  private static let xml = "http://www.w3.org/XML/1998/namespace"
  private var bound: [(prefix: [UInt8], uri: String)] = [(Array("xml".utf8), xml)]
  /// How many were bound before each open element.
  private var marks: [Int] = []

  /// Opens an element that declares these; past the maximum the oldest stay and the new ones are not taken.
  mutating func enter(_ declared: [(prefix: Range<Int>, uri: String)], in bytes: [UInt8]) {
    marks.append(bound.count)
    for entry in declared where bound.count < Self.maximum {
      bound.append((Array(bytes[entry.prefix]), entry.uri))
    }
  }

  /// Closes the element opened last.
  mutating func leave() {
    guard let mark = marks.popLast() else { return }
    bound.removeLast(bound.count - mark)
  }

  /// The name of an element; nil when its prefix was never declared.
  func name(_ bytes: [UInt8], _ written: Range<Int>) -> XMLName? {
    let colon = bytes[written].firstIndex(of: UInt8(ascii: ":"))
    let prefix = bytes[written.lowerBound..<(colon ?? written.lowerBound)]
    let local = String(
      decoding: bytes[(colon.map { $0 + 1 } ?? written.lowerBound)..<written.upperBound], as: UTF8.self)
    if let found = bound.last(where: { $0.prefix.elementsEqual(prefix) }) {
      return XMLName(space: found.uri, local: local)
    }
    return prefix.isEmpty ? XMLName(space: "", local: local) : nil
  }
}
