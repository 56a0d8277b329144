import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  private struct Pending {
    let rule: Int32
    let pattern: Int32
    let isUnless: Bool
    /// The group of the anchors.
    let anchors: Int
    /// Other groups of words of which every match holds one.
    let companions: [Companion]
  }

  private struct Companion {
    let group: Int
    let reach: Int
    let isAfter: Bool
  }

  /// A word, hashed in one piece.
  private struct Word: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private var patterns: [CompiledPattern] = []
  private var pending: [Pending] = []
  private var words: [[UInt8]] = []
  private var wordIndex: [Word: Int32] = [:]
  /// The words of each group, in the order of their numbers.
  private var groups: [[Int32]] = []
  private var groupIndex: [[Int32]: Int] = [:]

  /// True when no pattern has been taken.
  var isEmpty: Bool { patterns.isEmpty }

  /// Takes a pattern of a rule: one of its sayings, or with `isUnless` one that blocks it.
  mutating func add(_ pattern: CompiledPattern, rule: Int, isUnless: Bool) {
    let anchors = group(pattern.anchors)
    let companions = pattern.companions.map {
      Companion(group: group($0.words), reach: $0.reach, isAfter: $0.isAfter)
    }
    pending.append(
      Pending(
        rule: Int32(rule), pattern: Int32(patterns.count), isUnless: isUnless, anchors: anchors,
        companions: companions))
    patterns.append(pattern)
  }

  private mutating func group(_ all: [[UInt8]]) -> Int {
    let members = all.count == 1 ? [word(all[0])] : Set(all.map { word($0) }).sorted()
    if let known = groupIndex[members] { return known }
    groupIndex[members] = groups.count
    groups.append(members)
    return groups.count - 1
  }

  private mutating func word(_ word: [UInt8]) -> Int32 {
    if let known = wordIndex[Word(bytes: word)] { return known }
    let new = Int32(words.count)
    wordIndex[Word(bytes: word)] = new
    words.append(word)
    return new
  }

  // MARK: The table

  /// The table for so many rules; without counted examples the longer words are taken for the rarer.
  func table(rules: Int, _ frequency: WordFrequency?) -> PatternTable {
    let costs = costs(frequency)
    // Of each pattern the anchors and the two rarest of the others.
    let chosen = pending.map { entry in
      entry.companions.sorted { costs[$0.group] < costs[$1.group] }.prefix(2)
    }
    let (numbers, lists, wanted) = numbered(zip(pending, chosen).flatMap { [$0.anchors] + $1.map(\.group) })
    var blocking: [(row: Int32, item: PatternTable.Use)] = []
    var triggered: [(row: Int32, item: PatternTable.Use)] = []
    for (entry, companions) in zip(pending, chosen) {
      let near = companions.map {
        PatternTable.Companion(
          group: numbers[$0.group], reach: UInt16(clamping: $0.reach), isAfter: $0.isAfter)
      }
      let use = PatternTable.Use(
        rule: entry.rule, pattern: entry.pattern, anchors: numbers[entry.anchors],
        first: near.first ?? .none, second: near.dropFirst().first ?? .none)
      let rarest = companions.map(\.group).reduce(entry.anchors) { costs[$1] < costs[$0] ? $1 : $0 }
      if entry.isUnless {
        blocking.append((entry.rule, use))
      } else {
        triggered.append((numbers[rarest], use))
      }
    }
    let first = Set(triggered.map(\.row))
    let rows = Rows(lists.map { ($0.row - Int32(words.count), $0.item) }, rows: groups.count)
    return PatternTable(
      // An empty literal is never found.
      patterns: patterns, words: words.indices.map { wanted.contains(Int32($0)) ? words[$0] : [] },
      lists: rows,
      triggers: Rows(
        lists.filter { first.contains($0.row) }.map { (row: $0.item, item: $0.row) }, rows: words.count),
      uses: Rows(triggered, rows: words.count + groups.count), unless: Rows(blocking, rows: rules))
  }

  /// The numbers of the groups that are needed, the lists of those with several words, and all their words.
  private func numbered(_ needed: [Int]) -> (
    numbers: [Int32], lists: [(row: Int32, item: Int32)], words: Set<Int32>
  ) {
    var numbers = [Int32](repeating: -1, count: groups.count)
    var lists: [(row: Int32, item: Int32)] = []
    var wanted: Set<Int32> = []
    var next = Int32(words.count)
    for group in needed where numbers[group] < 0 {
      wanted.formUnion(groups[group])
      if groups[group].count == 1 {
        numbers[group] = groups[group][0]
      } else {
        numbers[group] = next
        lists += groups[group].map { (row: next, item: $0) }
        next += 1
      }
    }
    return (numbers, lists, wanted)
  }

  /// How often a word of each group is to be expected.
  private func costs(_ frequency: WordFrequency?) -> [Int] {
    let costs = words.map { word in
      frequency.map { 1 + Self.weight * $0.count(word) } ?? max(1, Self.weight - word.count)
    }
    return groups.map { $0.reduce(0) { $0 + costs[Int($1)] } }
  }

  /// Words that the examples do not hold, to be as costly as one that they hold once.
  private static let weight = 16
}
