/// A JSON value that remembers where it stood; duplicate keys are kept so that readers can refuse them.
public struct JSONNode: Hashable, Sendable {
  /// What the value is.
  public enum Value: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it was written, so that money never passes through floating point.
    case number(String)
    /// A string with its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONNode])
    /// An object, members in order.
    case object([Member])
  }

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Where the key stands, between its quotes.
    public let keySpan: Span<Source>
    /// The value.
    public let node: JSONNode
  }

  /// The value.
  public let value: Value
  /// Where it stands.
  public let span: Span<Source>

  /// Parses a whole JSON text. What stands under the key `unread` is only scanned: its value is null, its place known.
  public static func parse(
    _ bytes: [UInt8], in range: Range<Int>? = nil, unread: String? = nil
  ) throws(JSONError) -> JSONNode {
    var scanner = JSONScanner(bytes, in: range)
    let node = try node(&scanner, bytes, try scanner.next(), unread)
    _ = try scanner.next()
    return node
  }

  /// The string, when it is one.
  public var string: String? { if case .string(let text) = value { text } else { nil } }
  /// The boolean, when it is one.
  public var bool: Bool? { if case .bool(let flag) = value { flag } else { nil } }
  /// The number as written, when it is one.
  public var number: String? { if case .number(let text) = value { text } else { nil } }
  /// The integer, when it is a number without fraction that fits.
  public var int: Int? { number.flatMap { Int($0) } }
  /// The elements; empty when it is no array.
  public var array: [JSONNode] { if case .array(let nodes) = value { nodes } else { [] } }
  /// The members; empty when it is no object.
  public var members: [Member] { if case .object(let members) = value { members } else { [] } }
  /// The first member of that name.
  public subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = value, let index = members.firstIndex(where: { $0.key == key }) else {
      return nil
    }
    return members[index].node
  }

  private static func node(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], _ token: JSONToken, _ unread: String?
  ) throws(JSONError) -> JSONNode {
    let end = scanner.offset
    switch token {
    case .null: return JSONNode(value: .null, span: Span(end - 4, end))
    case .bool(let flag): return JSONNode(value: .bool(flag), span: Span(end - (flag ? 4 : 5), end))
    case .number(let span): return JSONNode(value: .number(text(bytes, span)), span: span)
    case .string(let span): return JSONNode(value: .string(decoded(bytes, span)), span: span)
    case .beginArray: return try array(&scanner, bytes, start: end - 1, unread)
    case .beginObject: return try object(&scanner, bytes, start: end - 1, unread)
    case .key, .endArray, .endObject, .end: throw JSONError(end, "JSON 内容不完整")
    }
  }

  private static func array(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], start: Int, _ unread: String?
  ) throws(JSONError) -> JSONNode {
    var nodes: [JSONNode] = []
    while true {
      let token = try scanner.next()
      if token == .endArray {
        return JSONNode(value: .array(nodes), span: Span(start, scanner.offset))
      }
      nodes.append(try node(&scanner, bytes, token, unread))
    }
  }

  private static func object(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], start: Int, _ unread: String?
  ) throws(JSONError) -> JSONNode {
    var members: [Member] = []
    while case .key(let span) = try scanner.next() {
      let key = decoded(bytes, span)
      let node =
        key == unread
        ? JSONNode(value: .null, span: try scanner.skipValue())
        : try node(&scanner, bytes, try scanner.next(), unread)
      members.append(Member(key: key, keySpan: span, node: node))
    }
    return JSONNode(value: .object(members), span: Span(start, scanner.offset))
  }

  private static func text(_ bytes: [UInt8], _ span: Span<Source>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[span.range], as: UTF8.self) }
  }

  private static func decoded(_ bytes: [UInt8], _ span: Span<Source>) -> String {
    if JSONPlainRun.end(bytes, span.start, span.end) == span.end { return text(bytes, span) }
    return String(decoding: JSONScanner.decode(bytes, span), as: UTF8.self)
  }
}
