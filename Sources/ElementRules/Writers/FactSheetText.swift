/// Writes a fact sheet for reading: disputes first, then what is agreed, what one side says, and what is missing.
public enum FactSheetText {
  private static let order: [Fact.Status] = [.disputed, .agreed, .oneSided]

  /// The text. Linear in the sheet.
  public static func text(_ sheet: FactSheet) -> String {
    var text = heading(sheet)
    for status in order {
      let facts = sheet.facts.filter { $0.status == status }
      guard !facts.isEmpty else { continue }
      text += "\n【\(status.rawValue)】\n" + facts.map { lines($0, sheet) }.joined()
    }
    if !sheet.missing.isEmpty { text += "\n【尚未查明】\n" }
    for element in sheet.missing { text += "\(element.name)：\(element.question)\n" }
    if !sheet.calculations.isEmpty { text += "\n【计算】\n" }
    for one in sheet.calculations { text += CalculationWriter.text(one.calculation, basis: one.basis) }
    return text
  }

  private static func heading(_ sheet: FactSheet) -> String {
    ["案号", "案由"].compactMap { key in sheet.hearing.header[key].map { "\(key)：\($0)\n" } }.joined()
  }

  private static func lines(_ fact: Fact, _ sheet: FactSheet) -> String {
    var text = "\(fact.element.name)\n"
    for version in fact.versions {
      text += "  \(version.by.joined(separator: "、"))：\(shown(version.value, fact.element))\(note(version))"
      text += version.quotes.map { "\n    第\($0.turn)段“\(sheet.words($0))”" }.joined() + "\n"
    }
    for version in fact.corrected {
      text += "  （\(version.by.joined())先说过 \(shown(version.value, fact.element))，后更正）\n"
    }
    return text
  }

  /// Tells the reader of a version that nobody of one side has said it.
  static func note(_ version: Fact.Version) -> String {
    version.presumed.map { "（\($0)没有直接说到，是推定）" } ?? ""
  }

  /// A value as a reader expects it.
  static func shown(_ value: String?, _ element: Element) -> String {
    guard let value else { return "否认" }
    switch element.type {
    case .boolean: return value == "true" ? "是" : "否"
    case .money: return value + "元"
    default: return value
    }
  }
}
