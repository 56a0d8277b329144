import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  /// A pattern; plain numbers, of which many can be handled fast.
  private struct Pending {
    /// Its place in `code`.
    let code: Range<Int>
    let tellsOfNegation: Bool
    /// True when a rule says it.
    var isSaid = false
    let kinds: SlotKinds
    /// The group of the anchors.
    let anchors: Int
    /// In `companions`, the other groups of words of which every match holds one.
    let companions: Range<Int>
    let value: PatternTable.Value
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
  /// The written patterns, and for each what it became; nil when its next use can mean something else.
  private var texts = WordNumbers()
  private var taken: [Taken?] = []
  /// The rules that say a pattern.
  private var owners: [(row: Int32, item: PatternTable.Owner)] = []
  /// For each rule the patterns that block it.
  private var blocking: [(rule: Int32, pattern: Int)] = []
  private var companions: [Companion] = []
  private var code: [UInt8] = []
  private var words = WordNumbers()
  /// The words of each group, in the order of their numbers.
  private var groups: [[Int]] = []
  /// The lists met before as they are written; each is the group of its number.
  private var lists = WordNumbers()

  /// True when no pattern has been taken.
  var isEmpty: Bool { pending.isEmpty }

  /// What one written pattern became.
  struct Taken {
    /// Numbers of patterns.
    let patterns: Range<Int>
    /// Their steps and words.
    let size: Int
  }

  /// Takes a written pattern; one that was taken before is not compiled again.
  mutating func take(_ text: String, classes: [String: WordList]) throws(PatternError) -> Taken {
    let bytes = Array(text.utf8)
    let number = bytes.withUnsafeBytes { texts.number(of: $0) }
    if number == taken.count { taken.append(nil) }
    if let known = taken[number] { return known }
    let compiled = try CompiledPattern.compile(PatternParser.parse(bytes, classes: classes))
    let first = pending.count
    for pattern in compiled { try add(pattern) }
    let all = Taken(patterns: first..<pending.count, size: compiled.reduce(0) { $0 + $1.size })
    // What names a class means what its own file says.
    if !bytes.contains(UInt8(ascii: "<")) { taken[number] = all }
    return all
  }

  private mutating func add(_ pattern: CompiledPattern) throws(PatternError) {
    guard code.count + pattern.code.count <= Int32.max else { throw .tooLarge }
    let anchors = group(pattern.anchors)
    let (first, start) = (companions.count, code.count)
    for companion in pattern.companions {
      companions.append(
        Companion(group: group(companion.words), reach: companion.reach, isAfter: companion.isAfter))
    }
    code += pattern.code
    pending.append(
      Pending(
        code: start..<code.count, tellsOfNegation: pattern.tellsOfNegation, kinds: pattern.kinds,
        anchors: anchors, companions: first..<companions.count, value: Self.value(pattern.value)))
  }

  /// Gives a rule a pattern: one of its sayings, or with `isUnless` one that blocks it.
  mutating func own(_ pattern: Int, rule: Int, isUnless: Bool) {
    let rule = Int32(truncatingIfNeeded: rule)
    guard !isUnless else { return blocking.append((rule, pattern)) }
    pending[pattern].isSaid = true
    let owner = PatternTable.Owner(
      rule: rule, place: Int32(truncatingIfNeeded: owners.count),
      tellsOfNegation: pending[pattern].tellsOfNegation)
    owners.append((Int32(truncatingIfNeeded: pattern), owner))
  }

  private static func value(_ value: CompiledPattern.Value?) -> PatternTable.Value {
    guard let value, let reach = UInt16(exactly: value.reach) else { return .none }
    return PatternTable.Value(kind: Int8(value.kind.index), isAfter: value.isAfter, reach: reach)
  }

  private mutating func group(_ list: WordList) -> Int {
    let group = list.withKey { lists.number(of: $0) }
    guard group == groups.count else { return group }
    var members: [Int] = []
    members.reserveCapacity(list.count)
    list.forEachWord { members.append(words.number(of: $0)) }
    if members.count > 1 {
      members.sort()
      for index in members.indices.dropFirst().reversed() where members[index] == members[index - 1] {
        members.remove(at: index)
      }
    }
    groups.append(members)
    return group
  }

  // MARK: The table

  /// The table for so many rules; without counted examples the longer words are taken for the rarer.
  consuming func table(rules: Int, _ frequency: WordFrequency?) -> PatternTable {
    let wordCosts = (0..<words.count).map { number in
      words.withWord(number) { word in
        frequency.map { 1 + Self.weight * $0.count(word) } ?? max(1, Self.weight - word.count)
      }
    }
    let costs = groups.map { $0.reduce(0) { $0 + wordCosts[$1] } }
    let near = pending.map { rarestTwo($0, costs) }
    let numbers = GroupNumbers(groups, needed: needed(near), costs, wordCosts)
    let order = pending.indices.map { inOrder(pending[$0].anchors, near[$0], costs, numbers) }
    let rarest = order.map { $0.first }
    let (code, starts) = inOrder(rarest)
    let uses = pending.indices.map { use($0, starts[$0], near[$0], numbers) }
    var triggered: [Trigger] = []
    var isTrigger = [Bool](repeating: false, count: numbers.count)
    for index in pending.indices where pending[index].isSaid {
      let condition = PatternTable.Condition(
        kinds: uses[index].kinds, next: order[index].second, last: order[index].third)
      triggered.append(Trigger(group: rarest[index], condition: condition, use: uses[index]))
      isTrigger[Int(rarest[index])] = true
    }
    let sorted = Self.together(triggered)
    return PatternTable(
      owners: Rows(owners, rows: pending.count), code: code, words: numbers.words.map { words[$0] },
      groupCount: numbers.count, links: Rows(numbers.links(groups, isTrigger), rows: numbers.count),
      uses: Rows(sorted.map { ($0.group, $0.use) }, rows: numbers.count),
      conditions: Rows(sorted.map { ($0.group, $0.condition) }, rows: numbers.count),
      unless: Rows(blocking.map { ($0.rule, uses[$0.pattern]) }, rows: rules))
  }

  /// A use under its rarest group.
  private struct Trigger {
    let group: Int32
    var condition: PatternTable.Condition
    let use: PatternTable.Use

    /// What is compared first, first.
    var key: (Int32, UInt16, Int32, Int32) {
      (group, condition.kinds.rawValue, condition.next, condition.last)
    }
  }

  /// The uses with those together that want the same.
  private static func together(_ triggered: [Trigger]) -> [Trigger] {
    var sorted = triggered.sorted { $0.key < $1.key }
    for index in sorted.indices.dropLast().reversed() {
      let (one, next) = (sorted[index].key, sorted[index + 1])
      guard (one.0, one.1) == (next.group, next.condition.kinds.rawValue) else { continue }
      sorted[index].condition.sameKinds = UInt16(clamping: Int(next.condition.sameKinds) + 1)
      guard one.2 == next.condition.next else { continue }
      sorted[index].condition.sameNext = UInt16(clamping: Int(next.condition.sameNext) + 1)
    }
    return sorted
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
    let rank = pending.indices.map { pending[$0].isSaid ? rarest[$0] : Int32.max }
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
      second: companion(near.second, numbers), value: pending[index].value)
  }

  private func companion(_ companion: Companion?, _ numbers: GroupNumbers) -> PatternTable.Companion {
    guard let companion else { return .none }
    return PatternTable.Companion(
      group: numbers.group[companion.group], reach: UInt16(clamping: companion.reach),
      isAfter: companion.isAfter)
  }
}
