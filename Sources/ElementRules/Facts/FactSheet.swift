/// The fact sheet of a hearing: what the parties say, element by element, and what nobody has addressed.
public struct FactSheet: Sendable {
  /// The hearing.
  public let hearing: Hearing
  /// Facts in the order of the rule base.
  public let facts: [Fact]
  /// Important elements that nobody has addressed, in the order of the rule base.
  public let missing: [Element]
  /// Everything that was found, in the order of the hearing, with what was only asked, supposed or reported.
  public let statements: [Statement]

  /// What follows from the facts by law, in the order of the rule base.
  public let calculations: [FactCalculation]

  /// The sheet of a hearing; without a calculator nothing is computed. Linear in the hearing plus the hits of the rules.
  public init(_ hearing: Hearing, rules: CompiledRules, calculator: Calculator? = nil) {
    self.hearing = hearing
    statements = StatementReader(hearing, rules: rules).statements()
    let byElement = Dictionary(grouping: statements, by: \.element)
    facts = Self.facts(
      rules.elements.filter { !$0.isLabel }, byElement,
      LoneVoice(statements, claims: rules.elements.claims))
    let found = Set(facts.map(\.element.id))
    if let calculator {
      calculations = FactCalculation.all(rules.calculations, facts, calculator)
    } else {
      calculations = []
    }
    missing = rules.elements.filter { element in
      element.important && !found.contains(element.id)
        && (element.when.isEmpty || element.when.contains { found.contains($0) })
    }
  }

  /// The facts in the order of their elements; claims after what they rest on, what one side alone tells last.
  private static func facts(_ elements: [Element], _ statements: [String: [Statement]], _ voice: LoneVoice)
    -> [Fact]
  {
    let stated = elements.map { element in statements[element.id].flatMap { Resolver.fact(element, $0) } }
    let basis = ClaimBasis(stated.compactMap { $0 })
    return zip(elements, stated).compactMap { element, fact in
      guard let fact, let said = statements[element.id] else { return fact }
      if let answer = voice.answer(to: fact, of: said) { return Resolver.fact(element, said + [answer]) }
      return element.basis.isEmpty ? fact : Resolver.fact(element, basis.applied(to: said, on: element))
    }
  }

  /// The words of a quote.
  public func words(_ quote: Statement.Quote) -> String {
    String(decoding: hearing.source.bytes[quote.range], as: UTF8.self)
  }
}
