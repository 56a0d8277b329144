import TextCore

/// Tables and JSON of service rates.
public enum ServiceReportView {
  /// The report; numerator and denominator are always shown.
  public static func report(_ rates: ServiceRates) -> Report {
    var table = TextTable(["分组", "成功/总数", "成功率", "95%区间（Wilson）", "首次成功中位天数"])
    for row in [rates.total] + rates.groups {
      table.add([
        row.group.isEmpty ? "全部" : row.group, "\(row.served.hits)/\(row.served.total)",
        row.served.value.map { Figures.percent($0) } ?? "—", Figures.percent(row.served.wilson),
        row.median.map { JSONNumber.text($0) } ?? "未达到",
      ])
    }
    var groups = JSONObjectWriter()
    for row in rates.groups { groups.addRaw(row.group, json(row)) }
    let total = rates.total.served
    return Report(
      title: "送达成功率评测", tables: [table],
      members: [("type", "\"service\""), ("pooled", json(rates.total)), ("groups", groups.text)],
      measurements: [
        Measurement(["served", "success_rate"], total.value ?? 0, total.wilson, units: total.total)
      ],
      items: [:])
  }

  private static func json(_ row: ServiceRates.Row) -> String {
    var object = JSONObjectWriter()
    object.add("served", row.served.hits)
    object.add("total", row.served.total)
    object.addRaw("success_rate", row.served.value.map { JSONNumber.exact($0) } ?? "null")
    object.addRaw("success_rate_ci95", JSONNumber.exact(row.served.wilson))
    object.addRaw("median_days", row.median.map { JSONNumber.exact($0) } ?? "null")
    return object.text
  }
}
