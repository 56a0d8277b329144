/// Reads CSV (RFC 4180; commas, or tabs or semicolons when the header has them instead) from decoded text.
struct DelimitedTable {
  /// One row: its cells and the line it begins on.
  struct Row: Hashable {
    let line: Int
    let cells: [String]
    /// A quote was opened and never closed.
    var isOpen = false
  }

  /// The rows, blank lines left out; linear.
  static func rows(_ bytes: [UInt8]) -> [Row] {
    let separator = separator(bytes)
    var rows: [Row] = []
    var (at, line) = (0, 1)
    while at < bytes.count {
      let start = line
      let (cells, isOpen) = row(bytes, &at, &line, separator)
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(Row(line: start, cells: cells, isOpen: isOpen))
      }
    }
    return rows
  }

  private static func row(
    _ bytes: [UInt8], _ at: inout Int, _ line: inout Int, _ separator: UInt8
  ) -> ([String], isOpen: Bool) {
    var cells: [String] = []
    while true {
      let (cell, isOpen) = cell(bytes, &at, &line, separator)
      cells.append(cell)
      if at >= bytes.count { return (cells, isOpen) }
      let end = bytes[at]
      at += 1
      if end == separator { continue }
      if end == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      return (cells, isOpen)
    }
  }

  private static func cell(
    _ bytes: [UInt8], _ at: inout Int, _ line: inout Int, _ separator: UInt8
  ) -> (String, isOpen: Bool) {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      let start = at
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      return (trimmed(bytes[start..<at]), false)
    }
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard at < bytes.count, bytes[at] == byte else {
          while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
            text.append(bytes[at])
            at += 1
          }
          return (trimmed(text[...]), false)
        }
        at += 1
      }
      if byte == 0x0A { line += 1 }
      text.append(byte)
    }
    return (trimmed(text[...]), true)
  }

  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != 0x0A }
    let candidates: [UInt8] = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
    return candidates.first { header.contains($0) } ?? UInt8(ascii: ",")
  }

  /// Without white space at the ends, the ideographic space and a byte order mark among it.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
