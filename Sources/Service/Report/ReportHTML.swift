extension ServiceReport {
  /// The report as one HTML page with charts, nothing loaded from elsewhere.
  public var html: String {
    let rows = [("送达率", total.servedRate), ("电子送达率", total.electronicRate), ("首次成功率", total.firstRate)]
    return """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>送达情况 \(day)</title>
      <style>body{font:16px/1.6 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}h1{font-size:1.4em}
      h2{font-size:1.1em;margin-top:2em}table{border-collapse:collapse;width:100%}td,th{padding:.3em .6em;text-align:left;border-bottom:1px solid #ddd}
      .n{color:#555;font-size:.9em}</style></head><body>
      <h1>送达情况（截至 \(day)，单位：人次）</h1>
      \(Self.chart(rows))
      <p>\(Self.escaped(Self.timeLine(total)))</p>
      <h2>各渠道（按次计）</h2>
      \(Self.chart(channels.map { ($0.channel.title, $0.rate) }))
      <h2>各法院送达率</h2>
      \(Self.chart(courts.map { ($0.name, $0.servedRate) }))
      <h2>各月首次成功率（按登记月份）</h2>
      \(Self.chart(months.map { ($0.name, $0.firstRate) }))
      <p class="n">细线为 95% 区间（Wilson）。回执互相矛盾的记录：\(contradictory)；对不上的回执：\(strays)。电子送达率＝电子送达生效人次/已送达人次；首次成功率＝首次即送达人次/首次已有结果人次。</p>
      </body></html>

      """
  }

  private static func timeLine(_ group: Group) -> String {
    let time = group.time
    let median = time.median.map { "\($0) 天" } ?? "不足半数送达，尚无"
    return "送达用时中位 \(median)（Kaplan–Meier；已送达 \(time.served)，未送达 \(time.open) 按截尾处理）"
  }

  /// A table with a bar and its interval for every rate.
  private static func chart(_ rows: [(name: String, rate: Rate)]) -> String {
    let body = rows.map { name, rate in
      "<tr><td>\(escaped(name))</td><td>\(bar(rate))</td><td>\(escaped(rate.text))</td></tr>"
    }
    return "<table>\(body.joined(separator: "\n"))</table>"
  }

  private static func bar(_ rate: Rate) -> String {
    guard let value = rate.value, let interval = rate.interval else { return "" }
    func x(_ share: Double) -> String { ServiceReport.tenths(share * 200) }
    return """
      <svg width="200" height="16" role="img" aria-label="\(Rate.percent(value))"><rect width="200" height="16" fill="#eee"/>\
      <rect width="\(x(value))" height="16" fill="#4a7fb5"/>\
      <line x1="\(x(interval.low))" x2="\(x(interval.high))" y1="8" y2="8" stroke="#111" stroke-width="2"/></svg>
      """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
