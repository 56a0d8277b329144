import ChineseText
import Foundation

/// Limitation of actions (民法典 art. 188, 192, 194, 195, 203; before 2017-10-01 民法通则 art. 135 with 法释〔2018〕12号). The court
/// does not raise it (art. 193): this is arithmetic only.
struct Limitation {
  private let inputs: CalculationInputs
  private let workingDay: Calculator.WorkingDay
  /// 民法总则 came into force with three years.
  private static let threeYears = CalendarDate(year: 2017, month: 10, day: 1)
  /// After the end these are a promise to perform (art. 192(2)).
  private static let promises = ["签还款计划", "同意履行"]

  init(_ inputs: CalculationInputs, _ workingDay: @escaping Calculator.WorkingDay) {
    self.inputs = inputs
    self.workingDay = workingDay
  }

  /// A period that runs.
  private struct Period {
    let end: CalendarDate
    /// 三年（民法典第188条）
    let law: String
    /// 2024-03-10，为休假日，顺延至2024-03-11（民法典第203条）
    let words: String
    /// Two years that ended before the change.
    let isOld: Bool
  }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let start = try inputs.date("起算", missing: "起算日（知道或者应当知道权利受到损害以及义务人之日）")
    let filed = try inputs.date("起诉", missing: "起诉日")
    let events = try events()
    if let early = events.first(where: { $0.day < start }) {
      throw Refusal("\(early.day.iso)\(early.name)早于起算日")
    }
    var period = period(from: start)
    sheet.step("\(start.iso)起算，\(period.law)")
    sheet.step("届满：\(period.words)")
    for event in events {
      guard event.day <= period.end else {
        guard Self.promises.contains(event.name) else {
          sheet.step("\(event.day.iso)\(event.name)：期间已届满，不再中断")
          continue
        }
        sheet.step("\(event.day.iso)\(event.name)：期间已届满，义务人同意履行，不得再以时效抗辩（民法典第192条第2款）")
        return sheet.result("", text: "不得以时效抗辩")
      }
      period = self.period(from: event.day)
      sheet.step("\(event.day.iso)\(event.name)：中断（民法典第195条），重新计算，\(period.law)，届满：\(period.words)")
    }
    if period.isOld { sheet.step("在2017-10-01以前届满，不适用三年（法释〔2018〕12号第3条）") }
    let end = try suspended(period.end, &sheet)
    try conclude(end, filed, &sheet)
  }

  private func period(from start: CalendarDate) -> Period {
    let (two, three) = (start.adding(months: 24), start.adding(months: 36))
    guard let change = Self.threeYears, start < change else { return period(three, "三年（民法典第188条）", false) }
    if two < change { return period(two, "二年（民法通则第135条）", true) }
    return period(three, "二年到2017-10-01尚未届满，适用三年（法释〔2018〕12号第2条）", false)
  }

  private func period(_ end: CalendarDate, _ law: String, _ isOld: Bool) -> Period {
    let rolled = workingDay(end)
    return Period(end: rolled, law: law, words: words(end, rolled), isOld: isOld)
  }

  private func words(_ end: CalendarDate, _ rolled: CalendarDate) -> String {
    rolled == end ? end.iso : "\(end.iso)，为休假日，顺延至\(rolled.iso)（民法典第203条）"
  }

  /// 催告：2021-05-15、还款：2022-01-28, in order of days.
  private func events() throws(Refusal) -> [(name: String, day: CalendarDate)] {
    var found: [(name: String, day: CalendarDate)] = []
    for part in (inputs["中断"] ?? "").split(separator: "、") {
      let pair = part.split(separator: "：")
      guard pair.count == 2, let day = CalendarDate(iso: String(pair[1])) else {
        throw Refusal("“中断”应当写成 催告：2021-05-15、还款：2022-01-28，现在是“\(part)”")
      }
      found.append((String(pair[0]), day))
    }
    return found.sorted { $0.day < $1.day }
  }

  /// A cause of art. 194 in the last six months: six months from its end.
  private func suspended(_ end: CalendarDate, _ sheet: inout Worksheet) throws(Refusal) -> CalendarDate {
    guard let text = inputs["中止"] else { return end }
    let parts = text.components(separatedBy: "至")
    guard parts.count == 2, let from = CalendarDate(iso: parts[0]), let to = CalendarDate(iso: parts[1])
    else {
      throw Refusal("“中止”应当写成 2023-01-10至2023-05-20，现在是“\(text)”")
    }
    guard from <= end, to >= end.adding(months: -6) else { return end }
    let later = to.adding(months: 6)
    let rolled = workingDay(later)
    let moved = rolled == later ? "" : "，为休假日，顺延至\(rolled.iso)"
    sheet.step("\(from.iso)至\(to.iso)中止，在最后六个月内，原因消除后满六个月届满：\(later.iso)\(moved)（民法典第194条）")
    return rolled
  }

  private func conclude(_ end: CalendarDate, _ filed: CalendarDate, _ sheet: inout Worksheet) throws(Refusal)
  {
    if let harm = try inputs.date("受损") {
      let last = harm.adding(months: 240)
      if filed > last {
        sheet.step("自权利受到损害之日\(harm.iso)起超过二十年（民法典第188条第2款）")
        sheet.result("届满", text: min(last, end).iso)
        return sheet.result("", text: "已过")
      }
    }
    let isOver = filed > end
    sheet.step("起诉：\(filed.iso)，\(isOver ? "已经超过" : "没有超过")")
    sheet.result("届满", text: end.iso)
    sheet.result("", text: isOver ? "已过" : "未过")
  }
}
