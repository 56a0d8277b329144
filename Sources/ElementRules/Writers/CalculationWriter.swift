import TextCore

/// Writes a calculation so that it can be checked by hand.
public enum CalculationWriter {
  /// Title, numbered steps, result; or why it was refused.
  public static func text(_ calculation: Calculation, basis: String? = nil) -> String {
    var text = calculation.kind.title + (basis.map { "（\($0)）" } ?? "") + "\n"
    for (index, step) in calculation.steps.enumerated() { text += "  \(index + 1). \(step)\n" }
    return text + "  \(result(calculation))\n"
  }

  /// What it comes to, or why it was refused.
  public static func result(_ calculation: Calculation) -> String {
    if let refusal = calculation.refusal { return "不能计算：\(refusal)" }
    return calculation.results.map(shown).joined(separator: "；")
  }

  /// One line of JSON.
  public static func json(_ calculation: Calculation, basis: String? = nil) -> String {
    var object = JSONObjectWriter()
    object.add("type", "calculation")
    object.add("kind", calculation.kind.rawValue)
    object.add("title", calculation.kind.title)
    if let basis { object.add("basis", basis) }
    object.addRaw("inputs", self.object(calculation.inputs.map { ($0.name, $0.value) }))
    object.addRaw("steps", "[" + calculation.steps.map(JSONText.quoted).joined(separator: ",") + "]")
    if let refusal = calculation.refusal {
      object.add("refused", refusal)
    } else {
      object.addRaw(
        "results", self.object(calculation.results.map { ($0.name.isEmpty ? "结论" : $0.name, $0.value) }))
    }
    return object.text + "\n"
  }

  private static func shown(_ result: Calculation.Result) -> String {
    result.name.isEmpty ? result.value : "\(result.name)：\(result.value)"
  }

  private static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { JSONText.quoted($0.0) + ":" + JSONText.quoted($0.1) }.joined(separator: ",") + "}"
  }
}
