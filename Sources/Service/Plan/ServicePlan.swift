/// The lawful ways to serve a record, best first, and why the others are out.
public struct ServicePlan: Hashable, Sendable {
  /// One way.
  public struct Step: Hashable, Sendable {
    /// The channel.
    public let channel: Channel
    /// Index of the address in the record; nil when none is needed.
    public let address: Int?
    /// What permits it.
    public let articles: [Article]
    /// Why here, in Chinese.
    public let reason: String
    /// Only after an attempt was refused (留置).
    public let needsRefusal: Bool
  }

  /// A channel that is out.
  public struct Exclusion: Hashable, Sendable {
    /// The channel.
    public let channel: Channel
    /// Why, in Chinese.
    public let reason: String
    /// The articles that exclude it; empty when facts do.
    public let articles: [Article]
  }

  /// The ladder, tried from the top.
  public let steps: [Step]
  /// What is out.
  public let exclusions: [Exclusion]
  /// What a person must see to before or beside it.
  public let work: [WorkItem]
}

/// Something that a person must do.
public struct WorkItem: Hashable, Sendable {
  /// Kinds of work.
  public enum Kind: String, Coded {
    /// 电话确认.
    case confirmByPhone
    /// 修复地址.
    case repairAddress
    /// 核实矛盾回执.
    case resolveReceipts
    /// 查询回执.
    case chaseReceipt
    /// 办理人工送达.
    case serveByHand
    /// 转为普通程序.
    case changeProcedure
    /// 核实境内住所.
    case checkDomicile
    /// 承办人决定.
    case decide

    /// The Chinese name.
    public var title: String {
      switch self {
      case .confirmByPhone: "电话确认"
      case .repairAddress: "修复地址"
      case .resolveReceipts: "核实矛盾回执"
      case .chaseReceipt: "查询回执"
      case .serveByHand: "人工送达"
      case .changeProcedure: "转为普通程序"
      case .checkDomicile: "核实境内住所"
      case .decide: "承办人决定"
      }
    }

    /// Other names.
    public var aliases: [String] { [] }
  }

  /// Kind.
  public let kind: Kind
  /// What to do, in Chinese.
  public let task: String
  /// The articles.
  public let articles: [Article]

  /// Makes an item.
  public init(_ kind: Kind, _ task: String, _ articles: [Article] = []) {
    self.kind = kind
    self.task = task
    self.articles = articles
  }
}
