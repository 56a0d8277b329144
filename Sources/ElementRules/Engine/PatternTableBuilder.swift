import TextCore

/// Collects the patterns of rules and makes the table of them.
struct PatternTableBuilder {
  /// A pattern; plain numbers, of which many can be handled fast.
  struct Pending {
    /// Its place in `code`.
    var code: Range<Int>
    let tellsOfNegation: Bool
    /// True when a rule says it.
    var isSaid = false
    let kinds: SlotKinds
    /// The group of the anchors.
    var anchors: Int
    /// In `companions`, the other groups of words of which every match holds one.
    var companions: Range<Int>
    let value: PatternTable.Value
  }

  struct Companion {
    let group: Int
    let reach: Int
    let isAfter: Bool
  }

  /// The two rarest companions of a pattern.
  private struct Near {
    var first: Companion?
    var second: Companion?
  }

  var pending: [Pending] = []
  /// The written patterns, and for each what it became; nil when its next use can mean something else.
  var texts = WordNumbers()
  var taken: [Taken?] = []
  /// The rules that say a pattern.
  var owners: [(row: Int32, item: PatternTable.Owner)] = []
  /// For each rule the patterns that block it.
  var blocking: [(rule: Int32, pattern: Int)] = []
  var companions: [Companion] = []
  var code: [UInt8] = []
  var words = WordNumbers()
  /// The words of each group, in the order of their numbers.
  var groups: [[Int]] = []
  /// The lists met before as they are written; each is the group of its number.
  var lists = WordNumbers()

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

  /// The table for so many rules; nil when no pattern has been taken.
  func finished(rules: Int, _ frequency: WordFrequency?) -> PatternTable? {
    isEmpty ? nil : table(rules: rules, frequency)
  }

  /// The table for so many rules; without counted examples the longer words are taken for the rarer.
  private consuming func table(rules: Int, _ frequency: WordFrequency?) -> PatternTable {
    let wordCosts = (0..<words.count).map { number in
      words.withWord(number) { word in
        frequency.map { 1 + Self.weight * $0.count(word) } ?? max(1, Self.weight - word.count)
      }
    }
    let costs = groups.map { $0.reduce(0) { $0 + wordCosts[$1] } }
    let near = pending.map { rarestTwo($0, costs) }
    let numbers = GroupNumbers(groups, needed: needed(near), costs, words: words.count)
    let order = pending.indices.map { inOrder(pending[$0].anchors, near[$0], costs, numbers) }
    let rank = pending.indices.map { pending[$0].isSaid ? numbers.group[order[$0].rarest] : Int32.max }
    // Those of the frequent words first and those that only block rules last.
    let sequence = pending.indices.sorted { rank[$0] < rank[$1] }
    let (code, starts) = programs(sequence)
    let uses = pending.indices.map { use($0, starts[$0], near[$0], numbers) }
    let said = sequence.filter { pending[$0].isSaid }
    return PatternTable(
      owners: Rows(owners, rows: pending.count), code: code, words: numbers.words.map { words[$0] },
      groups: Rows(numbers.members(groups), rows: numbers.severalCount),
      triggers: Rows(triggers(of: said, order, numbers), rows: numbers.words.count),
      uses: said.map { uses[$0] }, unless: Rows(blocking.map { ($0.rule, uses[$0.pattern]) }, rows: rules))
  }

  /// For each word of the rarest groups of these patterns what else they want, those together that want the same.
  private func triggers(of said: [Int], _ order: [Order], _ numbers: GroupNumbers) -> [(
    row: Int32, item: PatternTable.Trigger
  )] {
    let wanted = said.map { (kinds: pending[$0].kinds, order: order[$0]) }
    let sorted = wanted.indices.sorted {
      let (one, other) = (wanted[$0], wanted[$1])
      return (one.kinds.rawValue, one.order.next, one.order.last)
        < (other.kinds.rawValue, other.order.next, other.order.last)
    }
    var triggers: [(row: Int32, item: PatternTable.Trigger)] = []
    var following = [PatternTable.Trigger?](repeating: nil, count: numbers.words.count)
    for use in sorted.reversed() {
      let (kinds, order) = wanted[use]
      for word in groups[order.rarest] {
        let row = numbers.number[word]
        let trigger = PatternTable.Trigger(
          kinds: kinds, next: order.next, last: order.last, use: Int32(use), before: following[Int(row)])
        following[Int(row)] = trigger
        triggers.append((row, trigger))
      }
    }
    triggers.reverse()
    return triggers
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

  /// The groups of the anchors and their companions, the rarest first; the others by their numbers, -1 for none.
  private typealias Order = (rarest: Int, next: Int32, last: Int32)

  private func inOrder(_ anchors: Int, _ near: Near, _ costs: [Int], _ numbers: GroupNumbers) -> Order {
    let (one, two) = (near.first?.group, near.second?.group)
    let number = { (group: Int?) -> Int32 in group.map { numbers.group[$0] } ?? -1 }
    guard let one, costs[one] < costs[anchors] else { return (anchors, number(one), number(two)) }
    guard let two, costs[two] < costs[anchors] else { return (one, number(anchors), number(two)) }
    return (one, number(two), number(anchors))
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

  /// The programs of the patterns in this sequence, and where that of each pattern begins.
  private func programs(_ sequence: [Int]) -> (bytes: [UInt8], starts: [Int]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(code.count)
    var starts = [Int](repeating: 0, count: pending.count)
    for index in sequence {
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
