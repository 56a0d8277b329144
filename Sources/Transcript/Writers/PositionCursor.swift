import TextCore

/// Lines and columns of offsets that come in ascending order; O(text) for all of them together, however long lines are.
struct PositionCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The place of `target`, which is not before the one asked for last.
  mutating func position(at target: Int) -> Position {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0A {
        line += 1
        column = 1
      } else if offset + 1 >= bytes.count || !UTF8Bytes.isContinuation(bytes[offset + 1]) {
        column += 1
      }
      offset += 1
    }
    return Position(line: line, column: column)
  }
}
