import TextCore

/// One self-contained page: no file, font or script from elsewhere; light, dark and print.
public enum HTMLPage {
  /// The page of a report.
  public static func text(_ report: Report, signature: String) -> String {
    let tables = report.tables.map(table).joined()
    let lists =
      report.listings.isEmpty && !report.lists.isEmpty ? "<pre>\(HTMLText.escaped(report.lists))</pre>" : ""
    return """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(report.title))</title><style>\(style)</style></head><body><main>
      <h1>\(HTMLText.escaped(report.title))</h1>
      \(report.figures)<section><h2>得分表</h2>\(tables)</section>\(report.listings)\(lists)
      <footer><h2>可复现签名</h2><p class="mono">\(HTMLText.escaped(signature))</p></footer>
      </main></body></html>

      """
  }

  /// A table; the first column is text, the others figures.
  static func table(_ table: TextTable) -> String {
    let head = table.head.map { "<th>\(HTMLText.escaped($0))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>"
    }.joined()
    let title = table.title.isEmpty ? "" : "<h3>\(HTMLText.escaped(table.title))</h3>"
    return title
      + "<div class=\"wide\"><table><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>"
  }

  private static let style = """
    :root{--ink:#1c2026;--soft:#5b6470;--line:#d8dde3;--paper:#fff;--panel:#f6f7f9;--main:#22609e;--other:#b8601a;--bad:#b3261e}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#9aa4b0;--line:#3a424c;--paper:#15181c;--panel:#1e2328;
    --main:#6aa9e9;--other:#e39a55;--bad:#f2877f}}
    *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
    font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
    main{max-width:1080px;margin:0 auto;padding:24px 20px 60px}h1{font-size:24px;margin:0 0 8px}
    h2{font-size:18px;margin:32px 0 10px;border-bottom:1px solid var(--line);padding-bottom:4px}h3{font-size:15px;margin:20px 0 6px}
    p.note{color:var(--soft);margin:4px 0 10px}.cards{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0}
    .card{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:10px 16px;min-width:150px}
    .card b{display:block;font-size:24px;font-variant-numeric:tabular-nums}.card span{color:var(--soft);font-size:13px}
    .card.bad b{color:var(--bad)}.wide{overflow-x:auto}table{border-collapse:collapse;font-size:14px;margin:6px 0 14px;
    font-variant-numeric:tabular-nums}th,td{padding:3px 12px 3px 0;border-bottom:1px solid var(--line);text-align:right;
    white-space:nowrap}th{color:var(--soft);font-weight:600}th:first-child,td:first-child{text-align:left}
    svg{display:block;max-width:100%;height:auto;margin:8px 0}.label{fill:var(--ink);font-size:12px}.tick{fill:var(--soft);
    font-size:11px}.grid{stroke:var(--line);stroke-width:1}.main{fill:var(--main)}.other{fill:var(--other)}
    .whisker{stroke:var(--main);stroke-width:2}.hollow{fill:var(--paper);stroke:var(--other);stroke-width:2}
    .cell{stroke:var(--paper);stroke-width:1}.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:0 28px}
    form.filter{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin:8px 0}select,input{font:inherit;
    padding:3px 6px;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:4px}
    table.errors td{text-align:left;white-space:normal;vertical-align:top}table.errors th{text-align:left}
    del{color:var(--main);text-decoration:none;border-bottom:2px solid var(--main)}
    ins{color:var(--bad);text-decoration:none;border-bottom:2px solid var(--bad)}tr.safety td:nth-child(3){color:var(--bad);
    font-weight:600}.mono{font-family:ui-monospace,monospace;font-size:12px;word-break:break-all;color:var(--soft)}
    pre{white-space:pre-wrap;font-size:13px}
    @media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--panel:#fff;--main:#22609e;--other:#b8601a;--bad:#b3261e}
    form.filter{display:none}body{font-size:11px}main{max-width:none;padding:0}h2{break-after:avoid}tr,svg,.card{break-inside:avoid}}
    """
}
