import TextCore

/// The members of an event, found without building a tree.
struct EventFields {
  private let bytes: [UInt8]
  private var members: [(key: Range<Int>, value: Range<Int>, isString: Bool)] = []

  /// Scans one JSON object; throws when it is none.
  init(_ bytes: [UInt8]) throws(LedgerEventError) {
    self.bytes = bytes
    do throws(JSONError) { try scan() } catch { throw LedgerEventError("事件不是有效的 JSON：\(error.message)") }
  }

  /// A string member.
  func string(_ key: StaticString) -> String? { bytes(key).map { String(decoding: $0, as: UTF8.self) } }

  /// An integer member.
  func int(_ key: StaticString) -> Int? {
    guard let member = member(key), !member.isString else { return nil }
    return Int(String(decoding: bytes[member.value], as: UTF8.self))
  }

  /// A member as it was written, an object for instance.
  func raw(_ key: StaticString) -> [UInt8]? { member(key).map { Array(bytes[$0.value]) } }

  /// True when the string member is that.
  func has(_ key: StaticString, _ value: StaticString) -> Bool {
    guard let member = member(key), member.isString else { return false }
    return value.withUTF8Buffer { bytes[member.value].elementsEqual($0) }
  }

  private func bytes(_ key: StaticString) -> [UInt8]? {
    guard let member = member(key), member.isString else { return nil }
    return JSONScanner.decode(bytes, Span(member.value.lowerBound, member.value.upperBound))
  }

  private func member(_ key: StaticString) -> (key: Range<Int>, value: Range<Int>, isString: Bool)? {
    key.withUTF8Buffer { name in members.first { bytes[$0.key].elementsEqual(name) } }
  }

  private mutating func scan() throws(JSONError) {
    var scanner = JSONScanner(bytes)
    guard try scanner.next() == .beginObject else { throw JSONError(0, "应为对象") }
    while case .key(let key) = try scanner.next() {
      let start = scanner.offset
      if start < bytes.count, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") {
        try scanner.skipValue()
        members.append((key.range, start..<scanner.offset, false))
      } else {
        switch try scanner.next() {
        case .string(let span): members.append((key.range, span.range, true))
        case .number(let span): members.append((key.range, span.range, false))
        default: members.append((key.range, start..<scanner.offset, false))
        }
      }
    }
  }
}
