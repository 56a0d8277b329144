import TextCore

/// Requirements as lines and JSON.
public enum RequirementView {
  /// Adds the outcome of requirements to a report.
  public static func append(_ results: [RequirementResult], to report: inout Report) {
    let lines = results.map(\.line).joined(separator: "\n")
    report.lists += (report.lists.isEmpty ? "" : "\n\n") + lines
    report.listings += "<section><h2>要求</h2><pre>\(HTMLText.escaped(lines))</pre></section>"
    report.members.append(("requirements", JSONText.array(results.map(json))))
  }

  private static func json(_ result: RequirementResult) -> String {
    var object = JSONObjectWriter()
    object.add("claim", result.requirement.text)
    object.add("verdict", result.verdict.rawValue)
    object.addRaw("value", result.measurement.map { JSONNumber.text($0.value) } ?? "null")
    object.addRaw("ci95", JSONNumber.text(result.measurement?.interval))
    object.add("units", result.measurement?.units ?? 0)
    object.addRaw("units_needed", result.needed.map { String($0) } ?? "null")
    return object.text
  }
}
