/// Puts together what was taken apart: the patterns of the files are compiled on several threads.
extension PatternTableBuilder {
  /// Adds what another builder has taken, whose rules are numbered from `first` on here; false when that is too much.
  /// Linear in it.
  mutating func add(_ other: PatternTableBuilder, rules first: Int) -> Bool {
    guard code.count + other.code.count <= Int32.max else { return false }
    guard !isEmpty || first > 0 else {
      self = other
      return true
    }
    let patterns = addPatterns(of: other, addGroups(of: other))
    let rules = Int32(truncatingIfNeeded: first)
    for (pattern, owner) in other.owners {
      let here = PatternTable.Owner(
        rule: owner.rule + rules, place: Int32(truncatingIfNeeded: owners.count),
        tellsOfNegation: owner.tellsOfNegation)
      owners.append((Int32(truncatingIfNeeded: patterns[Int(pattern)]), here))
    }
    for (rule, pattern) in other.blocking { blocking.append((rule + rules, patterns[pattern])) }
    return true
  }

  /// The number that each group of the other builder has here.
  private mutating func addGroups(of other: PatternTableBuilder) -> [Int] {
    let numbers = (0..<other.words.count).map { word in
      other.words.withWord(word) { words.number(of: UnsafeRawBufferPointer($0)) }
    }
    return other.groups.indices.map { index in
      let group = other.lists.withWord(index) { lists.number(of: UnsafeRawBufferPointer($0)) }
      if group == groups.count { groups.append(other.groups[index].map { numbers[$0] }) }
      return group
    }
  }

  /// The number that each pattern of the other builder has here; what was taken before is not taken again.
  private mutating func addPatterns(of other: PatternTableBuilder, _ groups: [Int]) -> [Int] {
    var numbers = [Int](repeating: -1, count: other.pending.count)
    var new: [(text: Int, taken: Taken)] = []
    for (index, found) in other.taken.enumerated() {
      guard let found, !found.patterns.isEmpty else { continue }
      let text = other.texts.withWord(index) { texts.number(of: UnsafeRawBufferPointer($0)) }
      if text == taken.count { taken.append(nil) }
      if let known = taken[text] {
        for (pattern, own) in zip(found.patterns, known.patterns) { numbers[pattern] = own }
      } else {
        new.append((text, found))
      }
    }
    for index in numbers.indices {
      if numbers[index] < 0 { numbers[index] = add(other.pending[index], of: other, groups) }
      if other.pending[index].isSaid { pending[numbers[index]].isSaid = true }
    }
    for (text, found) in new {
      let first = numbers[found.patterns.lowerBound]
      taken[text] = Taken(patterns: first..<first + found.patterns.count, size: found.size)
    }
    return numbers
  }

  private mutating func add(_ pattern: Pending, of other: PatternTableBuilder, _ groups: [Int]) -> Int {
    var here = pattern
    let (start, first) = (code.count, companions.count)
    code += other.code[pattern.code]
    companions += other.companions[pattern.companions].lazy.map {
      Companion(group: groups[$0.group], reach: $0.reach, isAfter: $0.isAfter)
    }
    (here.code, here.companions) = (start..<code.count, first..<companions.count)
    here.anchors = groups[pattern.anchors]
    pending.append(here)
    return pending.count - 1
  }
}
