import TextCore

extension ServiceReport {
  /// The report for a terminal.
  public var text: String {
    var lines = ["送达情况（截至 \(day)，单位：人次）", ""]
    lines += Self.lines(total)
    lines += ["", "各渠道（按次计）"]
    lines += channels.map { "  \(padded($0.channel.title, 26))成功率 \($0.rate.text)，另有 \($0.open) 次尚无结果" }
    if courts.count > 1 {
      lines +=
        ["", "各法院"] + courts.map { "  \($0.name)：送达率 \($0.servedRate.text)，电子送达率 \($0.electronicRate.text)" }
    }
    if months.count > 1 {
      lines +=
        ["", "各月（按登记月份）"] + months.map { "  \($0.name)：送达率 \($0.servedRate.text)，首次成功率 \($0.firstRate.text)" }
    }
    lines += ["", "回执互相矛盾的记录：\(contradictory)；对不上的回执：\(strays)"]
    lines.append("口径：电子送达率＝电子送达生效人次/已送达人次；首次成功率＝首次即送达人次/首次已有结果人次；中位天数按 Kaplan–Meier 计，未送达的按截尾处理。")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ group: Group) -> [String] {
    let time = group.time
    let median = time.median.map { "\($0) 天" } ?? "不足半数送达，尚无"
    let mean = time.meanOfServed.map { "，已送达者平均 \(tenths($0)) 天" } ?? ""
    return [
      "  送达率      \(group.servedRate.text)", "  电子送达率  \(group.electronicRate.text)",
      "  首次成功率  \(group.firstRate.text)",
      "  送达用时    中位 \(median)\(mean)（已送达 \(time.served)，未送达 \(time.open)）",
    ]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }

  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The report as one JSON object; rates have numerator, denominator, value and interval.
  public var json: String {
    var writer = JSONObjectWriter()
    writer.add("type", "service_report")
    writer.add("day", day.iso)
    writer.addRaw("total", Self.json(total))
    writer.addRaw("courts", JSONText.array(courts.map(Self.json)))
    writer.addRaw("months", JSONText.array(months.map(Self.json)))
    writer.addRaw("channels", JSONText.array(channels.map(Self.json)))
    writer.add("contradictory", contradictory)
    writer.add("strays", strays)
    return writer.text
  }

  private static func json(_ group: Group) -> String {
    var writer = JSONObjectWriter()
    writer.add("name", group.name)
    writer.add("records", group.records)
    writer.add("attempts", group.attempts)
    writer.addRaw("served_rate", json(group.servedRate))
    writer.addRaw("electronic_rate", json(group.electronicRate))
    writer.addRaw("first_success_rate", json(group.firstRate))
    let time = group.time
    writer.addRaw("median_days", time.median.map { String($0) } ?? "null")
    writer.addRaw("mean_days_of_served", time.meanOfServed.map(tenths) ?? "null")
    writer.add("open", time.open)
    return writer.text
  }

  private static func json(_ figures: ChannelFigures) -> String {
    var writer = JSONObjectWriter()
    writer.add("channel", figures.channel.rawValue)
    writer.add("title", figures.channel.title)
    writer.addRaw("success_rate", json(figures.rate))
    writer.add("open", figures.open)
    return writer.text
  }

  private static func json(_ rate: Rate) -> String {
    var writer = JSONObjectWriter()
    writer.add("numerator", rate.numerator)
    writer.add("denominator", rate.denominator)
    writer.addRaw("value", rate.value.map(fraction) ?? "null")
    writer.addRaw(
      "ci95", rate.interval.map { JSONText.array([fraction($0.low), fraction($0.high)]) } ?? "null")
    return writer.text
  }

  /// Six decimals, without depending on a locale.
  static func fraction(_ value: Double) -> String {
    let millionths = String(Int((value * 1_000_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 7 - millionths.count)) + millionths
    return padded.dropLast(6) + "." + padded.suffix(6)
  }
}
