import TextCore

/// Reads an object of a rule file key by key; unknown, duplicate and missing keys become findings with places.
struct NodeReader {
  let node: JSONNode
  /// What the object is, for messages: 规则, 要素, …
  private let what: String

  /// `keys` are the only ones allowed; nil when the keys are names that the file chooses.
  init(_ node: JSONNode, what: String, keys: [String]?, _ findings: inout RuleFindings) {
    self.node = node
    self.what = what
    checkKeys(keys, &findings)
  }

  /// A string that must be there.
  func string(_ key: String, _ findings: inout RuleFindings) -> String {
    guard isObject else { return "" }
    guard let member = node[key] else {
      findings.error("RB003", "\(what)缺少“\(key)”", start, fix: "请补上 \"\(key)\"")
      return ""
    }
    guard let text = member.string, !text.isEmpty else {
      findings.error("RB004", "“\(key)”应当是非空的字符串", member.span)
      return ""
    }
    return text
  }

  /// A string that may be there.
  func optionalString(_ key: String, _ findings: inout RuleFindings) -> String? {
    node[key] == nil ? nil : string(key, &findings)
  }

  /// A list of strings; empty when it is not there.
  func strings(_ key: String, _ findings: inout RuleFindings) -> [String] {
    texts(key, &findings).map(\.text)
  }

  /// A list of strings with their places; empty when it is not there.
  func texts(_ key: String, _ findings: inout RuleFindings) -> [PlacedText] {
    nodes(key, &findings).compactMap { Self.text($0, in: key, &findings) }
  }

  /// The members of a list; empty when it is not there.
  func nodes(_ key: String, _ findings: inout RuleFindings) -> [JSONNode] {
    node[key].map { Self.nodes($0, key, &findings) } ?? []
  }

  /// A list of strings that is the value of `key`.
  static func strings(_ node: JSONNode, _ key: String, _ findings: inout RuleFindings) -> [String] {
    nodes(node, key, &findings).compactMap { text($0, in: key, &findings)?.text }
  }

  /// True or false; false when it is not there.
  func flag(_ key: String, _ findings: inout RuleFindings) -> Bool {
    guard let member = node[key] else { return false }
    if member.bool == nil { findings.error("RB004", "“\(key)”应当是 true 或 false", member.span) }
    return member.bool ?? false
  }

  /// A word out of a fixed list.
  func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: T, _ findings: inout RuleFindings
  ) -> T where T.RawValue == String {
    guard let member = node[key] else { return fallback }
    if let text = member.string, let value = T(rawValue: text) { return value }
    let all = T.allCases.map(\.rawValue)
    findings.error(
      "RB005", "“\(key)”的值不在可选范围内", member.span, fix: NodeReader.suggestion(member.string ?? "", in: all))
    return fallback
  }

  /// Words out of a fixed list; empty when the key is not there.
  func choices<T: RawRepresentable & CaseIterable>(_ key: String, _ findings: inout RuleFindings) -> [T]
  where T.RawValue == String {
    texts(key, &findings).compactMap { text in
      if let value = T(rawValue: text.text) { return value }
      let fix = Self.suggestion(text.text, in: T.allCases.map(\.rawValue))
      findings.error("RB005", "“\(key)”里的“\(text.text)”不在可选范围内", text.place, fix: fix)
      return nil
    }
  }

  /// 是不是想写…？ and what can be written.
  static func suggestion(_ word: String, in all: [String]) -> String {
    let best = word.utf8.count <= 100 ? NearestWord.find(word, in: all) : nil
    return (best.map { "是不是想写“\($0)”？" } ?? "") + "可用的有：\(all.joined(separator: "、"))"
  }

  /// False when the value is no object; that has been said, and nothing more is said about it.
  var isObject: Bool { if case .object = node.value { true } else { false } }

  /// The opening bracket: a finding about the whole object points there.
  private var start: Span<Source> { Span(node.span.start, min(node.span.start + 1, node.span.end)) }

  private static func nodes(_ node: JSONNode, _ key: String, _ findings: inout RuleFindings) -> [JSONNode] {
    guard case .array(let items) = node.value else {
      let fix = node.string.map { "请写成 [\"\($0)\"]" }
      findings.error("RB004", "“\(key)”应当是数组 […]", node.span, fix: fix)
      return []
    }
    return items
  }

  private static func text(_ node: JSONNode, in key: String, _ findings: inout RuleFindings) -> PlacedText? {
    if let text = node.string, !text.isEmpty { return PlacedText(text: text, place: node.span) }
    findings.error("RB004", "“\(key)”里应当都是非空的字符串", node.span)
    return nil
  }

  private static let few = 16

  private func checkKeys(_ keys: [String]?, _ findings: inout RuleFindings) {
    guard case .object(let members) = node.value else {
      findings.error("RB002", "\(what)应当是一个对象 {…}", node.span)
      return
    }
    var seen: Set<String> = []
    for (index, member) in members.enumerated() where !findings.isFull {
      // Rules have few keys, and comparing them is cheaper than a set.
      let isRepeated =
        members.count <= Self.few
        ? members[..<index].contains { $0.key == member.key } : !seen.insert(member.key).inserted
      if isRepeated {
        findings.error("RB006", "键“\(member.key)”重复出现", member.keySpan, fix: "只保留一个")
      }
      if let keys, !keys.contains(member.key) {
        findings.error(
          "RB007", "\(what)没有“\(member.key)”这个键", member.keySpan, fix: Self.suggestion(member.key, in: keys))
      }
    }
  }
}
