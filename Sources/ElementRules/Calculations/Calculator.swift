import ChineseText

/// Runs calculations with the dated parameters and the calendar they need.
public struct Calculator: Sendable {
  /// Rolls a day off to the next working day (民法典 art. 203); supplied by whoever has the calendar.
  public typealias WorkingDay = @Sendable (CalendarDate) -> CalendarDate

  private let rates: LoanPrimeRates
  private let workingDay: WorkingDay

  /// A calculator; `rates` are the published loan prime rates.
  public init(rates: LoanPrimeRates = .published, workingDay: @escaping WorkingDay) {
    self.rates = rates
    self.workingDay = workingDay
  }

  /// Computes, or refuses and says why; the steps taken before a refusal are kept.
  public func calculate(_ kind: CalculationKind, _ inputs: CalculationInputs) -> Calculation {
    var sheet = Worksheet()
    var refusal: String?
    do throws(Refusal) {
      try run(kind, inputs, &sheet)
    } catch {
      refusal = error.reason
    }
    return Calculation(
      kind: kind, inputs: inputs.entries, steps: sheet.steps, results: refusal == nil ? sheet.results : [],
      refusal: refusal)
  }

  private func run(_ kind: CalculationKind, _ inputs: CalculationInputs, _ sheet: inout Worksheet)
    throws(Refusal)
  {
    switch kind {
    case .lendingInterest: try LendingInterest(inputs, rates).run(&sheet)
    case .overdueInterest: try OverdueInterest(inputs, rates).run(&sheet)
    case .laborCompensation: try LaborCompensation(inputs).run(&sheet)
    case .laborDoubleWage: try LaborDoubleWage(inputs).run(&sheet)
    case .laborOvertime: try LaborOvertime(inputs).run(&sheet)
    case .trafficItems: try TrafficItems(inputs).run(&sheet)
    case .trafficOrder: try TrafficOrder(inputs).run(&sheet)
    case .limitation: try Limitation(inputs, workingDay).run(&sheet)
    }
  }
}
