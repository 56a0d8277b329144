import TextCore

/// The part of a stream that a live hearing still looks at: the header and the newest lines.
struct LiveWindow: Sendable {
  /// Header, then lines; valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where the header ends; nothing before is ever cut.
  private var headerEnd = 0
  /// Bytes cut out behind the header so far.
  private var removed = 0
  /// Everything before is given out.
  var given = 0

  mutating func append(_ lines: [UInt8]) { bytes += lines }

  /// The span of the stream that a span of the window is.
  func inStream(_ span: Span<Source>) -> Span<Source> {
    span.start < headerEnd ? span : Span(span.start + removed, span.end + removed)
  }

  /// Cuts lines that are given out and end before the newest `kept` bytes: at the last of the `ends` of turns there, or
  /// inside a turn that is longer still.
  mutating func cut(afterHeader header: Int, ends: [Int], keeping kept: Int) {
    if removed == 0 { headerEnd = header }
    let limit = min(given, bytes.count - kept)
    let end = ends.last { $0 > headerEnd && $0 <= limit }
    guard let place = end ?? (limit - headerEnd > kept ? limit : nil),
      let feed = bytes[place..<given].firstIndex(of: 0x0A) ?? (bytes[given] == 0x0A ? given : nil)
    else { return }
    let count = feed + 1 - headerEnd
    bytes.removeSubrange(headerEnd..<feed + 1)
    removed += count
    given = max(headerEnd, given - count)
  }
}
