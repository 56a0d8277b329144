/// The columns that an import file may have, under their English code or any of their Chinese names.
public enum ImportColumn: String, Coded {
  /// 案号.
  case caseNumber = "case_number"
  /// 法院.
  case court
  /// 案由.
  case cause
  /// 程序.
  case procedure
  /// 送达文书, several separated by `；`.
  case documents
  /// 受送达人.
  case name
  /// 自然人 or 单位.
  case kind
  /// 诉讼地位.
  case standing
  /// 收件身份.
  case capacity
  /// 被代理人.
  case principal
  /// 军人、在押 and so on.
  case situation
  /// 境内住所: 有 or 无.
  case domicile
  /// 身份证号 or 统一社会信用代码.
  case identity
  /// 手机号, several separated by `；`.
  case mobile
  /// 电子邮箱.
  case email
  /// 即时通讯账号.
  case im
  /// 诉讼平台账号.
  case platform
  /// 传真.
  case fax
  /// 邮寄地址.
  case postal
  /// 从业场所.
  case workplace
  /// 地址来源.
  case origin
  /// 电子地址来源.
  case electronicOrigin = "electronic_origin"
  /// 是否签署送达地址确认书.
  case confirmed
  /// 是否同意电子送达.
  case consent
  /// 拒绝提供送达地址.
  case refusedAddress = "refused_address"
  /// 直接送达有困难.
  case directIsDifficult = "direct_is_difficult"
  /// 立案日期.
  case filed
  /// 开庭日期.
  case hearing
  /// 宣判日期.
  case pronounced
  /// 举证期限 in days.
  case evidenceDays = "evidence_days"
  /// 答辩期 in days.
  case answerDays = "answer_days"

  /// The Chinese name.
  public var title: String { Self.names[self]?.0 ?? rawValue }
  /// Other names.
  public var aliases: [String] { Self.names[self]?.1 ?? [] }

  /// The column of a header cell; nil when it is none of them.
  static func reading(_ header: String) -> ImportColumn? {
    let plain = header.filter { !$0.isWhitespace && $0 != "*" }
    let short = plain.prefix { $0 != "（" && $0 != "(" }
    return ImportColumn(reading: plain) ?? ImportColumn(reading: String(short))
  }

  private static let names: [ImportColumn: (String, [String])] = [
    .caseNumber: ("案号", ["案件号", "案件编号", "ah"]), .court: ("法院", ["法院名称", "受理法院", "承办法院", "fymc"]),
    .cause: ("案由", []),
    .procedure: ("程序", ["适用程序", "审理程序", "案件程序"]),
    .documents: ("送达文书", ["文书", "文书名称", "送达文书名称", "文书列表", "wsmc"]),
    .name: ("受送达人", ["姓名", "名称", "受送达人姓名", "受送达人名称", "当事人", "收件人"]),
    .kind: ("受送达人类型", ["当事人类型", "主体类型", "类型"]),
    .standing: ("诉讼地位", ["地位", "诉讼身份"]), .capacity: ("收件身份", ["受送达人身份", "身份", "代收身份"]),
    .principal: ("被代理人", ["代理的当事人", "所代理当事人", "被监护人", "单位名称"]),
    .situation: ("受送达人状况", ["状况", "人员状况", "特殊情形", "备注情形"]),
    .domicile: ("境内住所", ["境内有无住所", "在境内有住所"]),
    .identity: ("证件号码", ["身份证号", "身份证号码", "统一社会信用代码", "证件号", "信用代码"]),
    .mobile: ("手机号", ["电话", "手机", "联系电话", "手机号码", "移动电话"]),
    .email: ("电子邮箱", ["邮箱", "电子邮件", "Email", "E-mail"]),
    .im: ("即时通讯", ["微信", "微信号", "即时通讯账号"]), .platform: ("平台账号", ["诉讼平台账号", "平台专用账号"]), .fax: ("传真", ["传真号"]),
    .postal: ("送达地址", ["地址", "邮寄地址", "住址", "住所", "住所地", "通讯地址"]), .workplace: ("从业场所", ["工作单位地址", "经营场所"]),
    .origin: ("地址来源", ["送达地址来源"]), .electronicOrigin: ("电子地址来源", ["电子送达地址来源"]),
    .confirmed: ("是否签署送达地址确认书", ["签署送达地址确认书", "地址确认书", "是否签地址确认书", "送达地址确认书"]),
    .consent: ("是否同意电子送达", ["同意电子送达", "电子送达同意", "同意方式", "电子送达"]),
    .refusedAddress: ("拒绝提供送达地址", ["拒不提供送达地址", "拒绝提供地址"]),
    .directIsDifficult: ("直接送达困难", ["直接送达有困难"]), .filed: ("立案日期", ["立案时间", "立案日"]),
    .hearing: ("开庭日期", ["开庭时间", "开庭日"]), .pronounced: ("宣判日期", ["定期宣判日期", "宣判日"]),
    .evidenceDays: ("举证期限", ["举证期限天数", "举证期限（日）"]), .answerDays: ("答辩期", ["答辩期限", "答辩期间"]),
  ]
}
