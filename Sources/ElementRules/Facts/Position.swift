import Foundation

/// Where one party stands on one element after all it said.
struct Position {
  /// What it comes to.
  enum Outcome: Hashable {
    /// Its own value.
    case value(String)
    /// The other side's.
    case admits
    /// Not the other side's, without a value of its own.
    case denies

    /// The own value.
    var value: String? { if case .value(let value) = self { value } else { nil } }
  }

  let by: String
  let side: Side
  let outcome: Outcome
  /// True for what is said of the other side's words or documents as a whole.
  let isGeneral: Bool
  let quotes: [Statement.Quote]
  let rules: [String]
  /// Values given up by a correction.
  let corrected: [Fact.Version]

  /// The position of one party, from its statements in order; nil when it takes none.
  ///
  /// Values count more than bare denials. Of several values the last corrected one counts, else the one said most
  /// often, of equals its own words before what it said yes to, a day before a month, and the last (facts annotation,
  /// rule 4). An admission after that gives the own value up, when the other side has one (`isAnswered`).
  init?(_ statements: [Statement], _ element: Element, isAnswered: Bool) {
    guard let first = statements.first else { return nil }
    (by, side) = (first.by, first.side)
    let values = Self.values(statements, element.type)
    let reactions = statements.filter(\.isReaction)
    // What is said about one thing counts more than what is said about all.
    let lastReaction = reactions.last { !$0.isGeneral } ?? reactions.last
    if let chosen = Self.chosen(values, element),
      !(isAnswered && Self.givesUp(chosen, lastReaction, values))
    {
      let same = values.filter { $0.0 == chosen }.map(\.1)
      let support = same.isEmpty ? Self.parts(values) : same
      (outcome, isGeneral) = (.value(chosen), false)
      (quotes, rules) = Self.proof(support)
      corrected = Self.corrected(values, chosen)
    } else if let last = lastReaction.map({ Self.settled($0, reactions) }) {
      (outcome, isGeneral) = (last.content == .confirmation ? .admits : .denies, last.isGeneral)
      (quotes, rules) = Self.proof(
        statements.filter { $0.content == last.content || last.isDenial && $0.isDenial })
      corrected = []
    } else {
      return nil
    }
  }

  /// What is said of the other side's words counts more than a figure of theirs said again.
  private static func settled(_ last: Statement, _ reactions: [Statement]) -> Statement {
    guard last.isEcho else { return last }
    return reactions.last(where: \.isDenial) ?? last
  }

  /// The values with their statements; a text that is part of a longer one counts as that, a month as the day of it.
  private static func values(_ statements: [Statement], _ type: ValueType) -> [(String, Statement)] {
    let values = statements.compactMap { statement in statement.stated.map { ($0, statement) } }
    if type == .period { return unified(values) }
    guard type == .text || type == .date else { return values }
    let longest = Set(values.map(\.0)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .prefix(mostTexts)
    return values.map { value, statement in
      (longest.first { TextPart.stands(value, in: $0) } ?? value, statement)
    }
  }

  /// Equally long periods in the words that were said first.
  private static func unified(_ values: [(String, Statement)]) -> [(String, Statement)] {
    let first = Dictionary(
      values.map { (PeriodValue.normal($0.0), $0.0) }, uniquingKeysWith: { first, _ in first })
    return values.map { (first[PeriodValue.normal($0.0)] ?? $0.0, $0.1) }
  }

  /// Texts of one party on one element that shorter ones are compared with.
  private static let mostTexts = 100

  private static func chosen(_ values: [(String, Statement)], _ element: Element) -> String? {
    if let correction = values.last(where: { $0.1.isCorrection }) { return correction.0 }
    let different = Set(values.map(\.0))
    guard different.count > 1 else { return values.first?.0 }
    switch element.several {
    case .first: return own(values).first?.0
    case .total: return told(values) ?? total(different) ?? repeated(values)
    case .sum: return told(values) ?? total(different) ?? added(parts(values)) ?? repeated(values)
    case .last: return mostFrequent(values, element.type)
    }
  }

  /// The last that was told as a sum.
  private static func told(_ values: [(String, Statement)]) -> String? { values.last(where: \.1.isTotal)?.0 }

  /// The amount that is the sum of all others.
  private static func total(_ values: Set<String>) -> String? {
    let amounts = values.compactMap { value in Decimal(string: value).map { (value, $0) } }
    guard amounts.count == values.count, let largest = amounts.max(by: { $0.1 < $1.1 }) else { return nil }
    let rest = amounts.filter { $0.0 != largest.0 }.reduce(Decimal(0)) { $0 + $1.1 }
    return rest == largest.1 ? largest.0 : nil
  }

  /// What the last speech that names several values says in words of its own, each value once.
  private static func parts(_ values: [(String, Statement)]) -> [Statement] {
    let bySpeech = Dictionary(grouping: values.filter(\.1.isOwn), by: \.1.turn)
    let speeches = bySpeech.filter { Set($0.value.map(\.0)).count > 1 }
    guard let last = speeches.keys.max(), let parts = speeches[last] else { return [] }
    var seen: Set<String> = []
    return parts.filter { seen.insert($0.0).inserted }.map(\.1)
  }

  /// The sum of what the statements say; nil when there are none.
  private static func added(_ parts: [Statement]) -> String? {
    let amounts = parts.compactMap { $0.stated.flatMap { Decimal(string: $0) } }
    guard !amounts.isEmpty, amounts.count == parts.count else { return nil }
    return "\(amounts.reduce(Decimal(0), +))"
  }

  /// The value said at least twice and more often than any other.
  private static func repeated(_ values: [(String, Statement)]) -> String? {
    let (leaders, times) = mostSaid(values)
    return times > 1 && leaders.count == 1 ? leaders.first : nil
  }

  private static func mostFrequent(_ values: [(String, Statement)], _ type: ValueType) -> String? {
    let (leaders, _) = mostSaid(values)
    let said = own(values.filter { leaders.contains($0.0) })
    return (type == .date ? finest(said) : said).last?.0
  }

  /// The party's own words, if any; else what it said yes to.
  private static func own(_ values: [(String, Statement)]) -> [(String, Statement)] {
    let own = values.filter(\.1.isOwn)
    return own.isEmpty ? values : own
  }

  /// Of dates those told to the day, if any; else to the month.
  private static func finest(_ values: [(String, Statement)]) -> [(String, Statement)] {
    let most = values.map(\.0.utf8.count).max()
    return values.filter { $0.0.utf8.count == most }
  }

  /// The values said most often, and how often.
  private static func mostSaid(_ values: [(String, Statement)]) -> (leaders: Set<String>, times: Int) {
    let counts = Dictionary(values.map { ($0.0, 1) }, uniquingKeysWith: +)
    let times = counts.values.max() ?? 0
    return (Set(counts.filter { $0.value == times }.keys), times)
  }

  /// True when the party came round to the other side after its last own word.
  private static func givesUp(_ value: String, _ reaction: Statement?, _ values: [(String, Statement)])
    -> Bool
  {
    guard let reaction, reaction.content == .confirmation, let last = values.last?.1 else { return false }
    return reaction.turn > last.turn && !reaction.isGeneral
  }

  private static func corrected(_ values: [(String, Statement)], _ chosen: String) -> [Fact.Version] {
    guard values.contains(where: { $0.1.isCorrection }) else { return [] }
    var seen: Set<String> = [chosen]
    return values.filter { seen.insert($0.0).inserted }.map {
      Fact.Version(value: $0.0, by: [$0.1.by], quotes: $0.1.quotes, rules: [$0.1.rule])
    }
  }

  private static func proof(_ statements: [Statement]) -> ([Statement.Quote], [String]) {
    var quotes: [Statement.Quote] = []
    var rules: [String] = []
    for statement in statements {
      quotes += statement.quotes
      if !rules.contains(statement.rule) { rules.append(statement.rule) }
    }
    return (widest(quotes), rules)
  }

  /// Each quote once, in order, without those that are part of another; n log n.
  private static func widest(_ quotes: [Statement.Quote]) -> [Statement.Quote] {
    var kept: Set<Statement.Quote> = []
    var end = 0
    let wideFirst = quotes.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    for quote in wideFirst where quote.range.upperBound > end {
      kept.insert(quote)
      end = quote.range.upperBound
    }
    return quotes.filter { kept.remove($0) != nil }
  }
}
