import ChineseText
import Foundation
import Service
import Testing

@testable import ElementRules

/// Every line of `Fixtures/calculations` is computed and compared word for word: steps, results, refusals.
@Suite struct CalculationTests {
  private static let calculator = Calculator { CourtCalendar.published.workingDay(onOrAfter: $0) }

  @Test(arguments: CalculationKind.allCases)
  func table(kind: CalculationKind) throws {
    let file = FixtureLines.folder.appendingPathComponent("calculations/\(kind.rawValue).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(lines.count > 5)
    for line in lines {
      let parts = line.components(separatedBy: " => ")
      let calculation = Self.calculator.calculate(kind, Self.inputs(parts[0]))
      if parts.count == 2 {
        // A calculation without steps of its own is written inputs => result.
        #expect(Self.result(calculation) == parts[1], "\(parts[0])")
        continue
      }
      let steps = calculation.steps.isEmpty ? "-" : calculation.steps.joined(separator: " | ")
      #expect(steps == parts[1], "\(parts[0])")
      #expect(Self.result(calculation) == parts[2], "\(parts[0])")
    }
  }

  private static func inputs(_ text: String) -> CalculationInputs {
    CalculationInputs(
      text.components(separatedBy: "；").compactMap { part in
        guard let equals = part.firstIndex(of: "=") else { return nil }
        return CalculationInputs.Entry(
          name: String(part[..<equals]), value: String(part[part.index(after: equals)...]))
      })
  }

  private static func result(_ calculation: Calculation) -> String {
    if let refusal = calculation.refusal { return "拒绝：" + refusal }
    return calculation.results.map { $0.name.isEmpty ? $0.value : "\($0.name)=\($0.value)" }.joined(
      separator: "；")
  }

  /// Inputs that are no amounts, days or rates are refused by name, never taken for zero.
  @Test(arguments: ["-5", "abc", "1e5", "", "1.2.3", "９９", String(repeating: "9", count: 40)])
  func badAmounts(text: String) {
    let inputs = CalculationInputs([.init(name: "月工资", value: text), .init(name: "延时小时", value: "8")])
    let calculation = Self.calculator.calculate(.laborOvertime, inputs)
    #expect(calculation.refusal?.contains("月工资") == true)
    #expect(calculation.results.isEmpty)
  }

  @Test func halfACentIsRoundedUp() {
    #expect(Amount.fixed(Decimal(string: "0.005") ?? 0) == "0.01")
    #expect(Amount.fixed(Decimal(string: "1.004999") ?? 0) == "1.00")
    #expect(Amount.fixed(Decimal(string: "3061.725") ?? 0) == "3061.73")
    #expect(Amount.plain(Decimal(string: "3.70") ?? 0) == "3.7")
  }
}
