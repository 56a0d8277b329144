/// What is wrong with a JSON text, and at which byte.
public struct JSONError: Error, Hashable, Sendable {
  /// Byte offset in the text.
  public let offset: Int
  /// What is wrong, in Chinese.
  public let message: String

  /// Makes an error.
  public init(_ offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}

/// One piece of a JSON text; strings and numbers stay as spans of the input until somebody asks.
public enum JSONToken: Hashable, Sendable {
  /// `{`
  case beginObject
  /// `}`
  case endObject
  /// `[`
  case beginArray
  /// `]`
  case endArray
  /// The key of a member; the span covers the text between the quotes.
  case key(Span<Source>)
  /// A string; the span covers the text between the quotes.
  case string(Span<Source>)
  /// A number as it was written.
  case number(Span<Source>)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`
  case null
  /// Nothing but white space is left.
  case end
}

/// A strict pull scanner over JSON bytes (RFC 8259): constant memory but for the nesting, which is limited.
public struct JSONScanner: Sendable {
  /// Deepest nesting read; deeper text is refused rather than trusted.
  public static let maximumDepth = 512

  private enum Expecting { case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing }

  private let bytes: [UInt8]
  private let limit: Int
  private var containers: [Bool] = []  // true: object
  private var expecting: Expecting = .value
  /// Offset of the next unread byte.
  public private(set) var offset: Int

  /// Scans `bytes`, or the part `range` of it.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    self.offset = range?.lowerBound ?? 0
    self.limit = range?.upperBound ?? bytes.count
    if range == nil, UTF8Bytes.hasPrefix(bytes, 0, [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next token, or the error that stops the text from being JSON.
  public mutating func next() throws(JSONError) -> JSONToken {
    skipSpace()
    guard offset < limit else {
      guard expecting == .nothing else { throw JSONError(offset, "JSON 在这里中断，内容不完整") }
      return .end
    }
    switch expecting {
    case .nothing: throw JSONError(offset, "JSON 结束之后还有多余的内容")
    case .commaOrEnd: return try afterValue()
    case .key, .keyOrEnd: return try key()
    case .value, .valueOrEnd: return try value()
    }
  }

  /// Skips the value that comes next, whatever it is, and tells where it stands.
  @discardableResult
  public mutating func skipValue() throws(JSONError) -> Span<Source> {
    skipSpace()
    let (start, depth) = (offset, containers.count)
    repeat { _ = try next() } while containers.count > depth
    return Span(start, offset)
  }

  /// The bytes of a string span with escapes resolved; a lone surrogate becomes U+FFFD.
  public static func decode(_ bytes: [UInt8], _ span: Span<Source>) -> [UInt8] {
    JSONStringDecoder.decode(bytes, span)
  }

  private mutating func afterValue() throws(JSONError) -> JSONToken {
    let inObject = containers.last == true
    switch bytes[offset] {
    case UInt8(ascii: ","):
      offset += 1
      expecting = inObject ? .key : .value
      return try next()
    case UInt8(ascii: "}") where inObject: return close(.endObject)
    case UInt8(ascii: "]") where !inObject: return close(.endArray)
    default: throw JSONError(offset, inObject ? "这里应当是“,”或“}”" : "这里应当是“,”或“]”")
    }
  }

  private mutating func key() throws(JSONError) -> JSONToken {
    if bytes[offset] == UInt8(ascii: "}"), expecting == .keyOrEnd { return close(.endObject) }
    guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONError(offset, "这里应当是带双引号的键名") }
    let span = try string()
    skipSpace()
    guard offset < limit, bytes[offset] == UInt8(ascii: ":") else { throw JSONError(offset, "键名后面缺少“:”") }
    offset += 1
    expecting = .value
    return .key(span)
  }

  private mutating func value() throws(JSONError) -> JSONToken {
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try open(true)
    case UInt8(ascii: "["): return try open(false)
    case UInt8(ascii: "]") where expecting == .valueOrEnd: return close(.endArray)
    case UInt8(ascii: "\""):
      let span = try string()
      finishValue()
      return .string(span)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func open(_ object: Bool) throws(JSONError) -> JSONToken {
    guard containers.count < Self.maximumDepth else {
      throw JSONError(offset, "嵌套超过 \(Self.maximumDepth) 层，拒绝读取")
    }
    offset += 1
    containers.append(object)
    expecting = object ? .keyOrEnd : .valueOrEnd
    return object ? .beginObject : .beginArray
  }

  private mutating func close(_ token: JSONToken) -> JSONToken {
    offset += 1
    containers.removeLast()
    finishValue()
    return token
  }

  private mutating func finishValue() { expecting = containers.isEmpty ? .nothing : .commaOrEnd }

  private mutating func word(_ text: StaticString, _ token: JSONToken) throws(JSONError) -> JSONToken {
    let expected = text.withUTF8Buffer { Array($0) }
    guard offset + expected.count <= limit, UTF8Bytes.hasPrefix(bytes, offset, expected) else {
      throw JSONError(offset, "无法识别的内容，JSON 的值应为字符串、数字、true、false、null、数组或对象")
    }
    offset += expected.count
    finishValue()
    return token
  }

  private mutating func string() throws(JSONError) -> Span<Source> {
    let quote = offset
    offset += 1
    while true {
      offset = JSONPlainRun.end(bytes, offset, limit)
      guard offset < limit else { break }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return Span(quote + 1, offset - 1)
      case UInt8(ascii: "\\"): try escape()
      default: throw JSONError(offset, "字符串里有未转义的控制字符")
      }
    }
    throw JSONError(quote, "字符串没有结束的双引号")
  }

  private mutating func escape() throws(JSONError) {
    guard offset + 1 < limit else { throw JSONError(offset, "转义没有写完") }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    case UInt8(ascii: "u"):
      guard offset + 6 <= limit, JSONStringDecoder.hex4(bytes, offset + 2) != nil else {
        throw JSONError(offset, "\\u 后面应当是四位十六进制数")
      }
      offset += 6
    default: throw JSONError(offset, "不认识的转义")
    }
  }

  private mutating func number() throws(JSONError) -> JSONToken {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    let leadingZero = peek == UInt8(ascii: "0")
    let integer = digits()
    guard integer > 0, !(leadingZero && integer > 1) else {
      throw JSONError(start, "无法识别的内容，JSON 的值应为字符串、数字、true、false、null、数组或对象")
    }
    if peek == UInt8(ascii: ".") {
      offset += 1
      guard digits() > 0 else { throw JSONError(offset, "小数点后面缺少数字") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      guard digits() > 0 else { throw JSONError(offset, "指数部分缺少数字") }
    }
    finishValue()
    return .number(Span(start, offset))
  }

  private var peek: UInt8? { offset < limit ? bytes[offset] : nil }

  private mutating func digits() -> Int {
    let start = offset
    while offset < limit, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
    return offset - start
  }

  private mutating func skipSpace() {
    while offset < limit {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }
}
