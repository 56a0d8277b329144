import ChineseText

/// What is to be done next for a record.
public enum NextAction: Hashable, Sendable {
  /// Hand it over by that step.
  case dispatch(ServicePlan.Step)
  /// Nothing before that moment.
  case wait(Moment, String)
  /// A person must act.
  case work(WorkItem)
  /// It is served.
  case served(LegalEffect.Served)
  /// It was withdrawn.
  case withdrawn
}

/// Decides what is next: one attempt at a time, so that no document is ever on its way twice.
public struct Progress: Sendable {
  /// Policy of the centre.
  public let policy: ServicePolicy
  /// The rules of legal effect.
  public let rules: EffectRules
  private let planner = Planner()

  /// Makes the decider.
  public init(policy: ServicePolicy = ServicePolicy(), rules: EffectRules = EffectRules()) {
    self.policy = policy
    self.rules = rules
  }

  /// The next action for an entry; pure.
  public func next(_ entry: ServiceState.Entry, at now: Moment) -> NextAction {
    if entry.isWithdrawn { return .withdrawn }
    guard let record = entry.record else { return .work(WorkItem(.decide, "记录内容无法读取，请核对台账")) }
    return next(record, entry.attempts, at: now)
  }

  /// The next action for a record with its attempts.
  public func next(_ record: ServiceRecord, _ attempts: [Attempt], at now: Moment) -> NextAction {
    switch rules.effect(of: record, attempts, on: now.date) {
    case .served(let served): return .served(served)
    case .pending(let date, let reason, _): return .wait(Moment(date), reason)
    case .none: break
    }
    if let held = attempts.last.flatMap({ holding(record, $0, attempts, now) }) { return held }
    let plan = planner.plan(record)
    guard let step = plan.steps.first(where: { isOpen($0, record, attempts) }) else {
      return exhausted(record)
    }
    let time = step.channel == .electronic || step.channel == .simple ? policy.awake(at: now) : now
    return time == now ? .dispatch(step) : .wait(time, "夜间不打扰受送达人")
  }

  /// What the last attempt still holds up; nil when the next step is free.
  private func holding(_ record: ServiceRecord, _ last: Attempt, _ attempts: [Attempt], _ now: Moment)
    -> NextAction?
  {
    switch last.transport {
    case .contradictory:
      return .work(WorkItem(.resolveReceipts, "回执互相矛盾：核实实际情况后登记结果", [Article(.online, 31, "第三款")]))
    case .handedOver, .reported(.accepted), .reported(.sent):
      let due = policy.overdue(last)
      if now < due { return .wait(due, "等待\(last.channel.title)的回执") }
      return .work(WorkItem(.chaseReceipt, "\(last.channel.title)已过 \(due.date) 仍无回执：查询并登记结果，不要重复送出"))
    case .reported(.failed): return retry(last, attempts, now)
    case .reported(.arrived), .reported(.read):
      let due =
        (last.last(.arrived) ?? last.last(.read))?.time.adding(seconds: policy.replyDays * 86_400) ?? now
      return now < due ? .wait(due, "已到达，等待受送达人回复收悉或者确认") : nil
    case .reported(.published): return .wait(Moment(now.date.adding(days: 1)), "公告期间")
    default: return nil
    }
  }

  private func retry(_ last: Attempt, _ attempts: [Attempt], _ now: Moment) -> NextAction? {
    let tries = attempts.filter { $0.channel == last.channel && $0.address == last.address }.count
    guard tries < policy.tries, let failed = last.last(.failed) else { return nil }
    let time = failed.time.adding(seconds: policy.delay(after: tries))
    return now < time ? .wait(time, "暂时失败，第 \(tries) 次重试之前等待") : nil
  }

  /// A step may be taken when it was not tried, or failed only for a time and has tries left; 留置 only after a refusal.
  private func isOpen(_ step: ServicePlan.Step, _ record: ServiceRecord, _ attempts: [Attempt]) -> Bool {
    if step.needsRefusal, !attempts.contains(where: Self.wasRefused) { return false }
    if let address = step.address, step.channel == .electronic || step.channel == .simple,
      attempts.contains(where: { $0.address == address && $0.has(.bounced) })
    {
      return false
    }
    let same = attempts.filter { $0.channel == step.channel && $0.address == step.address }
    guard let last = same.last else { return true }
    return last.transport == .reported(.failed) && same.count < policy.tries
  }

  /// Refused by somebody whose refusal counts (《民事诉讼法》第八十九条; 简易规定 十一).
  private static func wasRefused(_ attempt: Attempt) -> Bool {
    attempt.receipts.contains {
      ($0.state == .refused && $0.detail != .opponent && $0.detail != .stranger)
        || ($0.state == .returned && $0.detail == .refusal)
    }
  }

  private func exhausted(_ record: ServiceRecord) -> NextAction {
    if record.procedure.isSummary {
      return .work(
        WorkItem(
          .changeProcedure, "其他方式均无法送达，简易程序不能公告：转为普通程序，或者依法裁定驳回起诉",
          [
            Article(.summary, 8), Article(.civilInterpretation, 140),
            Article(.civilInterpretation, 257, "第一项"),
          ]))
    }
    if record.has(.mediation) {
      return .work(WorkItem(.decide, "调解书未能由当事人签收：由承办人处理", [Article(.civilInterpretation, 133)]))
    }
    return .work(
      WorkItem(.repairAddress, "现有地址和渠道都已用完：补充地址后再送达", [Article(.opinion19, 8), Article(.opinion19, 9)]))
  }
}
