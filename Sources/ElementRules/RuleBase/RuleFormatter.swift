import TextCore

/// Writes a rule file in its canonical form: fixed order of keys, two spaces, short lists on one line.
///
/// Running it twice changes nothing more; what the file says is kept to the letter.
public enum RuleFormatter {
  private static let widest = 110

  /// The canonical form. Linear in the file times its depth.
  public static func format(_ file: RuleFile) -> [UInt8] {
    guard let node = try? JSONNode.parse(file.source.bytes) else { return file.source.bytes }
    var writer = Writer()
    writer.write(node, .base)
    return Array((writer.text + "\n").utf8)
  }

  /// What an object is; decides the order of its keys and whether it always takes lines of its own.
  private enum Kind {
    case base, element, rule, examples, match, calculation, other

    var keys: [String] {
      switch self {
      case .base: RuleFormat.baseKeys
      case .element: RuleFormat.elementKeys
      case .rule: RuleFormat.ruleKeys
      case .examples: RuleFormat.exampleKeys
      case .match: RuleFormat.matchKeys
      case .calculation: RuleFormat.calculationKeys
      case .other: []
      }
    }

    /// Of what stands under `key`.
    func inside(_ key: String) -> Kind {
      switch (self, key) {
      case (.base, "elements"): .element
      case (.base, "rules"): .rule
      case (.base, "calculations"): .calculation
      case (.rule, "examples"): .examples
      case (.examples, "match"): .match
      default: .other
      }
    }

    var isBroken: Bool {
      switch self {
      case .base, .element, .rule, .examples, .calculation: true
      case .match, .other: false
      }
    }
  }

  private struct Writer {
    var text = ""
    private var indent = 0

    init() {}

    mutating func write(_ node: JSONNode, _ kind: Kind) {
      if let line = RuleFormatter.line(node, kind, room: widest - indent) {
        text += line
        return
      }
      switch node.value {
      case .array(let items):
        lines("[", items, "]") { $0.write($1, kind) }
      case .object:
        lines("{", RuleFormatter.sorted(node, kind), "}") {
          $0.text += JSONText.quoted($1.key) + ": "
          $0.write($1.node, kind.inside($1.key))
        }
      default: text += RuleFormatter.scalar(node)
      }
    }

    private mutating func lines<Item>(
      _ opening: String, _ items: [Item], _ closing: String, _ body: (inout Writer, Item) -> Void
    ) {
      text += opening
      indent += 2
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent)
        body(&self, item)
      }
      indent -= 2
      text += "\n" + String(repeating: " ", count: indent) + closing
    }
  }

  /// The node on one line; nil when it must take several.
  private static func line(_ node: JSONNode, _ kind: Kind, room: Int) -> String? {
    switch node.value {
    case .array(let items):
      guard !(items.contains { !$0.members.isEmpty }) else { return items.isEmpty ? "[]" : nil }
      return joined("[", items, "]", room) { line($0, .other, room: room) }
    case .object(let members):
      guard !kind.isBroken || members.isEmpty else { return nil }
      return joined("{", sorted(node, kind), "}", room) { member in
        line(member.node, kind.inside(member.key), room: room).map { JSONText.quoted(member.key) + ": " + $0 }
      }
    default: return scalar(node)
    }
  }

  private static func joined<Item>(
    _ opening: String, _ items: [Item], _ closing: String, _ room: Int, _ line: (Item) -> String?
  ) -> String? {
    var parts: [String] = []
    var width = 2
    for item in items {
      guard let part = line(item) else { return nil }
      width += DisplayWidth.of(part) + 2
      guard width <= room || items.count == 1 else { return nil }
      parts.append(part)
    }
    return opening + parts.joined(separator: ", ") + closing
  }

  private static func sorted(_ node: JSONNode, _ kind: Kind) -> [JSONNode.Member] {
    let keys = kind.keys
    guard !keys.isEmpty else { return node.members }
    return node.members.enumerated().sorted { a, b in
      let (first, second) = (keys.firstIndex(of: a.element.key), keys.firstIndex(of: b.element.key))
      return (first ?? keys.count, a.offset) < (second ?? keys.count, b.offset)
    }
    .map(\.element)
  }

  private static func scalar(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSONText.quoted(text)
    case .array, .object: ""
    }
  }
}
