import TextCore

/// A pattern made flat for matching in one direction: steps and words one after the other in a row of bytes, so that
/// running it reads on in one place of memory.
///
/// | step | what follows its code |
/// |---|---|
/// | `word` | the word |
/// | `words` | 4 bytes: how many the rest takes; a filter; the words, in the order to try them |
/// | `gap` | the most scalars to skip, the fewest first |
/// | `slot` | the index of the kind of value |
/// | `split` | 4 bytes: how far behind them the second way begins; a filter of the first way, which follows |
/// | `jump` | 4 bytes: how far behind them to go on |
///
/// A filter is a `WordFilter`. Words have their length before them. Lengths and other numbers have seven bits in a byte, the lowest first; the
/// eighth tells that more follow.
enum PatternProgram {
  /// One step.
  enum Step: UInt8 {
    case accept, word, words, gap, slot, split, jump
  }
}

/// Writes programs into a row of bytes.
struct ProgramWriter {
  /// The programs.
  private(set) var bytes: [UInt8] = []
  /// Steps and words written.
  private(set) var size = 0
  /// The most scalars that the gaps can span together.
  private(set) var reach = 0
  /// True when a word tells of a negation, so that 没有 in a match is meant so.
  private(set) var tellsOfNegation = false
  /// Where the filters of splits stand that are still to be written.
  private var splits: [Int] = []

  /// What most patterns take.
  private static let usual = 256

  init() { bytes.reserveCapacity(Self.usual) }

  /// Writes what stands around an anchor: how far behind these four bytes the second program begins, a program for what
  /// stands before, read from right to left, and one for what stands after.
  mutating func write(before: ArraySlice<Pattern>, after: ArraySlice<Pattern>) {
    let second = openDistance()
    emit(before, true)
    accept(true)
    close(second)
    emit(after, false)
    accept(false)
  }

  /// Writes a program that is read from left to right.
  mutating func write(_ pattern: Pattern) {
    emit(pattern, false)
    accept(false)
  }

  /// Ends a program and writes the filters of its splits, the last first: each asks those that follow it.
  private mutating func accept(_ backward: Bool) {
    step(.accept)
    while let split = splits.popLast() {
      let filter = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { ProgramCode($0).beginning(split + WordFilter.size, backward: backward) }
      }
      (filter ?? .all).write(to: &bytes, at: split)
    }
  }

  private mutating func emit(_ parts: some BidirectionalCollection<Pattern>, _ backward: Bool) {
    if backward {
      for part in parts.reversed() { emit(part, backward) }
    } else {
      for part in parts { emit(part, backward) }
    }
  }

  private mutating func emit(_ pattern: Pattern, _ backward: Bool) {
    switch pattern {
    case .words(let list): emit(list, backward)
    case .gap(let scalars):
      step(.gap)
      number(scalars)
      reach += scalars
    case .slot(let kind):
      step(.slot)
      number(kind.index)
    case .sequence(let parts): emit(parts, backward)
    case .optional(let part):
      let split = openSplit()
      emit(part, backward)
      close(split)
    case .alternatives(let parts): emit(alternatives: parts, backward)
    }
  }

  private mutating func emit(_ list: WordList, _ backward: Bool) {
    if list.count == 1 {
      step(.word)
      append(list)
    } else {
      let rest = open(.words)
      openFilter()
      list.filter(backward: backward).write(to: &bytes, at: rest)
      append(list)
      close(rest)
    }
    tellsOfNegation = tellsOfNegation || list.tellsOfNegation
    size += list.count
  }

  private mutating func append(_ list: WordList) {
    list.forEachWord {
      number($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  private mutating func emit(alternatives parts: [Pattern], _ backward: Bool) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = openSplit()
      emit(part, backward)
      jumps.append(open(.jump))
      close(split)
    }
    if let last = parts.last { emit(last, backward) }
    for jump in jumps { close(jump) }
  }

  private mutating func step(_ step: PatternProgram.Step) {
    bytes.append(step.rawValue)
    size += 1
  }

  private mutating func number(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A step with a distance that `close` fills in.
  private mutating func open(_ kind: PatternProgram.Step) -> Int {
    step(kind)
    return openDistance()
  }

  private mutating func openSplit() -> Int {
    let distance = open(.split)
    splits.append(distance)
    openFilter()
    return distance
  }

  private mutating func openFilter() { bytes.append(contentsOf: repeatElement(0, count: WordFilter.size)) }

  private mutating func openDistance() -> Int {
    bytes += [0, 0, 0, 0]
    return bytes.count
  }

  /// Lets the distance before `place` reach up to here.
  private mutating func close(_ place: Int) {
    let distance = UInt32(truncatingIfNeeded: bytes.count - place)
    for index in 0..<4 { bytes[place - 4 + index] = UInt8(truncatingIfNeeded: distance >> UInt32(8 * index)) }
  }
}
