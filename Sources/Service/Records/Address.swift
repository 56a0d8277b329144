/// A place where the recipient can be reached, and how the court came to know it.
public struct Address: Hashable, Sendable {
  /// What kind of address.
  public enum Kind: String, Coded {
    /// 手机号.
    case mobile
    /// 电子邮箱.
    case email
    /// 即时通讯账号.
    case im
    /// 诉讼平台专用账号.
    case platform
    /// 传真.
    case fax
    /// 邮寄地址.
    case postal
    /// 从业场所.
    case workplace

    /// The Chinese name.
    public var title: String {
      switch self {
      case .mobile: "手机"
      case .email: "电子邮箱"
      case .im: "即时通讯"
      case .platform: "诉讼平台"
      case .fax: "传真"
      case .postal: "邮寄地址"
      case .workplace: "从业场所"
      }
    }

    /// Other names.
    public var aliases: [String] {
      switch self {
      case .mobile: ["手机号", "电话", "移动电话"]
      case .email: ["邮箱", "邮件", "电子邮件"]
      case .im: ["微信", "微信号"]
      case .platform: ["平台账号", "人民法院在线服务"]
      case .fax: ["传真号"]
      case .postal: ["地址", "住所", "送达地址"]
      case .workplace: ["工作单位", "经营场所"]
      }
    }

    /// True for the addresses of 民诉解释 135 and 在线规则 29.
    public var isElectronic: Bool { self != .postal && self != .workplace }
  }

  /// How the court came to know it; the order is that of trust.
  public enum Origin: String, Coded {
    /// 送达地址确认书 (《专递规定》第四条).
    case confirmed
    /// Given in 起诉状、答辩状 and the like.
    case pleadings
    /// Agreed in the contract or letters in dispute (19号意见 八(1)).
    case contract
    /// Given in another case within a year (19号意见 八(3)).
    case otherCase
    /// Regularly used within a year (19号意见 八(4)).
    case habitual
    /// Household or company register (19号意见 九).
    case register
    /// Found by the court.
    case found

    /// The Chinese name.
    public var title: String {
      switch self {
      case .confirmed: "送达地址确认书"
      case .pleadings: "诉讼材料提供"
      case .contract: "合同约定"
      case .otherCase: "一年内其他案件"
      case .habitual: "一年内常用"
      case .register: "登记住所"
      case .found: "法院查找"
      }
    }

    /// Other names.
    public var aliases: [String] {
      switch self {
      case .confirmed: ["地址确认书", "确认书", "本人确认", "确认"]
      case .pleadings: ["起诉状", "答辩状", "诉状提供", "诉讼材料", "本人提供", "书面材料"]
      case .contract: ["合同", "往来函件"]
      case .otherCase: ["其他案件", "历史案件"]
      case .habitual: ["常用地址", "民事活动"]
      case .register: ["户籍", "户籍登记", "工商登记", "登记", "备案"]
      case .found: ["法院查得", "查询", "法院查询", "历史工单", "修复"]
      }
    }

    /// The party himself gave or confirmed it (在线规则 31(1), 专递规定 11).
    public var isGiven: Bool { self == .confirmed || self == .pleadings }
  }

  /// Kind.
  public var kind: Kind
  /// The address itself; never printed whole in messages.
  public var value: String
  /// How it became known.
  public var origin: Origin

  /// Makes an address.
  public init(_ kind: Kind, _ value: String, _ origin: Origin) {
    self.kind = kind
    self.value = value
    self.origin = origin
  }
}

/// Consent to electronic service (《民事诉讼法》第九十条, 在线规则 第二十九条).
public enum Consent: String, Coded {
  /// 明确表示同意 (29(1)).
  case explicit
  /// 诉讼前约定或者承诺 (29(2)).
  case agreed
  /// 在诉状中主动提供电子地址 (29(3)).
  case pleadings
  /// 以回复收悉、参加诉讼等方式接受 (29(4)).
  case conduct
  /// Refused.
  case refused
  /// Not asked, or no answer.
  case unknown

  /// The Chinese name.
  public var title: String {
    switch self {
    case .explicit: "明确同意"
    case .agreed: "事先约定"
    case .pleadings: "诉状提供"
    case .conduct: "以行为接受"
    case .refused: "不同意"
    case .unknown: "未知"
    }
  }

  /// Other names.
  public var aliases: [String] {
    switch self {
    case .explicit: ["是", "同意", "有", "Y", "y", "1", "true", "明确表示同意", "电话确认", "平台在线确认", "送达地址确认书"]
    case .agreed: ["约定", "承诺", "事先承诺"]
    case .pleadings: ["主动提供", "起诉状", "答辩状", "诉状"]
    case .conduct: ["回复收悉", "参加诉讼", "行为"]
    case .refused: ["否", "拒绝", "N", "n", "0", "false"]
    case .unknown: ["", "无", "未确认", "待确认"]
    }
  }

  /// The item of 在线规则 第二十九条第二款 it rests on; nil when there is no consent.
  public var article: Article? {
    switch self {
    case .explicit: Article(.online, 29, "第二款第一项")
    case .agreed: Article(.online, 29, "第二款第二项")
    case .pleadings: Article(.online, 29, "第二款第三项")
    case .conduct: Article(.online, 29, "第二款第四项")
    case .refused, .unknown: nil
    }
  }
}
