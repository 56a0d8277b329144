import TextCore

/// Writes the review page: what was read and what it became side by side, every change coloured by kind.
///
/// One self-contained file without network, fonts or frames; it can be read and filtered without its script, which
/// only adds jumping from change to change. About six times the text plus 300 bytes for each change.
public struct HTMLWriter {
  /// Changes less sure than this are listed for review.
  static let sure = 0.9
  private let normalized: Normalized
  private let sink: ([UInt8]) -> Void
  private var draft: Draft { normalized.draft }

  /// Writes the page in pieces.
  public static func write(_ normalized: Normalized, to sink: ([UInt8]) -> Void) {
    withoutActuallyEscaping(sink) { HTMLWriter(normalized: normalized, sink: $0).writeAll() }
  }

  /// The whole page.
  public static func bytes(_ normalized: Normalized) -> [UInt8] {
    var output: [UInt8] = []
    write(normalized) { output += $0 }
    return output
  }

  private func writeAll() {
    let title = HTMLText.escaped(draft.text.source.name == "-" ? "标准输入" : draft.text.source.name)
    put(
      """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(title) 规整核对</title><style>\(HTMLPage.style)</style></head><body>
      <h1>\(title) <small>规整核对</small></h1>

      """)
    summary()
    filters()
    put("<main>\n")
    review()
    phases()
    table()
    put("</main>\n<script>\(HTMLPage.script)</script></body></html>\n")
  }

  private func put(_ text: String) { sink(Array(text.utf8)) }

  private func summary() {
    let form = normalized.form.rawValue
    let sourceLines = draft.text.source.lines.count
    put(
      "<p class=\"sum\">形式 \(form) · 原文 \(sourceLines) 行 · 发言 \(draft.turns.count) 段 · 改动 \(draft.text.records.count) 处</p>\n"
    )
  }

  /// One checkbox for each kind; style rules hide the marks of kinds that are not checked.
  private func filters() {
    var counts: [Substring: Int] = [:]
    for record in draft.text.records { counts[record.kind, default: 0] += 1 }
    for kind in EditKind.allCases where counts[Substring(kind.rawValue)] != nil {
      put(
        "<input type=\"checkbox\" class=\"f\" id=\"k-\(kind.rawValue)\" checked><label class=\"f \(kind.rawValue)\" for=\"k-\(kind.rawValue)\">"
      )
      put("\(kind.title) <b>\(counts[Substring(kind.rawValue), default: 0])</b></label>\n")
    }
    put("<p class=\"hint\">指向或用 Tab 键选中一处改动可看理由；按 N 或 P 跳到后一处或前一处；取消勾选则不标出该类改动。</p>\n")
  }

  private func review() {
    put("<section id=\"review\"><h2>需要复核</h2>\n")
    let items = HTMLReview(normalized).items
    if items.isEmpty { put("<p>没有未定的发言人，也没有把握不足的改动。</p>\n") } else { put("<ul>\n") }
    for item in items { put("<li>" + item + "</li>\n") }
    put(items.isEmpty ? "</section>\n" : "</ul></section>\n")
  }

  private func phases() {
    let named = normalized.phases.filter { !$0.turns.isEmpty }
    guard !named.isEmpty else { return }
    put("<nav><h2>庭审阶段</h2><p>")
    put(
      named.map { "<a href=\"#t\($0.turns.lowerBound + 1)\">\(HTMLText.escaped($0.name))</a>" }.joined(
        separator: " · "))
    put("</p></nav>\n")
  }

  private func table() {
    put("<div class=\"row head\"><span></span><span>原文</span><span>规整后</span></div>\n")
    var rows = HTMLRows(draft)
    while let row = rows.next() { sink(row) }
  }
}

extension EditKind {
  /// What users call it.
  var title: String {
    switch self {
    case .encoding: "字符"
    case .width: "全半角"
    case .cleanup: "口语整理"
    case .numbers: "数字"
    case .terms: "用词"
    case .punctuation: "标点"
    case .roles: "角色与分段"
    }
  }

  /// Why changes of the kind are made, with the section of the transcript standard.
  var reason: String {
    switch self {
    case .encoding: "统一字符编码与简体（标准第3条）"
    case .width: "统一全角与半角（标准第3条）"
    case .cleanup: "去除语气词、重复与断行（标准第3条）"
    case .numbers: "口述数字写成规范数字（标准第4条）"
    case .terms: "改正误听误写的词（标准第6条）"
    case .punctuation: "补全与统一标点（标准第5条）"
    case .roles: "统一角色标签与分段（标准第1、2条）"
    }
  }
}
