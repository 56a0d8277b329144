import TextCore

/// What a clerk should look at first: voices without a role, messages, changes that are not sure.
struct HTMLReview {
  /// One HTML fragment each, in order of weight.
  private(set) var items: [String] = []
  private let draft: Draft

  init(_ normalized: Normalized) {
    draft = normalized.draft
    unresolved()
    for diagnostic in normalized.diagnostics { items.append(HTMLReview.text(diagnostic)) }
    unsure()
  }

  private mutating func unresolved() {
    var seen: [Int: (first: Int, count: Int)] = [:]
    for (index, turn) in draft.turns.enumerated() where draft.speakers[turn.speaker].role == nil {
      seen[turn.speaker, default: (index + 1, 0)].count += 1
    }
    for (speaker, found) in seen.sorted(by: { $0.key < $1.key }) {
      let key = draft.speakers[speaker].key
      let name = key.isEmpty ? "没有名字的发言人" : "发言人“\(HTMLText.escaped(key))”"
      items.append(
        "<b>身份未定</b> \(name)：\(found.count) 段，<a href=\"#t\(found.first)\">从第 \(found.first) 段起</a>")
    }
  }

  /// Words, numbers and labels one by one; marks folded away below them, for there are many.
  private mutating func unsure() {
    var marks: [String] = []
    for (index, record) in draft.text.records.enumerated() where record.confidence < HTMLWriter.sure {
      if record.kind == EditKind.punctuation.rawValue {
        marks.append(item(record, index + 1))
      } else {
        items.append(item(record, index + 1))
      }
    }
    guard !marks.isEmpty else { return }
    let list = marks.map { "<li>" + $0 + "</li>" }.joined()
    items.append("<details><summary><b>把握不足的标点</b> \(marks.count) 处</summary><ul>\(list)</ul></details>")
  }

  private func item(_ record: EditRecord, _ number: Int) -> String {
    let kind = EditKind(rawValue: String(record.kind))?.title ?? ""
    let (before, after) = (
      HTMLReview.shown(draft.text.before(record)), HTMLReview.shown(draft.text.after(record))
    )
    let share = Int((record.confidence * 100).rounded())
    let (left, right) = context(record.working)
    return """
      <b>把握 \(share)%</b> \(kind) <a href="#e\(number)">\(left)<del>\(before)</del><ins>\(after)</ins>\(right)</a> \
      <code>\(HTMLText.escaped(record.rule))</code>
      """
  }

  /// At most eight scalars on each side, inside the line.
  private func context(_ span: Span<Working>) -> (String, String) {
    let bytes = draft.text.bytes
    var (start, end) = (span.start, span.end)
    for _ in 0..<8 {
      if let scalar = UTF8Bytes.scalar(bytes, before: start), scalar.value != 0x0A { start -= scalar.length }
      if end < bytes.count, bytes[end] != 0x0A { end += UTF8Bytes.length(lead: bytes[end]) }
    }
    let (left, right) = (Span<Working>(start, span.start), Span<Working>(span.end, min(end, bytes.count)))
    return (HTMLText.escaped(draft.text.string(left)), HTMLText.escaped(draft.text.string(right)))
  }

  private static func text(_ diagnostic: Diagnostic) -> String {
    let line = diagnostic.place?.position.map { "原文第 \($0.line) 行：" } ?? ""
    let fix = diagnostic.fix.map { "。" + $0 } ?? ""
    return
      "<b>\(diagnostic.severity == .note ? "提示" : "注意")</b> \(line)\(HTMLText.escaped(diagnostic.message + fix)) <code>\(diagnostic.code)</code>"
  }

  /// At most 60 scalars of a change, on one line.
  private static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) { scalars.append(scalar == "\n" ? "⏎" : scalar) }
    return HTMLText.escaped(String(scalars)) + (text.unicodeScalars.count > 60 ? "…" : "")
  }
}
