import TextCore

/// Brackets and straight quotes, which are changed in pairs or not at all.
struct PairedMarks {
  private struct Open {
    let place: Range<Int>
    let isWide: Bool
  }

  private static let deepest = 64
  private let neighbours: MarkNeighbours
  private var stack: [Open] = []
  private var quotes: [Int] = []
  private var edits: [Edit] = []

  init(_ neighbours: MarkNeighbours) { self.neighbours = neighbours }

  mutating func open(_ place: Range<Int>, isWide: Bool) {
    if stack.count < Self.deepest { stack.append(Open(place: place, isWide: isWide)) }
  }

  /// A pair becomes full-width when Chinese stands inside or outside one of its brackets, or one of them is full-width.
  mutating func close(_ place: Range<Int>, isWide: Bool) {
    guard let open = stack.popLast(), !(open.isWide && isWide) else { return }
    guard open.isWide || isWide || isChinese(open.place) || isChinese(place) else { return }
    if !open.isWide { replace(open.place, "（") }
    if !isWide { replace(place, "）") }
  }

  mutating func quote(_ index: Int) { quotes.append(index) }

  /// Quotes pair within a line; an odd one leaves its line alone.
  mutating func endOfLine() {
    defer { quotes.removeAll(keepingCapacity: true) }
    guard quotes.count.isMultiple(of: 2) else { return }
    for first in stride(from: 0, to: quotes.count, by: 2) {
      let (opening, closing) = (quotes[first]..<quotes[first] + 1, quotes[first + 1]..<quotes[first + 1] + 1)
      guard isChinese(opening) || isChinese(closing) else { continue }
      replace(opening, "“")
      replace(closing, "”")
    }
  }

  /// All edits, in no order.
  mutating func finish() -> [Edit] {
    endOfLine()
    return edits
  }

  private func isChinese(_ place: Range<Int>) -> Bool {
    neighbours.before(place.lowerBound) == .han || neighbours.after(place.upperBound) == .han
  }

  private mutating func replace(_ place: Range<Int>, _ text: String) {
    edits.append(Edit("width.punctuation", Span(place.lowerBound, place.upperBound), Array(text.utf8)))
  }
}
