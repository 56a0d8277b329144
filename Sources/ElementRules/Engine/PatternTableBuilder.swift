import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  /// A pattern; plain numbers, of which many can be handled fast.
  private struct Pending {
    let owner: PatternTable.Owner
    /// Its place in `code`.
    let code: Range<Int>
    let isUnless: Bool
    let kinds: SlotKinds
    /// The group of the anchors.
    let anchors: Int
    /// In `companions`, the other groups of words of which every match holds one.
    let companions: Range<Int>
  }

  private struct Companion {
    let group: Int
    let reach: Int
    let isAfter: Bool
  }

  /// The two rarest companions of a pattern.
  private struct Near {
    var first: Companion?
    var second: Companion?
  }

  private var pending: [Pending] = []
  private var companions: [Companion] = []
  private var code: [UInt8] = []
  private var words = WordNumbers()
  /// The words of each group, in the order of their numbers.
  private var groups: [[Int]] = []
  private var groupIndex: [[Int]: Int] = [:]
  /// The groups of lists met before, with the lists, so that they live on.
  private var groupOfList: [ObjectIdentifier: (list: WordList, group: Int)] = [:]

  /// True when no pattern has been taken.
  var isEmpty: Bool { pending.isEmpty }

  /// Takes a pattern of a rule: one of its sayings, or with `isUnless` one that blocks it.
  mutating func add(_ pattern: CompiledPattern, rule: Int, isUnless: Bool) {
    let anchors = group(pattern.anchors)
    let (first, start) = (companions.count, code.count)
    for companion in pattern.companions {
      companions.append(
        Companion(group: group(companion.words), reach: companion.reach, isAfter: companion.isAfter))
    }
    code += pattern.code
    pending.append(
      Pending(
        owner: PatternTable.Owner(rule: Int32(rule), tellsOfNegation: pattern.tellsOfNegation),
        code: start..<code.count, isUnless: isUnless, kinds: pattern.kinds, anchors: anchors,
        companions: first..<companions.count))
  }

  private mutating func group(_ list: WordList) -> Int {
    if let known = groupOfList[ObjectIdentifier(list)] { return known.group }
    var members: [Int] = []
    members.reserveCapacity(list.count)
    list.forEachWord { members.append(words.number(of: $0)) }
    if members.count > 1 { members = Set(members).sorted() }
    let group = groupIndex[members] ?? groups.count
    if group == groups.count {
      groupIndex[members] = group
      groups.append(members)
    }
    groupOfList[ObjectIdentifier(list)] = (list, group)
    return group
  }

  // MARK: The table

  /// The table for so many rules; without counted examples the longer words are taken for the rarer.
  consuming func table(rules: Int, _ frequency: WordFrequency?) -> PatternTable {
    let wordCosts = (0..<words.count).map { number in
      frequency.map { 1 + Self.weight * $0.count(words[number]) } ?? max(1, Self.weight - words[number].count)
    }
    let costs = groups.map { $0.reduce(0) { $0 + wordCosts[$1] } }
    let near = pending.map { rarestTwo($0, costs) }
    let numbers = GroupNumbers(groups, needed: needed(near), costs, wordCosts)
    let order = pending.indices.map { inOrder(pending[$0].anchors, near[$0], costs, numbers) }
    let rarest = order.map { $0.first }
    let (code, starts) = inOrder(rarest)
    var triggered: [(row: Int32, item: PatternTable.Use)] = []
    var conditions: [(row: Int32, item: PatternTable.Condition)] = []
    var blocking: [(row: Int32, item: PatternTable.Use)] = []
    var triggers: Set<Int32> = []
    for index in pending.indices {
      let use = self.use(index, starts[index], near[index], numbers)
      if pending[index].isUnless {
        blocking.append((pending[index].owner.rule, use))
      } else {
        triggered.append((rarest[index], use))
        let condition = PatternTable.Condition(
          kinds: use.kinds, next: order[index].second, last: order[index].third)
        conditions.append((rarest[index], condition))
        triggers.insert(rarest[index])
      }
    }
    return PatternTable(
      owners: pending.map { $0.owner }, code: code, words: numbers.words.map { words[$0] },
      groupCount: numbers.count, links: Rows(numbers.links(groups, triggers: triggers), rows: numbers.count),
      uses: Rows(triggered, rows: numbers.count), conditions: Rows(conditions, rows: numbers.count),
      unless: Rows(blocking, rows: rules))
  }

  /// Words that the examples do not hold, to be as costly as one that they hold once.
  private static let weight = 16

  private func rarestTwo(_ entry: Pending, _ costs: [Int]) -> Near {
    var near = Near()
    for companion in companions[entry.companions] {
      let cost = costs[companion.group]
      if near.first.map({ cost < costs[$0.group] }) ?? true {
        (near.first, near.second) = (companion, near.first)
      } else if near.second.map({ cost < costs[$0.group] }) ?? true {
        near.second = companion
      }
    }
    return near
  }

  /// The groups of the anchors and their companions, the rarest first; -1 for none.
  private func inOrder(_ anchors: Int, _ near: Near, _ costs: [Int], _ numbers: GroupNumbers)
    -> (first: Int32, second: Int32, third: Int32)
  {
    let (one, two) = (near.first?.group, near.second?.group)
    let number = { (group: Int?) -> Int32 in group.map { numbers.group[$0] } ?? -1 }
    guard let one, costs[one] < costs[anchors] else { return (number(anchors), number(one), number(two)) }
    guard let two, costs[two] < costs[anchors] else { return (number(one), number(anchors), number(two)) }
    return (number(one), number(two), number(anchors))
  }

  /// The groups that are asked for, in order.
  private func needed(_ near: [Near]) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: groups.count)
    for (entry, near) in zip(pending, near) {
      isNeeded[entry.anchors] = true
      if let first = near.first { isNeeded[first.group] = true }
      if let second = near.second { isNeeded[second.group] = true }
    }
    return groups.indices.filter { isNeeded[$0] }
  }

  /// The programs of all patterns one after the other, those of the frequent words first and those that block rules
  /// last, and where each begins.
  private func inOrder(_ rarest: [Int32]) -> (bytes: [UInt8], starts: [Int]) {
    let rank = pending.indices.map { pending[$0].isUnless ? Int32.max : rarest[$0] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(code.count)
    var starts = [Int](repeating: 0, count: pending.count)
    for index in pending.indices.sorted(by: { (rank[$0], $0) < (rank[$1], $1) }) {
      starts[index] = bytes.count
      bytes += code[pending[index].code]
    }
    return (bytes, starts)
  }

  private func use(_ index: Int, _ code: Int, _ near: Near, _ numbers: GroupNumbers) -> PatternTable.Use {
    PatternTable.Use(
      pattern: Int32(index), code: Int32(code), kinds: pending[index].kinds,
      anchors: numbers.group[pending[index].anchors], first: companion(near.first, numbers),
      second: companion(near.second, numbers))
  }

  private func companion(_ companion: Companion?, _ numbers: GroupNumbers) -> PatternTable.Companion {
    guard let companion else { return .none }
    return PatternTable.Companion(
      group: numbers.group[companion.group], reach: UInt16(clamping: companion.reach),
      isAfter: companion.isAfter)
  }
}
