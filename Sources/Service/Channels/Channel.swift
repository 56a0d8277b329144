/// A way of service that the law knows.
public enum Channel: String, Coded {
  /// 直接送达.
  case direct
  /// 通知来院领取.
  case pickup
  /// 住所地以外直接送达.
  case elsewhere
  /// 留置送达.
  case lien
  /// 电子送达.
  case electronic
  /// 简便方式 (简易程序).
  case simple
  /// 邮寄送达 (法院专递).
  case post
  /// 委托送达.
  case entrust
  /// 转交送达.
  case forward
  /// 定期宣判.
  case pronounce
  /// 当庭宣判后在指定期间领取 (简易程序).
  case collect
  /// 公告送达.
  case notice
  /// 涉外: 条约方式.
  case treaty
  /// 涉外: 外交途径.
  case diplomatic
  /// 涉外: 使领馆.
  case embassy
  /// 涉外: 本案诉讼代理人.
  case foreignAgent
  /// 涉外: 境内机构、任职单位或者境内的负责人.
  case foreignBranch
  /// 涉外: 邮寄.
  case foreignPost
  /// 涉外: 受送达人同意的其他方式.
  case otherAgreed

  /// The Chinese name.
  public var title: String {
    switch self {
    case .direct: "直接送达"
    case .pickup: "来院领取"
    case .elsewhere: "住所地以外直接送达"
    case .lien: "留置送达"
    case .electronic: "电子送达"
    case .simple: "简便方式送达"
    case .post: "邮寄送达"
    case .entrust: "委托送达"
    case .forward: "转交送达"
    case .pronounce: "定期宣判"
    case .collect: "指定期间领取"
    case .notice: "公告送达"
    case .treaty: "条约方式送达"
    case .diplomatic: "外交途径送达"
    case .embassy: "使领馆送达"
    case .foreignAgent: "向境内诉讼代理人送达"
    case .foreignBranch: "向境内机构或者负责人送达"
    case .foreignPost: "涉外邮寄送达"
    case .otherAgreed: "受送达人同意的其他方式"
    }
  }

  /// Other names.
  public var aliases: [String] {
    switch self {
    case .direct: ["直接", "当面", "ZJSD"]
    case .pickup: ["领取", "LYLQ"]
    case .lien: ["留置"]
    case .electronic: ["电子", "DZSD"]
    case .simple: ["短信", "电话", "DXSD", "DHSD"]
    case .post: ["邮寄", "EMS", "法院专递", "专递", "EMSSD"]
    case .entrust: ["委托", "WTSD"]
    case .forward: ["转交", "ZHJSD"]
    case .notice: ["公告", "GGSD"]
    default: []
    }
  }

  /// True when a gateway does it by itself; else its batch is a work list for people.
  public var isAutomatic: Bool { self == .electronic || self == .simple || self == .post || self == .notice }

  /// True when it takes place at the addressee's own premises or mailbox, so that an address is needed.
  public var needsAddress: Bool {
    switch self {
    case .electronic, .simple, .post, .direct, .lien, .foreignPost: true
    default: false
    }
  }
}
