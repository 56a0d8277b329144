import Foundation
import TextCore

/// Reads a file or standard input line by line, as the lines come, in memory bounded by the longest line allowed.
struct LineReader {
  /// One line.
  enum Line: Equatable, Sendable {
    /// Its bytes without the line feed.
    case bytes([UInt8])
    /// Longer than allowed; nothing of it was kept.
    case tooLong
  }

  private static let chunk = 1 << 16
  private let name: String
  private let handle: FileHandle
  private let limit: Int
  private var buffer: [UInt8] = []
  /// First byte of `buffer` not yet given out, and the first not yet searched for a line feed.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var isSkipping = false

  /// Opens the file, or standard input for `-`; throws why it cannot be read.
  init(_ name: String, limit: Int) throws(ReadFailure) {
    self.init(try InputFile.open(name), name: name, limit: limit)
  }

  /// Reads an open file.
  init(_ handle: FileHandle, name: String = "-", limit: Int) {
    self.name = name
    self.limit = limit
    self.handle = handle
  }

  /// The next line; nil at the end. The last line needs no line feed.
  mutating func next() throws(ReadFailure) -> Line? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return take(to: end, next: end + 1) }
      searched = buffer.count
      if isAtEnd {
        return start < buffer.count || isSkipping ? take(to: buffer.count, next: buffer.count) : nil
      }
      if buffer.count - start > limit { skip() }
      try fill()
    }
  }

  /// Forgets what is there of a line that is too long.
  private mutating func skip() {
    isSkipping = true
    buffer.removeAll(keepingCapacity: false)
    (start, searched) = (0, 0)
  }

  private mutating func take(to end: Int, next: Int) -> Line {
    let line = isSkipping || end - start > limit ? Line.tooLong : .bytes(Array(buffer[start..<end]))
    (start, searched, isSkipping) = (next, next, false)
    return line
  }

  private mutating func fill() throws(ReadFailure) {
    if start > 0 {
      buffer.removeFirst(start)
      (start, searched) = (0, searched - start)
    }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = buffer.withUnsafeMutableBytes { bytes in
      Platform.read(handle.fileDescriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
    }
    buffer.removeLast(Self.chunk - max(0, count))
    if count < 0 { throw InputFile.interrupted(name, Platform.message(Int32(-count))) }
    isAtEnd = count == 0
  }
}
