import TextCore

/// The typed values of one stretch of text, read once for each kind that a pattern asks for.
///
/// Values are found from left to right and never overlap, so that no value starts inside a longer number. Belongs to
/// one run; not shared between tasks.
final class SlotTable {
  private let reader: SlotReader
  private let bounds: Range<Int>
  private lazy var starts = SlotStarts(reader, from: bounds.lowerBound)
  private var found: [[SlotMatch]?]

  init(_ bytes: [UInt8], bounds: Range<Int>, context: SpeechContext) {
    reader = SlotReader(bytes, end: bounds.upperBound, context: context)
    self.bounds = bounds
    found = Array(repeating: nil, count: SlotKind.allCases.count)
  }

  /// The value of `kind` that starts at `offset`; logarithmic after the first question for a kind.
  func value(_ kind: SlotKind, startingAt offset: Int) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, after: offset) }
    let all = values(kind)
    let index = Self.firstStart(all, offset)
    if index < all.count, all[index].range.lowerBound == offset { return all[index] }
    return kind == .rate && index > 0 ? reader.tail(of: all[index - 1], from: offset) : nil
  }

  /// The value of `kind` that ends at `offset`.
  func value(_ kind: SlotKind, endingAt offset: Int) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, before: offset, from: bounds.lowerBound) }
    let all = values(kind)
    let index = Self.firstEnd(all, offset)
    return index < all.count && all[index].range.upperBound == offset ? all[index] : nil
  }

  /// False when no value of `kind` starts at `offset`.
  func has(_ kind: SlotKind, startingAt offset: Int) -> Bool {
    if kind.isFree { return true }
    let all = values(kind)
    let index = Self.firstStart(all, offset)
    return index < all.count && all[index].range.lowerBound == offset || kind == .rate && index > 0
  }

  /// False when no value of `kind` ends at `offset`.
  func has(_ kind: SlotKind, endingAt offset: Int) -> Bool {
    if kind.isFree { return true }
    let all = values(kind)
    let index = Self.firstEnd(all, offset)
    return index < all.count && all[index].range.upperBound == offset
  }

  /// Where the first value of `kind` from `offset` on starts.
  func firstStart(_ kind: SlotKind, from offset: Int) -> Int? {
    let all = values(kind)
    let index = Self.firstStart(all, offset)
    return index < all.count ? all[index].range.lowerBound : nil
  }

  /// Where the last value of `kind` up to `offset` ends.
  func lastEnd(_ kind: SlotKind, upTo offset: Int) -> Int? {
    let all = values(kind)
    let index = Self.firstEnd(all, offset + 1)
    return index > 0 ? all[index - 1].range.upperBound : nil
  }

  /// The kinds of which values may begin in `range`, from the characters that stand there.
  func mayStand(in range: Range<Int>) -> SlotKinds {
    var kinds = SlotKinds()
    let places = starts.places
    var index = Self.first(places.count) { places[$0].offset >= range.lowerBound }
    while index < places.count, places[index].offset < range.upperBound {
      kinds.formUnion(places[index].kinds)
      index += 1
    }
    return kinds
  }

  /// True when a value of `kind`, which is not free, stands in `range` or reaches into it.
  func stands(_ kind: SlotKind, in range: Range<Int>) -> Bool {
    let all = values(kind)
    let index = Self.firstEnd(all, range.lowerBound + 1)
    return index < all.count && all[index].range.lowerBound < range.upperBound
  }

  /// The first value of `kind` that lies in `range`.
  func first(_ kind: SlotKind, in range: Range<Int>) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, after: range.lowerBound) }
    let all = values(kind)
    let index = Self.firstStart(all, range.lowerBound)
    return index < all.count && all[index].range.upperBound <= range.upperBound ? all[index] : nil
  }

  /// All values of `kind`, in order; none of a kind that is free text.
  func all(_ kind: SlotKind) -> [SlotMatch] { kind.isFree ? [] : values(kind) }

  private func values(_ kind: SlotKind) -> [SlotMatch] {
    if let known = found[kind.index] { return known }
    let all = reader.all(kind, at: starts)
    found[kind.index] = all
    return all
  }

  /// Index of the first value that starts at `offset` or later.
  @inline(__always)
  private static func firstStart(_ all: [SlotMatch], _ offset: Int) -> Int {
    first(all.count) { all[$0].range.lowerBound >= offset }
  }

  /// Index of the first value that ends at `offset` or later.
  @inline(__always)
  private static func firstEnd(_ all: [SlotMatch], _ offset: Int) -> Int {
    first(all.count) { all[$0].range.upperBound >= offset }
  }

  /// The first of so many numbers from which on `isThere` is true.
  @inline(__always)
  private static func first(_ count: Int, _ isThere: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isThere(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
