import ChineseText
import TextCore

/// Makes a record of one row and says everything that is wrong with it.
struct RowReader {
  private let cells: [ImportColumn: String]
  private let place: Place
  private(set) var problems: [Diagnostic] = []

  init(_ cells: [ImportColumn: String], at place: Place) {
    self.cells = cells.filter { !$0.value.isEmpty }
    self.place = place
  }

  /// Refuses the row because a column was given under two names.
  mutating func refuse(twice column: ImportColumn) {
    fail(column, "", "在这一行里用不同的名称写了两次，不知道用哪一个", "只保留一个")
  }

  /// The record; nil when there is any error in the row.
  mutating func record() -> ServiceRecord? {
    let number = caseNumber()
    let procedure = procedure(number)
    let documents = list(.documents).map { ServiceDocument($0) }
    if documents.isEmpty { fail(.documents, "", "缺少送达文书", "写明文书名称，多份用“；”分开") }
    let (recipient, addresses, facts) = (recipient(), addresses(), facts())
    let consent = coded(.consent, Consent.self) ?? .unknown
    let (refused, difficult) = (flag(.refusedAddress) ?? false, flag(.directIsDifficult) ?? false)
    guard let recipient, let number, let procedure else { return nil }
    var record = ServiceRecord(
      caseNumber: number, procedure: procedure, documents: documents, recipient: recipient,
      addresses: addresses)
    record.court = cells[.court] ?? ""
    record.cause = cells[.cause] ?? ""
    (record.consent, record.refusedAddress, record.directIsDifficult) = (consent, refused, difficult)
    record.facts = facts
    return problems.contains { $0.severity == .error } ? nil : record
  }

  private mutating func caseNumber() -> String? {
    guard let text = cells[.caseNumber] else {
      fail(.caseNumber, "", "缺少案号", "写明案号，例如（2026）鲁0102民初123号")
      return nil
    }
    if let problem = CaseNumber.validate(text) {
      fail(.caseNumber, text, problem, "对照卷宗改正案号")
      return nil
    }
    return CaseNumber.read(Array(text.utf8), at: 0)?.number.text ?? text
  }

  /// The procedure as given, or as the kind of case in the number tells it.
  private mutating func procedure(_ number: String?) -> Procedure? {
    if cells[.procedure] != nil { return coded(.procedure, Procedure.self) }
    for (mark, procedure) in [("民终", Procedure.second), ("刑", .criminal), ("行", .administrative)] {
      if number?.contains(mark) == true { return procedure }
    }
    if number != nil { fail(.procedure, "", "缺少程序，案号也不能说明", "写明：\(Procedure.titles)") }
    return nil
  }

  private mutating func recipient() -> Recipient? {
    guard let name = cells[.name] else {
      fail(.name, "", "缺少受送达人", "写明受送达人姓名或者名称")
      return nil
    }
    let organisation = [
      "公司", "中心", "委员会", "合作社", "银行", "学校", "医院", "厂", "政府", "局", "部", "行", "店", "企业", "集团",
    ]
    let kind =
      coded(.kind, Recipient.Kind.self)
      ?? (organisation.contains(where: name.hasSuffix) ? .organisation : .person)
    var recipient = Recipient(
      name: name, kind: kind, standing: cells[.standing] ?? "",
      capacity: coded(.capacity, Recipient.Capacity.self) ?? .party, principal: cells[.principal])
    recipient.situation = coded(.situation, Recipient.Situation.self) ?? .ordinary
    recipient.isAbroad = flag(.domicile).map { !$0 }
    recipient.identity = identity(kind)
    if recipient.standing.isEmpty { warn(.standing, "缺少诉讼地位，答辩和上诉期限可能算不全", "补写诉讼地位") }
    return recipient
  }

  private mutating func identity(_ kind: Recipient.Kind) -> String? {
    guard let text = cells[.identity]?.uppercased() else { return nil }
    let looksLikeCode = text.utf8.count == 18 && CreditCode.validate(text) == nil
    let isPerson = kind == .person && !looksLikeCode
    if isPerson, text.utf8.count != 15, text.utf8.count != 18 {
      warn(.identity, "\(Masking.number(text)) 不是居民身份证号，未校验", "护照等证件请人工核对")
      return text
    }
    if let problem = isPerson ? IdentityCard.validate(text) : CreditCode.validate(text) {
      fail(.identity, Masking.number(text), problem, "对照证件改正")
    }
    return text
  }

  private mutating func addresses() -> [Address] {
    let confirmed = flag(.confirmed) == true
    let usual: Address.Origin = confirmed ? .confirmed : .found
    let paper = coded(.origin, Address.Origin.self) ?? usual
    let electronic =
      coded(.electronicOrigin, Address.Origin.self)
      ?? (cells[.consent].flatMap { Consent(reading: $0) } == .pleadings ? .pleadings : usual)
    var addresses: [Address] = []
    let columns: [(ImportColumn, Address.Kind)] = [
      (.platform, .platform), (.mobile, .mobile), (.email, .email), (.im, .im), (.fax, .fax),
      (.postal, .postal),
      (.workplace, .workplace),
    ]
    for (column, kind) in columns {
      for value in kind.isElectronic ? list(column) : cells[column].map({ [$0] }) ?? [] {
        guard isValid(value, kind, column) else { continue }
        addresses.append(Address(kind, value, kind.isElectronic ? electronic : paper))
      }
    }
    return addresses
  }

  private mutating func isValid(_ value: String, _ kind: Address.Kind, _ column: ImportColumn) -> Bool {
    let digits = Array(value.utf8.filter { $0 != 0x20 && $0 != 0x2D && $0 != 0x2B })
    let problem: String?
    switch kind {
    case .mobile:
      problem = PhoneNumber.validate(value) ?? (PhoneNumber.isMobile(digits) ? nil : "不是手机号，短信无法送达")
    case .fax: problem = PhoneNumber.validate(value)
    case .email: problem = EmailAddress.validate(value)
    case .postal, .workplace: problem = value.count >= 4 ? nil : "地址太短，无法投递"
    case .im, .platform: problem = nil
    }
    guard let problem else { return true }
    fail(column, Masking.address(Address(kind, value, .found)), problem, "对照送达地址确认书改正")
    return false
  }

  private mutating func facts() -> ServiceRecord.CaseFacts {
    var facts = ServiceRecord.CaseFacts()
    facts.filed = date(.filed)
    facts.hearing = date(.hearing)
    facts.pronounced = date(.pronounced)
    facts.evidenceDays = days(.evidenceDays)
    facts.answerDays = days(.answerDays)
    return facts
  }

  private mutating func date(_ column: ImportColumn) -> CalendarDate? {
    guard let text = cells[column] else { return nil }
    let parts = text.prefix { $0 != " " && $0 != "T" }.split { "-/.年月日".contains($0) }.compactMap { Int($0) }
    if parts.count == 3, let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]),
      date.year >= 1990
    {
      return date
    }
    fail(column, text, "不是日历上的日子", "写成 2026-03-02 的形式")
    return nil
  }

  private mutating func days(_ column: ImportColumn) -> Int? {
    guard let text = cells[column] else { return nil }
    if let days = Int(text), (1...365).contains(days) { return days }
    if case .days(let days) = Period(text), days <= 365 { return days }
    fail(column, text, "不是 1 到 365 的天数", "写成 15 或者 15日")
    return nil
  }

  private mutating func coded<C: Coded>(_ column: ImportColumn, _ type: C.Type) -> C? {
    guard let text = cells[column] else { return nil }
    if let value = C(reading: text) { return value }
    fail(column, text, "不在可选范围内", "可选：\(C.titles)")
    return nil
  }

  private mutating func flag(_ column: ImportColumn) -> Bool? {
    guard let text = cells[column] else { return nil }
    if ["是", "有", "已签署", "已签", "Y", "y", "1", "true"].contains(text) { return true }
    if ["否", "无", "未签署", "未签", "没有", "N", "n", "0", "false"].contains(text) { return false }
    fail(column, text, "应为是或者否", "写“是”或者“否”")
    return nil
  }

  private func list(_ column: ImportColumn) -> [String] {
    var seen: Set<String> = []
    let parts = (cells[column] ?? "").split { "；;、|\n".contains($0) }
    return parts.map { $0.filter { $0 != "《" && $0 != "》" && $0 != " " } }.filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
  }

  private mutating func fail(_ column: ImportColumn, _ value: String, _ reason: String, _ fix: String) {
    let shown = value.isEmpty ? "" : "“\(Masking.text(value))”"
    problems.append(
      Diagnostic(
        .error, "SV020", "“\(column.title)”\(shown)：\(reason)", at: place, notes: ["这一行没有导入"], fix: fix))
  }

  private mutating func warn(_ column: ImportColumn, _ reason: String, _ fix: String) {
    problems.append(Diagnostic(.warning, "SV021", "“\(column.title)”：\(reason)", at: place, fix: fix))
  }
}
