/// A coordinate space that spans are measured in.
public protocol TextSpace: Sendable {}

/// The decoded source text: what was read, before any edit.
public enum Source: TextSpace {}

/// The text as the edits so far have made it.
public enum Working: TextSpace {}

/// A half-open range of UTF-8 bytes in one coordinate space; spans of two spaces cannot be mixed.
public struct Span<Space: TextSpace>: Hashable, Sendable, Comparable {
  /// First byte.
  public let start: Int
  /// One past the last byte; never before `start`.
  public let end: Int

  /// Makes the span `start..<end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  @inlinable public var count: Int { end - start }
  /// True when the span covers no byte (an insertion point).
  @inlinable public var isEmpty: Bool { start == end }
  /// The span as an index range.
  @inlinable public var range: Range<Int> { start..<end }

  /// True when `other` lies wholly inside this span.
  @inlinable
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// True when both spans share at least one byte.
  @inlinable
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Order by start, then end.
  @inlinable
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
