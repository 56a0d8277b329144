import TextCore

/// Writes a fact sheet as JSON Lines: `fact`, `missing`, `calculation`, `end` (interfaces, "extract --json on a transcript").
public enum FactSheetJSON {
  /// The lines. Linear in the sheet.
  public static func lines(_ sheet: FactSheet) -> String {
    var text = ""
    for fact in sheet.facts { text += line(fact, sheet) }
    for element in sheet.missing { text += line(missing: element) }
    for one in sheet.calculations { text += CalculationWriter.json(one.calculation, basis: one.basis) }
    var end = JSONObjectWriter()
    end.add("type", "end")
    end.add("facts", sheet.facts.count)
    end.add("missing", sheet.missing.count)
    end.add("calculations", sheet.calculations.count)
    return text + end.text + "\n"
  }

  private static func line(_ fact: Fact, _ sheet: FactSheet) -> String {
    var object = JSONObjectWriter()
    object.add("type", "fact")
    object.add("element", fact.element.id)
    object.add("name", fact.element.name)
    object.add("status", fact.status.rawValue)
    object.addRaw("versions", list(fact.versions.map { version($0, fact.element.type, sheet) }))
    if !fact.corrected.isEmpty {
      object.addRaw("corrected", list(fact.corrected.map { version($0, fact.element.type, sheet) }))
    }
    return object.text + "\n"
  }

  private static func version(_ version: Fact.Version, _ type: ValueType, _ sheet: FactSheet) -> String {
    var object = JSONObjectWriter()
    object.addRaw("value", value(version.value, type))
    object.addRaw("by", list(version.by.map(JSONText.quoted)))
    object.addRaw("turns", list(version.quotes.map { String($0.turn) }))
    object.addRaw("quotes", list(version.quotes.map { JSONText.quoted(sheet.words($0)) }))
    object.addRaw("spans", list(version.quotes.map { "[\($0.range.lowerBound),\($0.range.upperBound)]" }))
    object.addRaw("rules", list(version.rules.map(JSONText.quoted)))
    return object.text
  }

  /// True and false as such, everything else as a string, a denial as null.
  static func value(_ value: String?, _ type: ValueType) -> String {
    guard let value else { return "null" }
    return type == .boolean ? value : JSONText.quoted(value)
  }

  private static func line(missing element: Element) -> String {
    var object = JSONObjectWriter()
    object.add("type", "missing")
    object.add("element", element.id)
    object.add("name", element.name)
    object.add("question", element.question)
    return object.text + "\n"
  }

  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
}
