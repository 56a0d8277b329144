import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  private struct Pending {
    let owner: PatternTable.Owner
    let code: [UInt8]
    let isUnless: Bool
    let kinds: SlotKinds
    /// The group of the anchors.
    let anchors: Int
    /// Other groups of words of which every match holds one.
    var companions: [Companion]
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

  private var pending: [Pending] = []
  private var words: [[UInt8]] = []
  private var wordIndex: [Word: Int] = [:]
  /// The words of each group, in the order of their indices.
  private var groups: [[Int]] = []
  private var groupIndex: [[Int]: Int] = [:]

  /// True when no pattern has been taken.
  var isEmpty: Bool { pending.isEmpty }

  /// Takes a pattern of a rule: one of its sayings, or with `isUnless` one that blocks it.
  mutating func add(_ pattern: CompiledPattern, rule: Int, isUnless: Bool) {
    let anchors = group(pattern.anchors)
    let companions = pattern.companions.map {
      Companion(group: group($0.words), reach: $0.reach, isAfter: $0.isAfter)
    }
    let owner = PatternTable.Owner(rule: Int32(rule), tellsOfNegation: pattern.tellsOfNegation)
    pending.append(
      Pending(
        owner: owner, code: pattern.code, isUnless: isUnless, kinds: pattern.kinds, anchors: anchors,
        companions: companions))
  }

  private mutating func group(_ all: [[UInt8]]) -> Int {
    let members = all.count == 1 ? [word(all[0])] : Set(all.map { word($0) }).sorted()
    if let known = groupIndex[members] { return known }
    groupIndex[members] = groups.count
    groups.append(members)
    return groups.count - 1
  }

  private mutating func word(_ word: [UInt8]) -> Int {
    if let known = wordIndex[Word(bytes: word)] { return known }
    wordIndex[Word(bytes: word)] = words.count
    words.append(word)
    return words.count - 1
  }

  // MARK: The table

  /// The table for so many rules; without counted examples the longer words are taken for the rarer.
  consuming func table(rules: Int, _ frequency: WordFrequency?) -> PatternTable {
    let wordCosts = words.map { word in
      frequency.map { 1 + Self.weight * $0.count(word) } ?? max(1, Self.weight - word.count)
    }
    let costs = groups.map { $0.reduce(0) { $0 + wordCosts[$1] } }
    keepRarest(costs)
    let needed = Set(pending.flatMap { [$0.anchors] + $0.companions.map(\.group) })
    let numbers = GroupNumbers(groups, needed: needed.sorted(), costs, wordCosts)
    let rarest = pending.map { entry in
      numbers.group[entry.companions.map(\.group).reduce(entry.anchors) { costs[$1] < costs[$0] ? $1 : $0 }]
    }
    let (code, starts) = code(rarest)
    let uses = pending.indices.map { use($0, starts[$0], numbers) }
    let triggered = pending.indices.filter { !pending[$0].isUnless }.map { (row: rarest[$0], item: uses[$0]) }
    let blocking = pending.indices.filter { pending[$0].isUnless }.map {
      (row: pending[$0].owner.rule, item: uses[$0])
    }
    return PatternTable(
      owners: pending.map(\.owner), code: code, words: numbers.words.map { words[$0] },
      groupCount: numbers.count,
      links: Rows(numbers.links(groups, triggers: Set(triggered.map(\.row))), rows: numbers.count),
      uses: Rows(triggered, rows: numbers.count), unless: Rows(blocking, rows: rules))
  }

  /// Words that the examples do not hold, to be as costly as one that they hold once.
  private static let weight = 16

  /// Leaves to each pattern the two rarest of its companions.
  private mutating func keepRarest(_ costs: [Int]) {
    for index in pending.indices where pending[index].companions.count > 1 {
      let sorted = pending[index].companions.sorted { costs[$0.group] < costs[$1.group] }
      pending[index].companions = Array(sorted.prefix(2))
    }
  }

  /// The programs of all patterns one after the other, those of the frequent words first and those that block rules
  /// last, and where each begins.
  private func code(_ rarest: [Int32]) -> (bytes: [UInt8], starts: [Int]) {
    let rank = pending.indices.map { pending[$0].isUnless ? Int32.max : rarest[$0] }
    var bytes: [UInt8] = []
    var starts = [Int](repeating: 0, count: pending.count)
    for index in pending.indices.sorted(by: { (rank[$0], $0) < (rank[$1], $1) }) {
      starts[index] = bytes.count
      bytes += pending[index].code
    }
    return (bytes, starts)
  }

  private func use(_ index: Int, _ code: Int, _ numbers: GroupNumbers) -> PatternTable.Use {
    let entry = pending[index]
    let near = entry.companions.map {
      PatternTable.Companion(
        group: numbers.group[$0.group], reach: UInt16(clamping: $0.reach), isAfter: $0.isAfter)
    }
    return PatternTable.Use(
      pattern: Int32(index), code: Int32(code), kinds: entry.kinds, anchors: numbers.group[entry.anchors],
      first: near.first ?? .none, second: near.dropFirst().first ?? .none)
  }
}
