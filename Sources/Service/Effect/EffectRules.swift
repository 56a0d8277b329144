import ChineseText

/// Finds the legal effect of attempts: a pure function of the record and the sets of reports.
public struct EffectRules: Sendable {
  let options: EffectOptions

  /// Rules with those options.
  public init(_ options: EffectOptions = EffectOptions()) { self.options = options }

  /// The effect of all attempts: the earliest service that counts (在线规则 第三十一条第四款), else the pending one.
  ///
  /// With `today`, a service whose day has not come is pending.
  public func effect(of record: ServiceRecord, _ attempts: [Attempt], on today: CalendarDate? = nil)
    -> LegalEffect
  {
    let effects = attempts.map { effect(of: record, $0) }
    guard let first = effects.compactMap(\.served).min(by: { $0.date < $1.date }) else {
      return effects.last ?? .none("尚未送出")
    }
    guard let today, first.date > today else { return .served(first) }
    return .pending(first.date, first.reason, first.basis)
  }

  /// The effect of one attempt.
  public func effect(of record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if attempt.transport == .contradictory { return .none("回执互相矛盾，核实前不认定送达") }
    switch attempt.channel {
    case .electronic: return ElectronicEffect.of(record, attempt)
    case .simple: return simple(record, attempt)
    case .post: return PostEffect.of(record, attempt)
    case .direct, .elsewhere, .pickup, .lien, .entrust, .forward: return PersonalEffect.of(record, attempt)
    case .pronounce, .collect: return JudgmentEffect.of(record, attempt)
    case .notice: return NoticeEffect.of(record, attempt, options)
    case .foreignPost: return NoticeEffect.foreignPost(record, attempt, options)
    case .treaty, .diplomatic, .embassy, .foreignAgent, .foreignBranch, .otherAgreed:
      return abroad(record, attempt)
    }
  }

  /// 简便方式: counts only with confirmation or other proof (民诉解释 261).
  private func simple(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    let summons = record.procedure == .criminal && record.documents.allSatisfy { $0.kind == .notification }
    guard record.procedure.isSummary || summons else { return .none("简便方式只适用于简易程序") }
    if attempt.has(.rebutted) { return .none("受送达人的反证成立") }
    guard let proof = [.confirmed, .replied, .acted].compactMap(attempt.first).min()
    else { return .none("未经当事人确认，也没有其他证据证明已经收到，不得缺席判决") }
    return .served(
      .init(
        proof.time.date, .simple, .actual, ChannelArticles.permission(.simple, record),
        "当事人\(proof.state == .acted ? "已作出相应诉讼行为" : "确认收到")"))
  }

  private func abroad(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard let item = ChannelArticles.foreignItem(attempt.channel) else { return .none("不是涉外送达方式") }
    guard let signed = attempt.first(.signed), signed.detail != .opponent else { return .none("尚无送达证明") }
    return .served(
      .init(signed.time.date, attempt.channel, .actual, [Article(.civil, 283, item)], "送达证明载明的日期"))
  }
}
