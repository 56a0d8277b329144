/// Who receives: the party himself or somebody who receives for him.
public struct Recipient: Hashable, Sendable {
  /// Natural person or organisation.
  public enum Kind: String, Coded {
    /// 自然人.
    case person
    /// 法人或者非法人组织.
    case organisation

    /// The Chinese name.
    public var title: String { self == .person ? "自然人" : "法人或其他组织" }
    /// Other names.
    public var aliases: [String] { self == .person ? ["个人", "公民"] : ["单位", "法人", "组织", "公司", "非法人组织"] }
  }

  /// In what capacity he receives.
  public enum Capacity: String, Coded {
    /// 当事人本人.
    case party
    /// 诉讼代理人.
    case agent
    /// 诉讼代理人兼指定代收人, or another 指定代收人.
    case designated
    /// 单位收件人: 法定代表人、主要负责人、负责收件的人.
    case receiver
    /// 法定代理人、监护人.
    case guardian

    /// The Chinese name.
    public var title: String {
      switch self {
      case .party: "本人"
      case .agent: "诉讼代理人"
      case .designated: "指定代收人"
      case .receiver: "单位收件人"
      case .guardian: "法定代理人"
      }
    }

    /// Other names.
    public var aliases: [String] {
      switch self {
      case .party: ["当事人", "受送达人", "当事人本人"]
      case .agent: ["代理人", "委托代理人", "律师", "代理律师"]
      case .designated: ["代收人", "指定代收"]
      case .receiver: ["收件人", "法定代表人", "负责人", "主要负责人", "收发室"]
      case .guardian: ["监护人"]
      }
    }
  }

  /// Circumstances that decide the channel.
  public enum Situation: String, Coded {
    /// Nothing special.
    case ordinary
    /// 军人 (《民事诉讼法》第九十二条).
    case military
    /// 被监禁 (第九十三条第一款).
    case detained
    /// 被采取强制性教育措施 (第九十三条第二款).
    case education
    /// 下落不明 (第九十五条).
    case missing

    /// The Chinese name.
    public var title: String {
      switch self {
      case .ordinary: "一般"
      case .military: "军人"
      case .detained: "被监禁"
      case .education: "强制性教育"
      case .missing: "下落不明"
      }
    }

    /// Other names.
    public var aliases: [String] {
      switch self {
      case .ordinary: ["正常", "无"]
      case .military: ["现役军人"]
      case .detained: ["在押", "羁押", "服刑", "监禁"]
      case .education: ["强制教育", "强制性教育措施", "专门矫治教育"]
      case .missing: ["失联", "去向不明"]
      }
    }
  }

  /// Name.
  public var name: String
  /// Person or organisation.
  public var kind: Kind
  /// 诉讼地位, such as `被告`.
  public var standing: String
  /// In what capacity he receives.
  public var capacity: Capacity
  /// The party for whom an agent, receiver or guardian receives; nil when he is the party.
  public var principal: String?
  /// Circumstances.
  public var situation: Situation
  /// True when he has no domicile in China; nil when not known.
  public var isAbroad: Bool?
  /// 身份证号 or 统一社会信用代码; never printed whole.
  public var identity: String?

  /// Makes a recipient.
  public init(
    name: String, kind: Kind = .person, standing: String, capacity: Capacity = .party,
    principal: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.standing = standing
    self.capacity = capacity
    self.principal = principal
    situation = .ordinary
  }

  /// The party concerned: the principal, or himself.
  public var party: String { principal ?? name }
}
