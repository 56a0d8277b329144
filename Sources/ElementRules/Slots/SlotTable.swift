import TextCore

/// The typed values of one stretch of text, read once for each kind that a pattern asks for.
///
/// Values are found from left to right and never overlap, so that no value starts inside a longer number. Belongs to
/// one run; not shared between tasks.
final class SlotTable {
  private let reader: SlotReader
  private let bounds: Range<Int>
  private let starts: SlotStarts
  /// The values of each kind that was asked for.
  private var found = [[SlotMatch]](repeating: [], count: SlotKind.allCases.count)
  /// By kind where they stand, for looking without touching the values.
  private let rows = FixedArray(SlotKind.allCases.count, repeating: Row(places: nil, count: 0))

  struct Place: BitwiseCopyable {
    let start, end: Int
  }

  struct Row: BitwiseCopyable {
    /// Nil before the values are read.
    let places: UnsafeMutablePointer<Place>?
    let count: Int
  }

  init(_ bytes: [UInt8], bounds: Range<Int>, context: SpeechContext) {
    reader = SlotReader(bytes, end: bounds.upperBound, context: context)
    self.bounds = bounds
    starts = SlotStarts(reader, from: bounds.lowerBound)
  }

  deinit {
    for kind in 0..<rows.count { rows[kind].places?.deallocate() }
  }

  /// The value of `kind` that starts at `offset`; logarithmic after the first question for a kind.
  func value(_ kind: SlotKind, startingAt offset: Int) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, after: offset) }
    let row = row(kind)
    let index = firstStart(row, offset)
    if index < row.count, place(row, index).start == offset { return found[kind.index][index] }
    return kind == .rate && index > 0 ? reader.tail(of: found[kind.index][index - 1], from: offset) : nil
  }

  /// The value of `kind` that ends at `offset`.
  func value(_ kind: SlotKind, endingAt offset: Int) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, before: offset, from: bounds.lowerBound) }
    let row = row(kind)
    let index = firstEnd(row, offset)
    return index < row.count && place(row, index).end == offset ? found[kind.index][index] : nil
  }

  /// False when no value of `kind` starts at `offset`.
  func has(_ kind: SlotKind, startingAt offset: Int) -> Bool {
    if kind.isFree { return true }
    let row = row(kind)
    let index = firstStart(row, offset)
    return index < row.count && place(row, index).start == offset || kind == .rate && index > 0
  }

  /// False when no value of `kind` ends at `offset`.
  func has(_ kind: SlotKind, endingAt offset: Int) -> Bool {
    if kind.isFree { return true }
    let row = row(kind)
    let index = firstEnd(row, offset)
    return index < row.count && place(row, index).end == offset
  }

  /// Where the first value of `kind` from `offset` on starts.
  func firstStart(_ kind: SlotKind, from offset: Int) -> Int? {
    let row = row(kind)
    let index = firstStart(row, offset)
    return index < row.count ? place(row, index).start : nil
  }

  /// Where the last value of `kind` up to `offset` ends.
  func lastEnd(_ kind: SlotKind, upTo offset: Int) -> Int? {
    let row = row(kind)
    let index = firstEnd(row, offset + 1)
    return index > 0 ? place(row, index - 1).end : nil
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
    let row = row(kind)
    let index = firstEnd(row, range.lowerBound + 1)
    return index < row.count && place(row, index).start < range.upperBound
  }

  /// True when a value of `kind`, which is not free, may start in `range`; of a rate the rest may after its first words.
  func begins(_ kind: SlotKind, in range: ClosedRange<Int>) -> Bool {
    let row = row(kind)
    let index = kind == .rate ? firstEnd(row, range.lowerBound + 1) : firstStart(row, range.lowerBound)
    return index < row.count && place(row, index).start <= range.upperBound
  }

  /// True when a value of `kind`, which is not free, ends in `range`.
  func ends(_ kind: SlotKind, in range: ClosedRange<Int>) -> Bool {
    let row = row(kind)
    let index = firstEnd(row, range.lowerBound)
    return index < row.count && place(row, index).end <= range.upperBound
  }

  /// The first value of `kind` that lies in `range`.
  func first(_ kind: SlotKind, in range: Range<Int>) -> SlotMatch? {
    if kind.isFree { return reader.text(kind, after: range.lowerBound) }
    let row = row(kind)
    let index = firstStart(row, range.lowerBound)
    return index < row.count && place(row, index).end <= range.upperBound ? found[kind.index][index] : nil
  }

  /// All values of `kind`, in order; none of a kind that is free text.
  func all(_ kind: SlotKind) -> [SlotMatch] {
    guard !kind.isFree else { return [] }
    _ = row(kind)
    return found[kind.index]
  }

  @inline(__always)
  private func row(_ kind: SlotKind) -> Row {
    let row = rows[kind.index]
    return row.places == nil ? read(kind) : row
  }

  private func read(_ kind: SlotKind) -> Row {
    let all = reader.all(kind, at: starts)
    let row = Row(places: .allocate(capacity: all.count), count: all.count)
    for (index, value) in all.enumerated() {
      row.places?[index] = Place(start: value.range.lowerBound, end: value.range.upperBound)
    }
    found[kind.index] = all
    rows[kind.index] = row
    return row
  }

  @inline(__always)
  private func place(_ row: Row, _ index: Int) -> Place {
    guard let places = row.places, index < row.count else { return Place(start: .max, end: .max) }
    return places[index]
  }

  /// Index in its row of the first value that starts at `offset` or later.
  @inline(__always)
  private func firstStart(_ row: Row, _ offset: Int) -> Int {
    Self.first(row.count) { place(row, $0).start >= offset }
  }

  /// Index in its row of the first value that ends at `offset` or later.
  @inline(__always)
  private func firstEnd(_ row: Row, _ offset: Int) -> Int {
    Self.first(row.count) { place(row, $0).end >= offset }
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
