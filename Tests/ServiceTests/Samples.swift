import ChineseText

@testable import Service

/// A record to start from: 普通程序, a defendant with a confirmed mobile (0), a found e-mail (1), a confirmed postal address
/// (2) and one from the register (3), consenting.
func sample(
  _ procedure: Procedure = .ordinary, _ documents: String..., standing: String = "被告",
  _ change: (inout ServiceRecord) -> Void = { _ in }
) -> ServiceRecord {
  var record = ServiceRecord(
    caseNumber: "（2026）鲁0102民初123号", procedure: procedure,
    documents: (documents.isEmpty ? ["起诉状副本"] : documents).map { ServiceDocument($0) },
    recipient: Recipient(name: "张三", standing: standing),
    addresses: [
      Address(.mobile, "13800138000", .confirmed), Address(.email, "zhang@example.cn", .found),
      Address(.postal, "济南市历下区经十路1号", .confirmed), Address(.postal, "济南市市中区英雄山路9号", .found),
    ])
  record.court = "济南市历下区人民法院"
  record.consent = .explicit
  change(&record)
  return record
}

/// A receipt on a day of March 2026 at ten o'clock, or on a date.
func receipt(_ state: ReceiptState, _ day: String, _ detail: ReceiptDetail = .none) -> Receipt {
  Receipt(state, at: Moment(date(day), second: 36_000), detail: detail)
}
