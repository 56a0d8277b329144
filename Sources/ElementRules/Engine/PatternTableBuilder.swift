import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  private struct Pending {
    let rule: Int32
    let pattern: Int32
    let purpose: PatternTable.Purpose
    /// Groups of words of which every match holds one, the anchors first.
    let groups: [Int32]
  }

  private var patterns: [CompiledPattern] = []
  private var pending: [Pending] = []
  private var literals: [[UInt8]] = []
  private var literalIndex: [[UInt8]: Int32] = [:]
  private var groups: [[Int32]] = []
  private var groupIndex: [[Int32]: Int32] = [:]

  /// Takes a pattern of a rule.
  mutating func add(_ pattern: CompiledPattern, rule: Int, _ purpose: PatternTable.Purpose) {
    let all = ([pattern.anchors] + pattern.companions).map { group($0) }
    pending.append(
      Pending(rule: Int32(rule), pattern: Int32(patterns.count), purpose: purpose, groups: all))
    patterns.append(pattern)
  }

  /// The table for so many rules.
  func table(rules: Int) -> PatternTable {
    let costs = costs()
    var blocking: [(row: Int32, item: PatternTable.Use)] = []
    var triggered = [[(row: Int32, item: PatternTable.Use)]](
      repeating: [], count: PatternTable.Purpose.unless.rawValue)
    var needed: Set<Int32> = []
    for entry in pending {
      let rarest = entry.groups.sorted { costs[Int($0)] < costs[Int($1)] }
      let use = PatternTable.Use(
        rule: entry.rule, pattern: entry.pattern, anchors: entry.groups[0], second: rarest[0],
        third: rarest[min(1, rarest.count - 1)])
      needed.formUnion([use.anchors, use.second, use.third])
      if entry.purpose == .unless {
        blocking.append((entry.rule, use))
      } else {
        triggered[entry.purpose.rawValue].append((rarest[0], use))
      }
    }
    let members = needed.sorted().flatMap { group in groups[Int(group)].map { (row: $0, item: group) } }
    let wanted = Set(members.map(\.row))
    // An empty literal is never found.
    let found = literals.indices.map { wanted.contains(Int32($0)) ? literals[$0] : [] }
    return PatternTable(
      patterns: patterns, automaton: LiteralAutomaton(bytes: found), groupCount: groups.count,
      groups: Rows(members, rows: literals.count), uses: triggered.map { Rows($0, rows: groups.count) },
      unless: Rows(blocking, rows: rules))
  }

  private mutating func group(_ words: [[UInt8]]) -> Int32 {
    let members = Set(words.map { literal($0) }).sorted()
    if let known = groupIndex[members] { return known }
    let new = Int32(groups.count)
    groupIndex[members] = new
    groups.append(members)
    return new
  }

  private mutating func literal(_ word: [UInt8]) -> Int32 {
    if let known = literalIndex[word] { return known }
    let new = Int32(literals.count)
    literalIndex[word] = new
    literals.append(word)
    return new
  }

  /// How often a word of each group is to be expected: short words, and words that many rules use, are common.
  private func costs() -> [Int] {
    var uses = [Int](repeating: 0, count: groups.count)
    for entry in pending { for group in entry.groups { uses[Int(group)] += 1 } }
    var common = [Int](repeating: 1, count: literals.count)
    for (group, members) in groups.enumerated() {
      for member in members { common[Int(member)] += uses[group] }
    }
    return groups.map { $0.reduce(0) { $0 + common[Int($1)] * Self.factor(bytes: literals[Int($1)].count) } }
  }

  private static func factor(bytes: Int) -> Int {
    switch bytes {
    case ...3: 16
    case ...6: 4
    case ...9: 2
    default: 1
    }
  }
}
