import TextCore

/// One line of the ledger.
///
/// `{"seq":1,"time":"2026-01-02T09:00:00+08:00","more":0,"prev":"<64 hex>","event":{…},"sum":"<64 hex>"}`: `sum` is the
/// SHA-256 of the line up to `,"sum"`, `prev` the sum of the line before (64 zeros for the first), `more` how many lines
/// of the same commit follow: a commit counts only when its line with `more` 0 is there.
public struct LedgerRecord: Hashable, Sendable {
  /// Number, from 1, without gaps.
  public let sequence: Int
  /// When it was written.
  public let time: Moment
  /// Lines of the same commit that follow.
  public let more: Int
  /// The event: one JSON object.
  public let event: [UInt8]

  /// The sum that stands before the first line.
  static let origin = [UInt8](repeating: UInt8(ascii: "0"), count: 64)

  private static let keys = (
    seq: Array("{\"seq\":".utf8), time: Array(",\"time\":\"".utf8), more: Array("\",\"more\":".utf8),
    prev: Array(",\"prev\":\"".utf8), event: Array("\",\"event\":".utf8), sum: Array(",\"sum\":\"".utf8)
  )
  private static let tailLength = 8 + 64 + 2

  /// Appends the line with its end to `bytes`; returns its sum, 64 hexadecimal digits.
  func append(to bytes: inout [UInt8], previous: [UInt8]) -> [UInt8] {
    let start = bytes.count
    bytes += Self.keys.seq
    bytes += String(sequence).utf8
    bytes += Self.keys.time
    bytes += time.isoBytes
    bytes += Self.keys.more
    bytes += String(more).utf8
    bytes += Self.keys.prev
    bytes += previous
    bytes += Self.keys.event
    bytes += event
    let sum = Self.sum(bytes, start..<bytes.count)
    bytes += Self.keys.sum
    bytes += sum
    bytes += [UInt8(ascii: "\""), UInt8(ascii: "}"), 0x0A]
    return sum
  }

  /// What stands in a line, found by its fixed layout.
  struct Line {
    let sequence: Int
    let more: Int
    let time: Range<Int>
    let previous: Range<Int>
    let event: Range<Int>
    let sum: Range<Int>
  }

  /// Reads a line without its end; nil when the layout is not that of a ledger line.
  static func line(_ bytes: [UInt8], _ range: Range<Int>) -> Line? {
    let tail = range.upperBound - tailLength
    guard tail > range.lowerBound + 120, UTF8Bytes.hasPrefix(bytes, tail, keys.sum),
      bytes[range.upperBound - 2] == UInt8(ascii: "\""), bytes[range.upperBound - 1] == UInt8(ascii: "}")
    else { return nil }
    var at = range.lowerBound
    guard take(bytes, &at, keys.seq), let sequence = number(bytes, &at), take(bytes, &at, keys.time) else {
      return nil
    }
    let time = at..<at + 25
    at += 25
    guard take(bytes, &at, keys.more), let more = number(bytes, &at), take(bytes, &at, keys.prev) else {
      return nil
    }
    let previous = at..<at + 64
    at += 64
    guard take(bytes, &at, keys.event), at < tail else { return nil }
    return Line(
      sequence: sequence, more: more, time: time, previous: previous, event: at..<tail,
      sum: tail + 8..<tail + 72)
  }

  /// The sum of a part of `bytes`, as hexadecimal digits.
  static func sum(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[range])) }
    return Array(SHA256.hex(digest: hash.digest()).utf8)
  }

  private static func take(_ bytes: [UInt8], _ at: inout Int, _ literal: [UInt8]) -> Bool {
    guard UTF8Bytes.hasPrefix(bytes, at, literal) else { return false }
    at += literal.count
    return true
  }

  private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
    let start = at
    var value = 0
    while at < bytes.count, at - start < 16, (0x30...0x39).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    let canonical = at > start && (bytes[start] != 0x30 || at == start + 1)
    return canonical ? value : nil
  }
}
