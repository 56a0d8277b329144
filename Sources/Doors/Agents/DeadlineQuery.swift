import ChineseText
import Service
import TextCore

/// A question for the last day of one period, from words: the same for `service deadline` and for agents.
public struct DeadlineQuery: Sendable {
  private let period: Period
  private let start: CalendarDate
  private let rules: DeadlineCalculator.Rules
  private let rolls: Bool

  /// Reads the words; throws a diagnostic for a word that is not understood. Without `rules`, those of civil procedure.
  public init(period: String, from: String, rules: String? = nil, rolls: Bool = true) throws(Diagnostic) {
    guard let length = Period(period) else {
      throw Diagnostic(
        .error, "SV020", "看不懂期间“\(period)”", fix: "应写成 15日、6个月、1年、半个月 这样的形式，最多 \(Period.maximum)")
    }
    guard let start = CalendarDate(iso: from) else {
      throw Diagnostic(
        .error, "SV021", "“\(from)”不是日历上的日子", fix: "应写成 YYYY-MM-DD，例如 2025-09-16")
    }
    guard let known = DeadlineCalculator.Rules(rawValue: rules ?? "civil") else {
      let words = DeadlineCalculator.Rules.allCases.map(\.rawValue).joined(separator: "、")
      throw Diagnostic(.error, "SV022", "没有期间规则“\(rules ?? "")”", fix: "可用的值：\(words)")
    }
    self.period = length
    self.start = start
    self.rules = known
    self.rolls = rolls
  }

  /// The last day by that calendar; constant time.
  public func answer(_ calendar: CourtCalendar) -> Deadline {
    DeadlineCalculator(calendar: calendar).deadline(period, from: start, rules: rules, rolling: rolls)
  }

  /// The deadline as one JSON object.
  public static func json(_ deadline: Deadline) -> String {
    var writer = JSONObjectWriter()
    writer.add("deadline", deadline.last.iso)
    writer.add("rolled_from", orNull: deadline.rolledFrom?.iso)
    writer.add("basis", deadline.basis.text)
    writer.add("from", deadline.start.iso)
    writer.add("period", deadline.period.description)
    writer.add("certain", deadline.unsettled.isEmpty)
    return writer.text
  }
}

extension AgentTool {
  /// `service deadline` as a tool.
  public static func serviceDeadline(_ calendar: CourtCalendar) -> AgentTool {
    let rules = DeadlineCalculator.Rules.allCases.map(\.rawValue)
    return AgentTool(
      name: "service_deadline", title: "计算期间届满日",
      description: "计算法定期间的最后一日：起算日不计入，末日逢法定休假日顺延，给出法律依据。放假数据未公布的年份 certain 为 false，须人工核对。",
      arguments: [
        SettingSpec("period", "期间长度：15日、10日、30日、6个月、1年、半个月……"),
        SettingSpec("from", "起算的事件之日，YYYY-MM-DD；当日不计算在内"),
        SettingSpec("rules", "适用的期间规则，默认 civil", choices: rules),
        SettingSpec("no_roll", "true 表示末日逢休假日也不顺延", kind: .flag),
      ], required: ["period", "from"]
    ) { members, _ in
      let values = Dictionary(members.map { ($0.key, $0.node) }) { first, _ in first }
      do throws(Diagnostic) {
        let query = try DeadlineQuery(
          period: values["period"]?.string ?? "", from: values["from"]?.string ?? "",
          rules: values["rules"]?.string, rolls: values["no_roll"]?.bool != true)
        let json = DeadlineQuery.json(query.answer(calendar))
        return Outcome(text: Array(json.utf8), structured: json)
      } catch {
        return Outcome(text: Array(DiagnosticRenderer().text(error).utf8), isError: true)
      }
    }
  }
}
