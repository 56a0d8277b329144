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

  private let name: String
  private let handle: FileHandle
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  /// What of the chunk has been read but not given out.
  private var unread = 0..<0

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
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if unread.isEmpty, try !fill() { return isTooLong ? .tooLong : line.isEmpty ? nil : .bytes(line) }
      let (part, hasEnd) = take()
      isTooLong = isTooLong || line.count + part.count > limit
      if isTooLong { line = [] } else { line += chunk[part] }
      if hasEnd { return isTooLong ? .tooLong : .bytes(line) }
    }
  }

  /// Takes what is unread up to a line feed, which is taken too.
  private mutating func take() -> (part: Range<Int>, hasEnd: Bool) {
    let length = chunk.withUnsafeBytes { bytes -> Int? in
      guard let start = bytes.baseAddress.map({ $0 + unread.lowerBound }) else { return nil }
      return memchr(start, 0x0A, unread.count).map { UnsafeRawPointer($0) - start }
    }
    let part = unread.lowerBound..<unread.lowerBound + (length ?? unread.count)
    unread = part.upperBound + (length == nil ? 0 : 1)..<unread.upperBound
    return (part, length != nil)
  }

  /// Reads more; false at the end.
  private mutating func fill() throws(ReadFailure) -> Bool {
    let count = chunk.withUnsafeMutableBytes { Platform.read(handle.fileDescriptor, $0) }
    if count < 0 { throw InputFile.interrupted(name, Platform.message(Int32(-count))) }
    unread = 0..<count
    return count > 0
  }
}
