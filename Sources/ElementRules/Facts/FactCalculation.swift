/// A calculation made from the facts of a hearing.
public struct FactCalculation: Sendable, Hashable {
  /// Whose version it rests on, when the facts are disputed: 按原告的说法.
  public let basis: String?
  /// The calculation.
  public let calculation: Calculation

  /// The calculations that the facts allow: one when nothing it takes is disputed, else one for each party's version.
  /// A plan none of whose elements was spoken of is left out; of the others a missing input is named.
  static func all(_ plans: [CalculationPlan], _ facts: [Fact], _ calculator: Calculator) -> [FactCalculation]
  {
    let known = Dictionary(facts.map { ($0.element.id, $0) }, uniquingKeysWith: { first, _ in first })
    return plans.flatMap { plan -> [FactCalculation] in
      let used = plan.elements.compactMap { known[$0] }
      guard !used.isEmpty else { return [] }
      let sides = used.contains { $0.status == .disputed } ? parties(used) : [nil]
      let made = sides.map { side in
        let inputs = CalculationInputs(plan.inputs.compactMap { entry($0, known, side) })
        return FactCalculation(
          basis: side.map { "按\($0)的说法" }, calculation: calculator.calculate(plan.kind, inputs))
      }
      guard let first = made.first, made.allSatisfy({ $0.isRefused(like: first) }) else { return made }
      return [FactCalculation(basis: nil, calculation: first.calculation)]
    }
  }

  /// True when both lack the same input.
  private func isRefused(like other: FactCalculation) -> Bool {
    calculation.refusal != nil && calculation.refusal == other.calculation.refusal
  }

  /// Who takes a position with a value, in order.
  private static func parties(_ facts: [Fact]) -> [String?] {
    var seen: [String] = []
    for fact in facts where fact.status == .disputed {
      for party in fact.versions.filter({ $0.value != nil }).flatMap(\.by) where !seen.contains(party) {
        seen.append(party)
      }
    }
    return seen
  }

  /// The value of an input: the only one, or that of the party whose version is taken.
  private static func entry(
    _ input: CalculationPlan.Input, _ facts: [String: Fact], _ side: String?
  ) -> CalculationInputs.Entry? {
    if let constant = input.constant { return CalculationInputs.Entry(name: input.name, value: constant) }
    guard let fact = facts[input.source] else { return nil }
    let own = side.flatMap { side in fact.versions.first { $0.by.contains(side) } }
    let version = own ?? (fact.versions.count == 1 ? fact.versions.first : nil)
    guard let value = version?.value else { return nil }
    return CalculationInputs.Entry(name: input.name, value: value)
  }
}
