import TextCore

/// Reads an object of a rule file key by key; unknown, duplicate and missing keys become diagnostics with places.
struct NodeReader {
  let node: JSONNode
  let source: SourceText
  /// What the object is, for messages: 规则, 要素, …
  let what: String
  private let known: [String]

  init(_ node: JSONNode, _ source: SourceText, what: String, keys: [String], _ findings: inout [Diagnostic]) {
    self.node = node
    self.source = source
    self.what = what
    known = keys
    checkKeys(&findings)
  }

  /// A string that must be there.
  func string(_ key: String, _ findings: inout [Diagnostic]) -> String {
    guard let member = node[key] else {
      findings.append(error("RB003", "\(what)缺少“\(key)”", node.span, fix: "请补上 \"\(key)\": \"…\""))
      return ""
    }
    guard let text = member.string, !text.isEmpty else {
      findings.append(error("RB004", "“\(key)”应当是非空的字符串", member.span))
      return ""
    }
    return text
  }

  /// A string that may be there.
  func optionalString(_ key: String, _ findings: inout [Diagnostic]) -> String? {
    node[key] == nil ? nil : string(key, &findings)
  }

  /// A list of strings; empty when it is not there.
  func strings(_ key: String, _ findings: inout [Diagnostic]) -> [String] {
    guard let member = node[key] else { return [] }
    guard case .array(let items) = member.value else {
      findings.append(error("RB004", "“\(key)”应当是字符串的数组", member.span))
      return []
    }
    return items.compactMap { item in
      if let text = item.string { return text }
      findings.append(error("RB004", "“\(key)”里应当都是字符串", item.span))
      return nil
    }
  }

  /// A word out of a fixed list.
  func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: T, _ findings: inout [Diagnostic]
  ) -> T where T.RawValue == String {
    guard let member = node[key] else { return fallback }
    if let text = member.string, let value = T(rawValue: text) { return value }
    let all = T.allCases.map(\.rawValue)
    findings.append(
      error("RB005", "“\(key)”的值不在可选范围内", member.span, fix: nearest(member.string ?? "", in: all)))
    return fallback
  }

  func error(_ code: String, _ message: String, _ span: Span<Source>, fix: String? = nil) -> Diagnostic {
    Diagnostic(.error, code, message, at: Place(source, span), fix: fix)
  }

  private func checkKeys(_ findings: inout [Diagnostic]) {
    guard case .object(let members) = node.value else {
      findings.append(error("RB002", "\(what)应当是一个对象 {…}", node.span))
      return
    }
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        findings.append(error("RB006", "键“\(member.key)”重复出现", member.keySpan, fix: "只保留一个"))
      }
      if !known.contains(member.key) {
        findings.append(
          error("RB007", "\(what)没有“\(member.key)”这个键", member.keySpan, fix: nearest(member.key, in: known)))
      }
    }
  }

  private func nearest(_ word: String, in all: [String]) -> String {
    let best = NearestWord.find(word, in: all)
    return (best.map { "是不是想写“\($0)”？" } ?? "") + "可用的有：\(all.joined(separator: "、"))"
  }
}
