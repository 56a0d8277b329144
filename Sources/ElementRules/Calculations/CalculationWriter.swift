import TextCore

/// Writes a calculation so that it can be checked by hand.
public enum CalculationWriter {
  /// Title, numbered steps, result; or why it was refused.
  public static func text(_ calculation: Calculation) -> String {
    var text = calculation.kind.title + "\n"
    for (index, step) in calculation.steps.enumerated() { text += "  \(index + 1). \(step)\n" }
    if let refusal = calculation.refusal { return text + "  不能计算：\(refusal)\n" }
    return text + "  " + calculation.results.map(shown).joined(separator: "；") + "\n"
  }

  /// One line of JSON.
  public static func json(_ calculation: Calculation) -> String {
    var object = JSONObjectWriter()
    object.add("type", "calculation")
    object.add("kind", calculation.kind.rawValue)
    object.add("title", calculation.kind.title)
    object.addRaw("inputs", self.object(calculation.inputs.map { ($0.name, $0.value) }))
    object.addRaw("steps", "[" + calculation.steps.map(JSONText.quoted).joined(separator: ",") + "]")
    if let refusal = calculation.refusal {
      object.add("refused", refusal)
    } else {
      object.addRaw("results", self.object(calculation.results.map { ($0.name.isEmpty ? "结论" : $0.name, $0.value) }))
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
