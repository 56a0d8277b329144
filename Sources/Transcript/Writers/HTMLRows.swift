import TextCore

/// The rows of the review page: each holds the source bytes and the text of one header field or turn, so that
/// together the left column is the whole source and the right column the whole output.
struct HTMLRows {
  private let draft: Draft
  private let ends: [(label: Int, end: Int)]
  private var row = 0
  private var record = 0
  private var source = 0
  private var working = 0
  private var left: [UInt8] = []
  private var right: [UInt8] = []

  init(_ draft: Draft) {
    self.draft = draft
    let spans = draft.header.map(\.value) + draft.turns.map(\.speech)
    ends = spans.map { ($0.start, $0.end) } + [(draft.text.bytes.count, draft.text.bytes.count)]
  }

  /// The next row, or nil; O(its text).
  mutating func next() -> [UInt8]? {
    guard row < ends.count else { return nil }
    let isLast = row == ends.count - 1
    left = []
    right = Array("<b>".utf8)
    walk(to: ends[row].label, isLast: isLast)
    right += "</b>".utf8
    walk(to: ends[row].end, isLast: isLast)
    defer { row += 1 }
    return closed()
  }

  private func closed() -> [UInt8] {
    let number = row - draft.header.count + 1
    let isTurn = number > 0 && row < ends.count - 1
    var html = Array("<div class=\"row\"".utf8)
    if isTurn { html += " id=\"t\(number)\"".utf8 }
    html += "><span class=\"n\">\(isTurn ? String(number) : "")</span><div class=\"l\">".utf8
    html += left
    html += "</div><div class=\"r\">".utf8
    html += right
    return html + "</div></div>\n".utf8
  }

  /// Writes both sides up to a working offset, changes that end there included.
  private mutating func walk(to end: Int, isLast: Bool) {
    let records = draft.text.records
    while record < records.count,
      records[record].working.start < end || takesEmpty(records[record], end, isLast)
    {
      copy(records[record].working.start - working)
      mark(records[record], record + 1)
      source = records[record].source.end
      working = records[record].working.end
      record += 1
    }
    copy(end - working)
    if isLast, source < draft.text.source.bytes.count {
      HTMLText.append(draft.text.source.bytes[source...], to: &left)
      source = draft.text.source.bytes.count
    }
  }

  private func takesEmpty(_ record: EditRecord, _ end: Int, _ isLast: Bool) -> Bool {
    record.working.start == end && (record.working.isEmpty || isLast)
  }

  private mutating func copy(_ count: Int) {
    guard count > 0 else { return }
    let text = draft.text.bytes[working..<working + count]
    Self.append(text, to: &left)
    Self.append(text, to: &right)
    source += count
    working += count
  }

  /// Line feeds that separate rows are not shown again. Static: on `self` it would hold a second reference to the side
  /// and every change would copy the whole row.
  private static func append(_ text: ArraySlice<UInt8>, to side: inout [UInt8]) {
    let isStart = side.isEmpty || side.count == 3
    HTMLText.append(isStart ? text.drop { $0 == 0x0A } : text, to: &side)
  }

  private mutating func mark(_ record: EditRecord, _ number: Int) {
    let before = draft.text.source.bytes[record.source.range]
    let after = draft.text.bytes[record.working.range]
    let kind = EditKind(rawValue: String(record.kind))
    let classes = (kind?.rawValue ?? "") + (record.confidence < HTMLWriter.sure ? " low" : "")
    if !before.isEmpty {
      left += "<del class=\"\(classes)\">".utf8
      Self.append(before, to: &left)
      left += "</del>".utf8
    }
    right +=
      "<ins class=\"\(classes)\(after.allSatisfy { $0 == 0x0A } ? " gone" : "")\" id=\"e\(number)\" tabindex=\"0\" data-t=\""
      .utf8
    right += HTMLText.escaped("\(kind?.title ?? "")：").utf8
    HTMLText.append(HTMLRows.short(before), to: &right)
    right += " → ".utf8
    HTMLText.append(HTMLRows.short(after), to: &right)
    let share = Int((record.confidence * 100).rounded())
    right += HTMLText.escaped("\n\(kind?.reason ?? "")\n规则 \(record.rule) · 把握 \(share)%").utf8
    right += "\">".utf8
    HTMLText.append(after.drop { $0 == 0x0A }, to: &right)
    right += "</ins>".utf8
  }

  /// At most 90 bytes, whole scalars, `（无）` for nothing.
  private static func short(_ text: ArraySlice<UInt8>) -> [UInt8] {
    if text.isEmpty { return Array("（无）".utf8) }
    guard text.count > 90 else { return text.map { $0 == 0x0A ? 0x20 : $0 } }
    var end = text.startIndex + 90
    while UTF8Bytes.isContinuation(text[end]) { end -= 1 }
    return text[..<end].map { $0 == 0x0A ? 0x20 : $0 } + Array("…".utf8)
  }
}
