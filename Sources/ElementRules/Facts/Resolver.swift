import Foundation

/// Brings the statements on one element together: positions of the parties, their versions, and whether they agree.
enum Resolver {
  /// A version and the sides that take it.
  private struct Entry {
    var version: Fact.Version
    var sides: Set<Side>
  }

  /// The fact; nil when nobody states a value.
  static func fact(_ element: Element, _ statements: [Statement]) -> Fact? {
    let positions = positions(withoutAsides(statements.filter { $0.stance.isPosition }, element), element)
    var versions = own(positions, of: element)
    let added = Set(versions.flatMap(\.version.by))
    for position in positions where !added.contains(position.by) {
      guard let value = position.outcome.value else { continue }
      add(value, position, element.type, &versions)
    }
    guard !versions.isEmpty else { return nil }
    for position in positions where position.outcome == .admits { admit(position, &versions) }
    for position in positions where position.outcome == .denies { deny(position, &versions) }
    return Fact(
      element: element, status: status(versions, added), versions: versions.map(\.version),
      corrected: positions.flatMap(\.corrected))
  }

  /// A day or a thing that another party tells in other words without setting them against the first is not this one, but
  /// another: 3月12日签的单子 is no other day of the contract.
  private static func withoutAsides(_ statements: [Statement], _ element: Element) -> [Statement] {
    guard element.type == .date || element.type == .text,
      let first = statements.first(where: \.isValue), first.side.isParty
    else { return statements }
    let told = statements.filter { $0.by == first.by }.compactMap(\.stated)
    return statements.filter { statement in
      guard let value = statement.stated, statement.by != first.by, statement.side.isParty else {
        return true
      }
      return statement.contests || told.contains { agrees($0, value, element.type) }
    }
  }

  /// What several parties of one side tell each of its own, added up: two insurers' limits, of 100万元 and 50万元.
  private static func own(_ positions: [Position], of element: Element) -> [Entry] {
    guard element.several == .sum else { return [] }
    let stated = positions.filter { $0.outcome.value != nil }
    return [Side.plaintiff, .defendant, .thirdParty].compactMap { side in
      let own = stated.filter { $0.side == side }
      let values = own.compactMap { $0.outcome.value.flatMap { Decimal(string: $0) } }
      guard own.count > 1, Set(values).count == own.count else { return nil }
      let version = Fact.Version(
        value: "\(values.reduce(Decimal(0), +))", by: own.map(\.by), quotes: own.flatMap(\.quotes),
        rules: own.flatMap(\.rules))
      return Entry(version: version, sides: [side])
    }
  }

  /// One position a party, in order of first speaking.
  private static func positions(_ statements: [Statement], _ element: Element) -> [Position] {
    var order: [String] = []
    var byParty: [String: [Statement]] = [:]
    for statement in statements {
      if byParty[statement.by] == nil { order.append(statement.by) }
      byParty[statement.by, default: []].append(statement)
    }
    var stating: Set<Side> = []
    for statement in statements {
      if statement.isValue { stating.insert(statement.side) }
    }
    return order.compactMap { party in
      let own = byParty[party] ?? []
      guard let first = own.first else { return nil }
      return Position(own, element, isAnswered: stating.contains(first.side.opponent))
    }
  }

  private static func add(
    _ value: String, _ position: Position, _ type: ValueType,
    _ versions: inout [Entry]
  ) {
    let same = versions.firstIndex { agrees($0.version.value, value, type) }
    guard let same else {
      let version = Fact.Version(
        value: value, by: [position.by], quotes: position.quotes, rules: position.rules)
      return versions.append(Entry(version: version, sides: [position.side]))
    }
    join(position, &versions[same])
    if type == .date { versions[same].version = finer(versions[same].version, value) }
  }

  /// 2012 and 2012-10-23 said by two: the day counts.
  private static func finer(_ version: Fact.Version, _ value: String) -> Fact.Version {
    guard let known = version.value, known.utf8.count < value.utf8.count else { return version }
    return Fact.Version(value: value, by: version.by, quotes: version.quotes, rules: version.rules)
  }

  private static func admit(
    _ position: Position, _ versions: inout [Entry]
  ) {
    guard
      let theirs = versions.firstIndex(where: { $0.sides.contains(position.side.opponent) })
        ?? versions.firstIndex(where: { !$0.version.by.contains(position.by) })
    else { return }
    join(position, &versions[theirs])
  }

  /// A denial stands beside what the other side says, whoever else admits that; without it it says nothing.
  /// What one says of everything does not stand against what another of its side admits.
  private static func deny(
    _ position: Position, _ versions: inout [Entry]
  ) {
    let isAgainst = { (entry: Entry) in
      entry.version.value != nil && entry.sides != [position.side]
        && !(position.isGeneral && entry.sides.contains(position.side))
    }
    guard versions.contains(where: isAgainst) else { return }
    if let same = versions.firstIndex(where: { $0.version.value == nil }) {
      return join(position, &versions[same])
    }
    let version = Fact.Version(value: nil, by: [position.by], quotes: position.quotes, rules: position.rules)
    versions.append(Entry(version: version, sides: [position.side]))
  }

  private static func join(_ position: Position, _ entry: inout Entry) {
    let version = entry.version
    let known = Set(version.quotes)
    let quotes = position.quotes.filter { !known.contains($0) }
    let rules = position.rules.filter { !version.rules.contains($0) }
    entry.version = Fact.Version(
      value: version.value, by: version.by + [position.by], quotes: version.quotes + quotes,
      rules: version.rules + rules)
    entry.sides.insert(position.side)
  }

  /// Of texts the same when one holds the other or both tell of the same thing, of dates when one is the other without its day or month.
  private static func agrees(_ a: String?, _ b: String, _ type: ValueType) -> Bool {
    if let a, type == .date { return a.hasPrefix(b) || b.hasPrefix(a) }
    if let a, type == .period { return PeriodValue.agree(a, b) }
    guard let a, type == .text || type == .party else { return a == b }
    return a == b || TextPart.stands(b, in: a) || TextPart.stands(a, in: b)
      || type == .text && TextPart.shareWord(a, b)
  }

  /// Several parties decide, of one side too (facts annotation, rule 3); what the court finds is no party's position.
  /// Those of one side who each tell their own part (`added`) speak with one voice.
  private static func status(_ versions: [Entry], _ added: Set<String>) -> Fact.Status {
    let sides = versions.reduce(into: Set<Side>()) { $0.formUnion($1.sides) }
    let parties = versions.reduce(into: Set<String>()) { $0.formUnion($1.version.by) }
    let voices = parties.count - max(0, added.count - 1)
    guard sides.count(where: \.isParty) > 1 || voices > 1 && sides.allSatisfy(\.isParty) else {
      return .oneSided
    }
    return versions.count > 1 ? .disputed : .agreed
  }
}
