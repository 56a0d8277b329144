import Foundation

/// A human place in a text: 1-based line and 1-based column counted in Unicode scalars.
public struct Position: Hashable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column in scalars, from 1.
  public let column: Int

  /// Makes a position from 1-based numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where each line of a text starts; turns byte offsets into lines and columns in O(log lines + column).
///
/// A line ends at LF; a CR before it belongs to the line.
public struct LineIndex: Sendable {
  /// Four bytes for each line, exactly as many as there are: a text of line feeds alone must stay affordable.
  private let starts: [UInt32]

  /// Scans `bytes` twice; they must be fewer than 4 GiB.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count < UInt32.max, "a text of 4 GiB has no line index")
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { text in
      var feeds = 0
      Self.forEachFeed(text) { _ in feeds += 1 }
      starts.reserveCapacity(feeds + 1)
      Self.forEachFeed(text) { starts.append(UInt32($0 + 1)) }
    }
    self.starts = starts
  }

  @inline(__always)
  private static func forEachFeed(_ text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    guard let base = text.baseAddress else { return }
    var next = 0
    while let feed = memchr(base + next, 0x0A, text.count - next) {
      let place = UnsafeRawPointer(base).distance(to: feed)
      body(place)
      next = place + 1
    }
  }

  /// Number of lines; text after the last LF counts as a line even when empty.
  public var count: Int { starts.count }

  /// Byte offset at which 1-based `line` starts.
  public func start(ofLine line: Int) -> Int { Int(starts[min(max(line, 1), starts.count) - 1]) }

  /// Bytes of the 1-based `line` without its line end.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let first = start(ofLine: line)
    var last = line < starts.count ? Int(starts[line]) - 1 : bytes.count
    if last > first, bytes[last - 1] == 0x0D { last -= 1 }
    return first..<max(first, last)
  }

  /// The 1-based line that holds `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column of a byte offset; offsets past the end give the place after the last scalar.
  public func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: offset)
    let end = min(max(offset, 0), bytes.count)
    var column = 1
    for index in start(ofLine: line)..<max(end, start(ofLine: line))
    where !UTF8Bytes.isContinuation(bytes[index]) {
      column += 1
    }
    return Position(line: line, column: column)
  }
}
