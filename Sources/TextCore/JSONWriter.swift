/// Writes one JSON object with keys in the order they were added; numbers that matter are passed as text.
public struct JSONObjectWriter: Sendable {
  private var body = "{"

  /// An empty object.
  public init() {}

  /// The object so far, closed.
  public var text: String { body + "}" }

  /// Adds a string.
  public mutating func add(_ key: String, _ value: String) { addRaw(key, JSONText.quoted(value)) }
  /// Adds an integer.
  public mutating func add(_ key: String, _ value: Int) { addRaw(key, String(value)) }
  /// Adds a boolean.
  public mutating func add(_ key: String, _ value: Bool) { addRaw(key, value ? "true" : "false") }
  /// Adds an array of strings.
  public mutating func add(_ key: String, _ values: [String]) {
    addRaw(key, JSONText.array(values.map(JSONText.quoted)))
  }
  /// Adds a string or null.
  public mutating func add(_ key: String, orNull value: String?) {
    addRaw(key, value.map(JSONText.quoted) ?? "null")
  }

  /// Adds a value that is JSON already.
  public mutating func addRaw(_ key: String, _ json: String) {
    if body.utf8.count > 1 { body += "," }
    body += JSONText.quoted(key) + ":" + json
  }
}

/// Small pieces of JSON text.
public enum JSONText {
  /// A quoted and escaped JSON string.
  public static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 2)
    appendQuoted(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a quoted and escaped JSON string made of valid UTF-8.
  public static func appendQuoted(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    if text.withContiguousStorageIfAvailable({ appendQuoted($0, to: &bytes) }) == nil {
      Array(text).withUnsafeBufferPointer { appendQuoted($0, to: &bytes) }
    }
  }

  /// Copies whole runs between characters that need an escape.
  private static func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      bytes.append(contentsOf: text[start..<index])
      appendEscaped(byte, to: &bytes)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(0x22)
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0D: bytes += [0x5C, 0x72]
    case 0x09: bytes += [0x5C, 0x74]
    default: bytes += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 15)]
    }
  }

  /// An array of values that are JSON already.
  public static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
