import TextCore

/// Facts of one hearing in the gold form: what was said on each element, by whom, and where.
public struct FactSheet: Sendable {
  /// One position on an element.
  public struct Version: Hashable, Sendable {
    /// What it says.
    public let value: FactValue
    /// Parties that say so.
    public let by: Set<String>
    /// Exact words.
    public let quotes: [String]
  }

  /// One element.
  public struct Fact: Hashable, Sendable {
    /// Id in the catalog.
    public let element: String
    /// 无争议, 有争议 or 单方陈述.
    public let status: String
    /// Positions taken.
    public let versions: [Version]
  }

  /// Facts by element; of several for one element the first, others in `duplicates`.
  public private(set) var facts: [String: Fact] = [:]
  /// Important elements nobody addressed.
  public private(set) var missing: Set<String> = []
  /// Elements that were given more than once.
  public private(set) var duplicates: [String] = []

  /// An empty sheet.
  public init() {}

  /// Reads `facts.json`.
  public init(gold node: JSONNode) {
    for fact in node["facts"]?.array ?? [] { add(fact) }
    missing = Set((node["missing"]?.array ?? []).compactMap(\.string))
  }

  /// Reads the lines that `extract --json` prints; other types of line are passed over.
  public init(lines: [JSONNode]) {
    for line in lines {
      switch line["type"]?.string {
      case "fact": add(line)
      case "missing": addMissing(line)
      default: break
      }
    }
  }

  private mutating func add(_ node: JSONNode) {
    guard let element = node["element"]?.string else { return }
    guard facts[element] == nil else {
      duplicates.append(element)
      return
    }
    let versions = (node["versions"]?.array ?? []).map { version in
      Version(
        value: version["value"].map { FactValue($0) } ?? .denied,
        by: Set((version["by"]?.array ?? []).compactMap(\.string).map(Self.side)),
        quotes: (version["quotes"]?.array ?? []).compactMap(\.string))
    }
    facts[element] = Fact(element: element, status: node["status"]?.string ?? "", versions: versions)
  }

  private mutating func addMissing(_ node: JSONNode) {
    if let one = node["element"]?.string { missing.insert(one) }
    for key in ["elements", "missing"] {
      for element in node[key]?.array ?? [] {
        if let id = element.string ?? element["element"]?.string { missing.insert(id) }
      }
    }
  }

  /// An agent speaks as the party; a label with a bracket stays whole (facts-annotation.md, rule 2).
  private static func side(_ label: String) -> String {
    label.hasSuffix("代理人") ? String(label.dropLast(3)) : label
  }
}
