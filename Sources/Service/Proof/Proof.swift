import ChineseText
import TextCore

/// 送达回证 or 电子送达凭证 with every field that the ledger knows (《民事诉讼法》第八十七条, 在线规则 第三十一条第三款).
///
/// It is a document of the file, so personal data stands in it whole.
public struct Proof: Sendable {
  /// The fields in the order of the form: label and value; a value that is not known is nil.
  public let fields: [(label: String, key: String, value: String?)]
  /// 送达回证 or 电子送达凭证.
  public let title: String
  /// The timeline.
  public let timeline: [Timeline.Entry]

  /// Makes the proof of a record from its timeline.
  public init(
    _ entry: ServiceState.Entry, _ record: ServiceRecord, effect: LegalEffect, timeline: [Timeline.Entry]
  ) {
    let served = effect.served
    let attempt = entry.attempts.last { $0.channel == served?.channel } ?? entry.attempts.last
    let isElectronic = attempt?.channel == .electronic
    title = isElectronic ? "电子送达凭证" : "送达回证"
    var form = Form()
    form.add("人民法院", "court", record.court)
    form.add("案由", "cause", record.cause)
    form.add("案号", "case_number", record.caseNumber)
    form.add("送达文书", "documents", record.documents.map { "\($0.title)1件" }.joined(separator: "；"))
    form.add("受送达人", "recipient", record.recipient.name)
    form.add("诉讼地位", "standing", record.recipient.standing)
    form.add(
      "代收人身份", "capacity", record.recipient.principal.map { "\(record.recipient.capacity.title)（当事人：\($0)）" })
    form.add("送达方式", "channel", attempt?.channel.title)
    let address = attempt?.address.flatMap {
      record.addresses.indices.contains($0) ? record.addresses[$0] : nil
    }
    form.add(
      isElectronic ? "电子地址" : "送达地址", "address",
      address.map { "\($0.value)（\($0.kind.title)，\($0.origin.title)）" })
    form.add("送达编号", "key", attempt.map { _ in ReceiptReport.key(entry.id, entry.attempts.count) })
    Self.add(attempt, isElectronic, &form)
    form.add("送达日期", "date", served?.date.iso)
    form.add("法律效果", "effect", served?.certainty.rawValue ?? Self.unserved(effect))
    form.add("认定理由", "reason", served?.reason)
    form.add("依据", "basis", served?.basis.text)
    form.add("填发人", "issuer", nil)
    form.add("送达人", "server", nil)
    if attempt?.channel == .lien { form.add("见证人", "witness", nil) }
    form.add("台账末条哈希", "ledger_sum", timeline.last?.sum)
    fields = form.fields
    self.timeline = timeline
  }

  private static func add(_ attempt: Attempt?, _ isElectronic: Bool, _ form: inout Form) {
    func time(_ state: ReceiptState) -> String? { attempt?.first(state)?.time.description }
    form.add("发出时间", "sent_at", time(.sent) ?? attempt?.time.description)
    if isElectronic {
      form.add("到达时间", "arrived_at", time(.arrived))
      form.add("已阅时间", "read_at", time(.read))
      form.add("回复收悉时间", "replied_at", time(.replied))
    } else {
      form.add("签收时间", "signed_at", time(.signed))
      form.add("签收人", "signed_by", attempt?.first(.signed).map { $0.detail.title })
      let notes =
        attempt?.receipts.filter { [.refused, .returned, .left, .noted, .published].contains($0.state) } ?? []
      form.add(
        "备考", "remarks",
        notes.map { "\($0.time) \($0.state.title)\($0.detail == .none ? "" : "（\($0.detail.title)）")" }
          .joined(separator: "；"))
    }
  }

  private static func unserved(_ effect: LegalEffect) -> String {
    switch effect {
    case .none(let reason): "尚未送达：\(reason)"
    case .pending(let date, let reason, _): "将于 \(date) 视为送达：\(reason)"
    case .served(let served): served.certainty.rawValue
    }
  }

  private struct Form {
    var fields: [(label: String, key: String, value: String?)] = []
    mutating func add(_ label: String, _ key: String, _ value: String?) {
      fields.append((label, key, value?.isEmpty == true ? nil : value))
    }
  }

  /// The form as text, what is not known as blanks to be filled in by hand.
  public var text: String {
    let width = fields.map { DisplayWidth.of($0.label) }.max() ?? 0
    var lines = ["　　　　\(title)", ""]
    for field in fields {
      let pad = String(repeating: " ", count: width - DisplayWidth.of(field.label))
      lines.append("\(field.label)\(pad)  \(field.value ?? "＿＿＿＿＿＿")")
    }
    lines += ["", "送达经过"]
    lines += timeline.map { "  \($0.time)  \($0.text)（台账第 \($0.sequence) 号）" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The form as one JSON object.
  public var json: String {
    var writer = JSONObjectWriter()
    writer.add("type", "proof")
    writer.add("title", title)
    for field in fields { writer.add(field.key, orNull: field.value) }
    writer.addRaw("timeline", JSONText.array(timeline.map(\.json)))
    return writer.text
  }
}
