import TextCore

/// A typed value found in a text.
public struct SlotMatch: Hashable, Sendable {
  /// Where it stands, in bytes of the text searched.
  public let range: Range<Int>
  /// Its value in the form of the interfaces: `12300`, `2023-05-06`, `15%/年`.
  public let value: String

  /// Makes a match.
  public init(range: Range<Int>, value: String) {
    self.range = range
    self.value = value
  }
}

/// The typed values of one text; asked only for the kinds and places that patterns need.
protocol SlotSource {
  /// The value of `kind` that starts at `offset`, the longest one.
  func slot(_ kind: SlotKind, startingAt offset: Int) -> SlotMatch?
  /// The value of `kind` that ends at `offset`, the longest one.
  func slot(_ kind: SlotKind, endingAt offset: Int) -> SlotMatch?
}

/// Where a pattern matched and which values it took.
struct PatternMatch: Hashable, Sendable {
  let range: Range<Int>
  let captures: [(kind: SlotKind, match: SlotMatch)]

  static func == (a: PatternMatch, b: PatternMatch) -> Bool {
    a.range == b.range && a.captures.map(\.match) == b.captures.map(\.match)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(range) }
}

/// Verifies a compiled pattern around a place where one of its anchors stands.
///
/// Backtracking with a memory of failures: every pair of step and place is tried at most once, so that no pattern
/// takes more than steps × window.
struct PatternMatcher<Slots: SlotSource> {
  let bytes: [UInt8]
  /// No match reaches outside.
  let bounds: Range<Int>
  let slots: Slots

  /// The match whose anchor stands at `anchor`, if there is one.
  func match(_ pattern: CompiledPattern, anchor: Range<Int>) -> PatternMatch? {
    var left = Run(code: pattern.before.code, backward: true)
    guard let start = search(&left, 0, anchor.lowerBound) else { return nil }
    var right = Run(code: pattern.after.code, backward: false)
    guard let end = search(&right, 0, anchor.upperBound) else { return nil }
    return PatternMatch(range: start..<end, captures: left.captures.reversed() + right.captures)
  }

  private struct Run {
    let code: [PatternProgram.Instruction]
    let backward: Bool
    var captures: [(kind: SlotKind, match: SlotMatch)] = []
    var failed: Set<Place> = []

    struct Place: Hashable {
      let step: Int
      let offset: Int
    }
  }

  /// The place where the program accepts, starting with `step` at `offset`.
  private func search(_ run: inout Run, _ first: Int, _ from: Int) -> Int? {
    var (step, offset) = (first, from)
    while true {
      switch run.code[step] {
      case .accept: return offset
      case .jump(let target): step = target
      case .bytes(let word):
        guard let next = past(word, offset, run.backward) else { return nil }
        offset = next
        step += 1
      case .slot(let kind):
        guard let found = value(kind, offset, run.backward) else { return nil }
        run.captures.append((kind, found))
        guard let end = search(&run, step + 1, run.backward ? found.range.lowerBound : found.range.upperBound) else {
          run.captures.removeLast()
          return nil
        }
        return end
      case .split(let one, let other):
        if let end = tryOnce(&run, one, offset) { return end }
        step = other
      case .gap(let scalars): return skip(&run, step + 1, offset, scalars)
      }
    }
  }

  private func tryOnce(_ run: inout Run, _ step: Int, _ offset: Int) -> Int? {
    let place = Run.Place(step: step, offset: offset)
    guard !run.failed.contains(place) else { return nil }
    if let end = search(&run, step, offset) { return end }
    run.failed.insert(place)
    return nil
  }

  private func skip(_ run: inout Run, _ step: Int, _ from: Int, _ scalars: Int) -> Int? {
    var offset = from
    for count in 0...scalars {
      if let end = tryOnce(&run, step, offset) { return end }
      guard count < scalars, let next = run.backward ? previous(offset) : following(offset) else { return nil }
      offset = next
    }
    return nil
  }

  private func past(_ word: [UInt8], _ offset: Int, _ backward: Bool) -> Int? {
    let range = backward ? offset - word.count..<offset : offset..<offset + word.count
    guard range.lowerBound >= bounds.lowerBound, range.upperBound <= bounds.upperBound else { return nil }
    return UTF8Bytes.hasPrefix(bytes, range.lowerBound, word) ? (backward ? range.lowerBound : range.upperBound) : nil
  }

  private func value(_ kind: SlotKind, _ offset: Int, _ backward: Bool) -> SlotMatch? {
    let found = backward ? slots.slot(kind, endingAt: offset) : slots.slot(kind, startingAt: offset)
    guard let found, bounds.lowerBound <= found.range.lowerBound, found.range.upperBound <= bounds.upperBound else {
      return nil
    }
    return found
  }

  private func following(_ offset: Int) -> Int? {
    guard offset < bounds.upperBound else { return nil }
    return min(bounds.upperBound, offset + UTF8Bytes.length(lead: bytes[offset]))
  }

  private func previous(_ offset: Int) -> Int? {
    guard offset > bounds.lowerBound else { return nil }
    var start = offset - 1
    while start > bounds.lowerBound, UTF8Bytes.isContinuation(bytes[start]) { start -= 1 }
    return start
  }
}
