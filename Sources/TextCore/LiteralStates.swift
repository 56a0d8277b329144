/// The states of an automaton over characters; see `LiteralAutomaton`.
///
/// Numbered breadth first, so that the children of a state stand together, by their characters, and those of the next
/// state behind them. All that a step looks at is kept small, for in the caches of a processor lies most of the time, and
/// read without checks: every place comes from the states themselves.
struct LiteralStates: ~Copyable, Sendable {
  struct State: BitwiseCopyable, Sendable {
    /// The first of its children; they go up to that of the next state.
    var children: Int32 = 0
    /// The lowest five bits of the characters of its children, one bit for each number.
    var filter: UInt32 = 0
    /// The state of the longest proper suffix that has children; 0 for none.
    var fail: Int32 = 0
    /// The literal that ends here; -1 for none.
    var literal: Int32 = -1
    /// The state of the longest proper suffix in which a literal ends; 0 for none.
    var suffix: Int32 = 0
  }

  /// One more than there are, for the end of the last one's children.
  private let states: FixedArray<State>
  /// The character that leads to each state.
  private let symbols: FixedArray<Int32>
  /// The state after each character from the start; it may be none.
  private let root: FixedArray<Int32>

  /// The states of a tree, whose children are given in the order of the states.
  init(children: [Int32], symbols: [Int32], literals: [Int32], symbolCount: Int) {
    self.symbols = FixedArray(symbols)
    states = FixedArray(children.count + 1, repeating: State(children: Int32(children.count)))
    for state in children.indices {
      states[state] = State(children: children[state], literal: literals[state])
    }
    root = FixedArray(symbolCount + 1, repeating: 0)
    guard children.count > 1 else { return }
    for state in 1..<Int(states[1].children) { root[Int(symbols[state])] = Int32(state) }
    for state in children.indices { link(state) }
  }

  /// Gives a state what it can fail to, and its children what to begin with. The states of its suffixes are done.
  private func link(_ state: Int) {
    var entry = states[state]
    let own = Int(entry.children)..<Int(states[state + 1].children)
    for child in own {
      entry.filter |= Self.bit(symbols[child])
      // The longest suffix, until the child's own turn.
      states[child].fail = state == 0 ? 0 : step(entry.fail, symbols[child])
    }
    let suffix = states[Int(entry.fail)]
    entry.suffix = suffix.literal >= 0 ? entry.fail : suffix.suffix
    if suffix.filter == 0 { entry.fail = suffix.fail }
    states[state] = entry
  }

  @inline(__always)
  private static func bit(_ symbol: Int32) -> UInt32 { 1 << UInt32(truncatingIfNeeded: symbol & 31) }

  @inline(__always)
  subscript(state: Int32) -> State { states.base[Int(state)] }

  /// The state after `from` and a character.
  @inline(__always)
  func step(_ from: Int32, _ symbol: Int32) -> Int32 {
    var state = from
    while state != 0 {
      let entry = states.base[Int(state)]
      if entry.filter & Self.bit(symbol) != 0, let child = child(entry, Int(state), symbol) { return child }
      state = entry.fail
    }
    return root.base[Int(symbol)]
  }

  /// The child to which a character leads.
  @inline(__always)
  private func child(_ entry: State, _ state: Int, _ symbol: Int32) -> Int32? {
    var (low, high) = (Int(entry.children), Int(states.base[state + 1].children))
    while high - low > 8 {
      let middle = (low + high) / 2
      if symbols.base[middle] <= symbol { low = middle } else { high = middle }
    }
    while low < high {
      if symbols.base[low] == symbol { return Int32(truncatingIfNeeded: low) }
      low += 1
    }
    return nil
  }
}
