/// Sequences of one to four symbols with what they cost, in a hash table of three-byte cells.
///
/// A cell holds 12 bits of fingerprint, and in quarter nats (6 bits each) the cost of the last symbol after the others,
/// and the cost of turning from the sequence, as a context, to a shorter one. A fingerprint errs once in some hundred
/// look-ups; since a sequence counts only where its end is known too, what errs is at most one step too long.
struct GramTable: Sendable {
  /// Longest sequence.
  static let order = 4
  /// Quarter nats to a nat.
  static let unit: Float = 4
  /// The highest cost a cell can hold.
  static let highest = 63

  /// Three bytes to a cell, little-endian.
  private(set) var cells: [UInt8]
  private let count: Int

  /// An empty table for so many sequences, three quarters full at most.
  init(capacity: Int) {
    count = capacity + capacity / 3 + 1
    cells = [UInt8](repeating: 0, count: 3 * count)
  }

  /// Takes the cells of a file; nil when there is no empty one, so that every search ends.
  init?(cells: [UInt8]) {
    count = cells.count / 3
    self.cells = cells
    guard cells.count == 3 * count, (0..<count).contains(where: { self[$0] == 0 }) else { return nil }
  }

  @inline(__always)
  private subscript(index: Int) -> UInt32 {
    cells.withUnsafeBufferPointer { cells in
      UInt32(cells[3 * index]) | UInt32(cells[3 * index + 1]) << 8 | UInt32(cells[3 * index + 2]) << 16
    }
  }

  /// The sequence of `length` symbols that ends at `end`, as a key. An index before the first is an edge.
  static func key(_ symbols: [UInt16], _ end: Int, _ length: Int) -> UInt64 {
    key(of: run(symbols, end), length)
  }

  /// The four symbols that end at `end`, side by side.
  @inline(__always)
  private static func run(_ symbols: [UInt16], _ end: Int) -> UInt64 {
    var run: UInt64 = 0
    for index in max(0, end - order + 1)...end { run = run << WordSymbols.bits | UInt64(symbols[index]) }
    return run
  }

  /// The key of the last `length` symbols of a run.
  @inline(__always)
  private static func key(of run: UInt64, _ length: Int) -> UInt64 {
    let size = WordSymbols.bits * UInt64(length)
    return UInt64(length) << size | run & (1 << size - 1)
  }

  /// The cell of a sequence; 0 when the table does not have it. Constant on average.
  @inline(__always)
  func cell(_ key: UInt64) -> UInt32 {
    let (start, mark) = Self.place(key, count)
    var index = start
    while true {
      let cell = self[index]
      if cell == 0 || cell >> 12 == mark { return cell }
      index = index + 1 == count ? 0 : index + 1
    }
  }

  /// Adds a sequence; costs are cut to what a cell can hold.
  mutating func insert(_ key: UInt64, cost: Int, turning: Int) {
    let (start, mark) = Self.place(key, count)
    var index = start
    while self[index] != 0 { index = index + 1 == count ? 0 : index + 1 }
    let cell =
      mark << 12 | UInt32(min(max(cost, 1), Self.highest)) << 6 | UInt32(min(max(turning, 0), Self.highest))
    for byte in 0..<3 { cells[3 * index + byte] = UInt8(truncatingIfNeeded: cell >> (8 * UInt32(byte))) }
  }

  /// True when the two symbols are known side by side.
  @inline(__always)
  func knows(_ first: UInt16, _ second: UInt16) -> Bool {
    let bits = WordSymbols.bits
    return cell(2 << (2 * bits) | UInt64(first) << bits | UInt64(second)) != 0
  }

  /// What every symbol costs after the three before it; the same as `cost`, with half the look-ups.
  func appendCosts(of symbols: [UInt16], to costs: inout [Int]) {
    // Cells of the one, two and three symbols before the present one.
    var before: SIMD4<UInt32> = .zero
    for end in symbols.indices {
      let run = Self.run(symbols, end)
      var now = SIMD4<UInt32>(cell(Self.key(of: run, 1)), 0, 0, 0)
      var cost = Self.cost(now[0])
      for length in 2...Self.order {
        let context = end == 0 ? cell(Self.key(of: 0, length - 1)) : before[length - 2]
        if context == 0 { break }
        // Where the end is unknown the whole is: every part of a kept sequence was kept.
        let found = now[length - 2] == 0 ? 0 : cell(Self.key(of: run, length))
        now[length - 1] = found
        cost = found == 0 ? cost + Int(context & 63) : Self.cost(found)
      }
      costs.append(cost)
      before = now
    }
  }

  /// What the symbol at `end` costs after the three before it, in quarter nats.
  ///
  /// The usual back-off: the longest known sequence counts, and every longer context that is known but was left.
  @inline(__always)
  func cost(_ symbols: [UInt16], at end: Int) -> Int {
    let run = Self.run(symbols, end)
    var found = cell(Self.key(of: run, 1))
    var cost = Self.cost(found)
    for length in 2...Self.order {
      let context = cell(Self.key(of: run >> WordSymbols.bits, length - 1))
      if context == 0 { break }
      if found != 0 { found = cell(Self.key(of: run, length)) }
      cost = found == 0 ? cost + Int(context & 63) : Self.cost(found)
    }
    return cost
  }

  @inline(__always)
  private static func cost(_ cell: UInt32) -> Int { cell == 0 ? highest : Int(cell >> 6 & 63) }

  @inline(__always)
  private static func place(_ key: UInt64, _ count: Int) -> (index: Int, mark: UInt32) {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    let index = (mixed >> 32).multipliedFullWidth(by: UInt64(count) << 32).high
    return (Int(index), UInt32(truncatingIfNeeded: mixed) & 0xFFF)
  }
}
