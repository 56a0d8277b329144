import TextCore

/// Every difference on the page, with filters by hearing, kind and words.
struct ErrorListing {
  /// Most rows on one page; the JSON report always has all.
  static let mostRows = 20_000
  private let report: TranscriptReport

  init(_ report: TranscriptReport) { self.report = report }

  var html: String {
    var rows: [String] = []
    var total = 0
    for score in report.cases {
      total += score.safety.count + score.errors.count
      for error in score.safety where rows.count < Self.mostRows { rows.append(row(score.id, error)) }
      for error in score.errors where rows.count < Self.mostRows { rows.append(row(score.id, error)) }
    }
    guard !rows.isEmpty else { return "<section><h2>差错清单</h2><p class=\"note\">没有差错</p></section>" }
    let note = total > rows.count ? "共 \(total) 处，本页列出前 \(rows.count) 处，其余见 JSON 报告。" : "共 \(total) 处。"
    return "<section><h2>差错清单</h2><p class=\"note\">\(note)</p>\(filter)"
      + "<div class=\"wide\"><table class=\"errors\" id=\"errors\"><thead><tr><th>庭审</th><th>行（标准/预测）</th><th>类别</th>"
      + "<th>角色</th><th>上下文：<del>标准</del><ins>预测</ins></th></tr></thead><tbody>\(rows.joined(separator: "\n"))"
      + "</tbody></table></div>\(script)</section>"
  }

  private var filter: String {
    let cases = report.cases.map { "<option>\(HTMLText.escaped($0.id))</option>" }.joined()
    let safety = SafetyKind.allCases.map { "<option value=\"\($0.rawValue)\">安全·\($0.title)</option>" }
    let kinds = TranscriptError.Kind.allCases.map { "<option value=\"\($0.rawValue)\">\($0.title)</option>" }
    return
      "<form class=\"filter\" onsubmit=\"return false\"><label>庭审 <select id=\"f-case\"><option value=\"\">全部</option>"
      + "\(cases)</select></label><label>类别 <select id=\"f-kind\"><option value=\"\">全部</option>"
      + "<option value=\"safety\">全部安全错误</option>\((safety + kinds).joined())</select></label>"
      + "<label>含有 <input id=\"f-text\" type=\"search\"></label><span id=\"f-count\"></span></form>"
  }

  private func row(_ id: String, _ error: SafetyError) -> String {
    row(
      id, (error.kind.rawValue, "安全·" + error.kind.title, true), (error.goldLine, error.predictedLine),
      error.speaker,
      Self.change(error.before, error.gold, error.predicted, error.after))
  }

  private func row(_ id: String, _ error: TranscriptError) -> String {
    row(
      id, (error.kind.rawValue, error.kind.title, false), (error.goldLine, error.predictedLine),
      error.speaker,
      Self.change(error.before, error.gold, error.predicted, error.after))
  }

  private func row(
    _ id: String, _ kind: (key: String, title: String, isSafety: Bool), _ lines: (Int, Int),
    _ speaker: String,
    _ change: String
  ) -> String {
    let name = HTMLText.escaped(id)
    return "<tr data-case=\"\(name)\" data-kind=\"\(kind.key)\(kind.isSafety ? " safety" : "")\""
      + "\(kind.isSafety ? " class=\"safety\"" : "")><td>\(name)</td><td>\(lines.0)/\(lines.1)</td><td>\(kind.title)</td>"
      + "<td>\(HTMLText.escaped(speaker))</td><td>\(change)</td></tr>"
  }

  private static func change(_ before: String, _ gold: String, _ predicted: String, _ after: String) -> String
  {
    let right = gold.isEmpty ? "" : "<del>\(HTMLText.escaped(gold))</del>"
    let wrong = predicted.isEmpty ? "<ins>∅</ins>" : "<ins>\(HTMLText.escaped(predicted))</ins>"
    return "…\(HTMLText.escaped(before))\(right)\(wrong)\(HTMLText.escaped(after))…"
  }

  private let script = """
    <script>
    (function(){var rows=[].slice.call(document.querySelectorAll('#errors tbody tr'));
    var byId=function(i){return document.getElementById(i)},c=byId('f-case'),k=byId('f-kind'),t=byId('f-text'),n=byId('f-count');
    function show(){var shown=0;rows.forEach(function(r){
    var ok=(!c.value||r.dataset.case===c.value)&&(!k.value||r.dataset.kind.split(' ').indexOf(k.value)>=0)
    &&(!t.value||r.textContent.indexOf(t.value)>=0);r.hidden=!ok;if(ok)shown++});n.textContent='显示 '+shown+' 处'}
    [c,k,t].forEach(function(e){e.addEventListener('input',show)});show()})();
    </script>
    """
}
