import TextCore

/// One JSON object on one line, written straight to bytes.
struct JSONLine {
  private(set) var bytes: [UInt8] = [0x7B]

  /// Starts an object of a type.
  init(_ type: StaticString) { add("type", String(describing: type)) }

  /// The object, closed, with a line feed.
  var closed: [UInt8] { bytes + [0x7D, 0x0A] }

  mutating func add(_ name: StaticString, _ value: String) {
    key(name)
    JSONText.appendQuoted(value.utf8, to: &bytes)
  }

  mutating func add(_ name: StaticString, _ value: ArraySlice<UInt8>) {
    key(name)
    JSONText.appendQuoted(value, to: &bytes)
  }

  mutating func add(_ name: StaticString, _ value: Int) { add(raw: name, String(value)) }

  mutating func add(_ name: StaticString, _ value: Bool) { add(raw: name, value ? "true" : "false") }

  mutating func add(_ name: StaticString, orNull value: String?) {
    if let value { add(name, value) } else { add(raw: name, "null") }
  }

  /// A number between 0 and 1 with at most three decimals.
  mutating func add(_ name: StaticString, share value: Double) {
    let thousandths = Int((min(max(value, 0), 1) * 1000).rounded())
    let decimals = String(1000 + thousandths % 1000).dropFirst()
    let trimmed = decimals.reversed().drop { $0 == "0" }.reversed()
    add(raw: name, "\(thousandths / 1000)" + (trimmed.isEmpty ? "" : "." + String(trimmed)))
  }

  /// A value that is JSON already.
  mutating func add(raw name: StaticString, _ json: String) {
    key(name)
    bytes += json.utf8
  }

  private mutating func key(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(0x2C) }
    bytes.append(0x22)
    name.withUTF8Buffer { bytes += $0 }
    bytes += [0x22, 0x3A]
  }
}
