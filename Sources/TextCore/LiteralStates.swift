/// The states of an automaton over characters, flat; see `LiteralAutomaton`.
struct LiteralStates: Sendable {
  private struct State {
    /// Where its table of edges begins in `edges`.
    var edges: Int32 = 0
    /// Size of the table less one; sizes are powers of two.
    var mask: Int32 = 0
    /// The state of the longest proper suffix.
    var fail: Int32 = 0
    /// Where the literals that end here begin in `outputs`; 0 for none.
    var output: Int32 = 0
  }

  private struct Edge {
    /// The character, by its number; 0 for none.
    var symbol: Int32 = 0
    var target: Int32 = 0
  }

  /// A literal that ends in a state.
  struct Output {
    /// Its index; -1 after the last of a list.
    var literal: Int32 = -1
    /// Its bytes.
    var length: Int32 = 0
  }

  private var states: [State]
  private var edges = [Edge()]
  /// The state after each character from the start.
  private var root: [Int32]
  /// Lists of the literals that end in a state, longest first, each with an end; at 0 an empty list.
  private var outputs = [Output()]

  /// So many states without edges, over so many characters.
  init(states: Int, symbols: Int) {
    self.states = Array(repeating: State(), count: states)
    root = Array(repeating: 0, count: symbols + 1)
  }

  /// The state after `from` and a character.
  @inline(__always)
  func step(_ from: Int32, _ symbol: Int32) -> Int32 {
    var state = from
    while state != 0 {
      let entry = states[Int(state)]
      if let target = target(entry, symbol) { return target }
      state = entry.fail
    }
    return root[Int(symbol)]
  }

  /// Where the edge of a character leads. A table has a free place, or is one edge long.
  @inline(__always)
  private func target(_ state: State, _ symbol: Int32) -> Int32? {
    var slot = symbol
    while true {
      let edge = edges[Int(state.edges + slot & state.mask)]
      if edge.symbol == symbol { return edge.target }
      if edge.symbol == 0 || state.mask == 0 { return nil }
      slot += 1
    }
  }

  /// The list of literals that end in a state, for `literal`; 0 when none does.
  @inline(__always)
  func output(_ state: Int32) -> Int { Int(states[Int(state)].output) }

  /// What stands at a place of a list.
  @inline(__always)
  func literal(_ place: Int) -> Output { outputs[place] }

  /// Gives a state its edges, to states from `first` on, and these where they fail to. Breadth first, so that the states
  /// they fail to are done.
  mutating func add(_ symbols: [Int32], from state: Int, first: Int32) {
    if state > 0 { addTable(symbols, from: state, first: first) }
    for (index, symbol) in symbols.enumerated() {
      let target = first + Int32(index)
      if state == 0 { root[Int(symbol)] = target }
      states[Int(target)].fail = state == 0 ? 0 : step(states[state].fail, symbol)
    }
  }

  /// A table twice as long as the edges are many, or one long for one.
  private mutating func addTable(_ symbols: [Int32], from state: Int, first: Int32) {
    guard !symbols.isEmpty else { return }
    var size = 1
    while symbols.count > 1, size < 2 * symbols.count { size *= 2 }
    let start = edges.count
    states[state].edges = Int32(start)
    states[state].mask = Int32(size - 1)
    edges += [Edge](repeating: Edge(), count: size)
    for (index, symbol) in symbols.enumerated() {
      var slot = Int(symbol) & (size - 1)
      while edges[start + slot].symbol != 0 { slot = (slot + 1) & (size - 1) }
      edges[start + slot] = Edge(symbol: symbol, target: first + Int32(index))
    }
  }

  /// Tells which literal ends in a state, or that none does; after it stand those of the state it fails to, which are
  /// known by then.
  mutating func end(_ literal: (index: Int, length: Int)?, in state: Int) {
    var suffix = output(states[state].fail)
    guard let literal else { return states[state].output = Int32(suffix) }
    states[state].output = Int32(outputs.count)
    outputs.append(Output(literal: Int32(literal.index), length: Int32(literal.length)))
    while outputs[suffix].literal >= 0 {
      outputs.append(outputs[suffix])
      suffix += 1
    }
    outputs.append(Output())
  }
}
