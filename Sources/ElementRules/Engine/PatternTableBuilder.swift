import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  private struct Pending {
    let rule: Int32
    let pattern: Int32
    let isUnless: Bool
    /// The group of the anchors.
    let anchors: Int32
    /// Other groups of words of which every match holds one.
    let companions: [Companion]
  }

  private struct Companion {
    let group: Int32
    let reach: Int32
    let isAfter: Bool
  }

  private var patterns: [CompiledPattern] = []
  private var pending: [Pending] = []
  private var literals: [[UInt8]] = []
  private var literalIndex: [[UInt8]: Int32] = [:]
  private var groups: [[Int32]] = []
  private var groupIndex: [[Int32]: Int32] = [:]

  /// True when no pattern has been taken.
  var isEmpty: Bool { patterns.isEmpty }

  /// Takes a pattern of a rule: one of its sayings, or with `isUnless` one that blocks it.
  mutating func add(_ pattern: CompiledPattern, rule: Int, isUnless: Bool) {
    let anchors = group(pattern.anchors)
    let companions = pattern.companions.map {
      Companion(group: group($0.words), reach: Int32($0.reach), isAfter: $0.isAfter)
    }
    pending.append(
      Pending(
        rule: Int32(rule), pattern: Int32(patterns.count), isUnless: isUnless, anchors: anchors,
        companions: companions))
    patterns.append(pattern)
  }

  /// The table for so many rules.
  func table(rules: Int) -> PatternTable {
    let costs = costs()
    // Of each pattern the anchors and the two rarest of the others.
    let chosen = pending.map { entry in
      entry.companions.sorted { costs[Int($0.group)] < costs[Int($1.group)] }.prefix(2)
    }
    let (places, members) = places(zip(pending, chosen).flatMap { [$0.anchors] + $1.map(\.group) })
    var blocking: [(row: Int32, item: PatternTable.Use)] = []
    var triggered: [(row: Int32, item: PatternTable.Use)] = []
    for (entry, companions) in zip(pending, chosen) {
      let conditions = companions.map {
        PatternTable.Companion(group: places[Int($0.group)], reach: $0.reach, isAfter: $0.isAfter)
      }
      let use = PatternTable.Use(
        rule: entry.rule, pattern: entry.pattern, anchors: places[Int(entry.anchors)],
        first: conditions.first ?? .none, second: conditions.dropFirst().first ?? .none)
      let rarest = ([entry.anchors] + companions.map(\.group)).min { costs[Int($0)] < costs[Int($1)] }
      if entry.isUnless { blocking.append((entry.rule, use)) }
      if !entry.isUnless, let rarest { triggered.append((rarest, use)) }
    }
    let triggers = Set(triggered.map(\.row)).sorted().flatMap { row in
      groups[Int(row)].map { (row: $0, item: row) }
    }
    let wanted = Set(members)
    return PatternTable(
      patterns: patterns,
      // An empty literal is never found.
      words: literals.indices.map { wanted.contains(Int32($0)) ? literals[$0] : [] },
      members: members, groupCount: groups.count, triggers: Rows(triggers, rows: literals.count),
      uses: Rows(triggered, rows: groups.count), unless: Rows(blocking, rows: rules))
  }

  /// For each group its place in the members of those that are needed.
  private func places(_ needed: [Int32]) -> (places: [PatternTable.Group], members: [Int32]) {
    var places = [PatternTable.Group](repeating: .none, count: groups.count)
    var members: [Int32] = []
    for group in Set(needed).sorted() {
      let start = Int32(members.count)
      members += groups[Int(group)]
      places[Int(group)] = PatternTable.Group(number: group, start: start, end: Int32(members.count))
    }
    return (places, members)
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
    for entry in pending {
      uses[Int(entry.anchors)] += 1
      for companion in entry.companions { uses[Int(companion.group)] += 1 }
    }
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
