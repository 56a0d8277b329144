/// What one run of a program over a text has done so far.
struct MatchRun {
  /// Where a choice was left open: the way to take when the other one fails.
  struct Choice {
    let step: Int
    let offset: Int
    /// Scalars that a gap at this step may still skip, or where the next word of a set stands in the code; nil when the
    /// step starts afresh.
    let rest: Int?
    /// Values taken before.
    let captures: Int
  }

  /// What a step wanted and did not find.
  enum Wanted: Hashable {
    case word([UInt8])
    case slot(SlotKind)
  }

  private struct Place: Hashable {
    let step: Int
    let offset: Int
  }

  /// Runs that leave no more choices than this open are over before a memory would pay.
  private static let mostUnremembered = 1000

  /// Values taken.
  var captures: [SlotMatch] = []
  /// Choices left open, the latest last.
  var choices: [Choice] = []
  /// Where the farthest try failed, and what it wanted there.
  private(set) var failure: (offset: Int, wanted: Wanted)?
  /// Whether failures are wanted at all.
  let notesFailures: Bool
  private var opened = 0
  private var tried: Set<Place> = []

  init(notesFailures: Bool = false) { self.notesFailures = notesFailures }

  /// Makes ready for the next program; what was taken is forgotten unless it is kept.
  mutating func reset(keepingCaptures: Bool = false) {
    if !keepingCaptures, !captures.isEmpty { captures.removeAll() }
    if !choices.isEmpty { choices.removeAll(keepingCapacity: true) }
    if opened >= Self.mostUnremembered { tried.removeAll(keepingCapacity: true) }
    opened = 0
  }

  mutating func open(step: Int, offset: Int, rest: Int?) {
    opened += 1
    choices.append(Choice(step: step, offset: offset, rest: rest, captures: captures.count))
  }

  /// False when the step was tried here before. Trying it again would fail again, so that a few repeats do no harm.
  mutating func isNew(_ step: Int, _ offset: Int) -> Bool {
    opened < Self.mostUnremembered || tried.insert(Place(step: step, offset: offset)).inserted
  }

  /// Keeps what was wanted where the run came farthest.
  mutating func failed(at offset: Int, backward: Bool, _ wanted: @autoclosure () -> Wanted) {
    guard notesFailures else { return }
    if let failure, backward ? failure.offset <= offset : failure.offset >= offset { return }
    failure = (offset, wanted())
  }
}
