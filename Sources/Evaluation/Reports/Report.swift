import TextCore

/// Which parts of a report will be used, so that the others need not be made.
public struct ReportNeeds: Sendable {
  /// Lists for the terminal.
  public let text: Bool
  /// JSON members.
  public let json: Bool
  /// Pictures and listings of the page.
  public let html: Bool
  /// Error keys for a comparison.
  public let items: Bool

  /// The needs of one format, `text`, `json` or `html`, with or without a comparison.
  public init(format: String, comparing: Bool) {
    json = format == "json"
    html = format == "html"
    text = !json && !html
    items = comparing
  }
}

/// What every evaluation hands to the command line: tables and lists for people, JSON for machines, figures for
/// requirements, and single errors by unit for comparison with an older run.
public struct Report: Sendable {
  /// Title in Chinese.
  public let title: String
  /// Tables in order.
  public var tables: [TextTable]
  /// Lists of errors, as text.
  public var lists: String
  /// JSON members in order, already JSON.
  public var members: [(key: String, json: String)]
  /// Figures that requirements may name.
  public var measurements: [Measurement]
  /// Error keys by unit (hearing, label).
  public var items: [String: [String]]
  /// Sections of the page that stand before the tables, as HTML.
  public var figures = ""
  /// Sections of the page that stand after the tables, as HTML.
  public var listings = ""

  /// Makes a report.
  public init(
    title: String, tables: [TextTable], lists: String = "", members: [(key: String, json: String)],
    measurements: [Measurement], items: [String: [String]]
  ) {
    self.title = title
    self.tables = tables
    self.lists = lists
    self.members = members
    self.measurements = measurements
    self.items = items
  }

  /// Adds lines that belong under the tables, and the same as JSON.
  public mutating func append(_ key: String, json: String, table: TextTable) {
    members.append((key, json))
    if !table.isEmpty { tables.append(table) }
  }

  /// Text for the terminal.
  public var text: String {
    (tables.map(\.text) + [lists]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// One JSON object on one line.
  public var json: String {
    var object = JSONObjectWriter()
    for (key, json) in members { object.addRaw(key, json) }
    return object.text + "\n"
  }

  /// Error keys as JSON, for a later `--baseline`.
  public static func json(items: [String: [String]]) -> String {
    var object = JSONObjectWriter()
    for (key, list) in items.sorted(by: { $0.key < $1.key }) where !list.isEmpty { object.add(key, list) }
    return object.text
  }

  /// Named scores as one JSON object.
  static func json(scores: [(String, Double)]) -> String {
    var object = JSONObjectWriter()
    for (name, value) in scores { object.addRaw(name, JSONNumber.text(value)) }
    return object.text
  }
}
