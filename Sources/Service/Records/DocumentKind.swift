/// What a document is; it decides channels and deadlines.
public enum DocumentKind: String, Coded {
  /// 起诉状、反诉状副本.
  case complaint
  /// 答辩状副本.
  case answer
  /// 上诉状副本.
  case appeal
  /// 刑事起诉书副本.
  case indictment
  /// 传票.
  case summons
  /// 应诉、出庭、开庭通知书.
  case notification
  /// 举证通知书.
  case evidenceNotice
  /// 判决书.
  case judgment
  /// 裁定书.
  case ruling
  /// 调解书.
  case mediation
  /// Everything else.
  case other

  /// The Chinese name.
  public var title: String {
    switch self {
    case .complaint: "起诉状副本"
    case .answer: "答辩状副本"
    case .appeal: "上诉状副本"
    case .indictment: "起诉书副本"
    case .summons: "传票"
    case .notification: "通知书"
    case .evidenceNotice: "举证通知书"
    case .judgment: "判决书"
    case .ruling: "裁定书"
    case .mediation: "调解书"
    case .other: "其他文书"
    }
  }

  /// Words in a title that decide the kind; tried in this order, so that 送达判决书的通知书 is no judgment.
  private static let words: [(String, DocumentKind)] = [
    ("举证通知", .evidenceNotice), ("通知书", .notification), ("告知书", .other), ("确认书", .other), ("公告", .other),
    ("判决书", .judgment), ("裁定书", .ruling), ("调解书", .mediation), ("传票", .summons), ("上诉状", .appeal),
    ("答辩状", .answer), ("反诉状", .complaint), ("起诉状", .complaint), ("起诉书", .indictment), ("开庭通知", .notification),
  ]

  /// Other names.
  public var aliases: [String] { [] }

  /// The kind that a title such as `民事判决书` tells.
  public init(title: String) { self = Self.words.first { title.contains($0.0) }?.1 ?? .other }
}

/// A document to be served.
public struct ServiceDocument: Hashable, Sendable {
  /// Its title, such as `民事判决书`.
  public let title: String
  /// Its kind.
  public let kind: DocumentKind

  /// Makes a document; the kind follows from the title unless given.
  public init(_ title: String, kind: DocumentKind? = nil) {
    self.title = title
    self.kind = kind ?? DocumentKind(title: title)
  }

  /// A ruling that may be appealed: 不予受理、管辖权异议、驳回起诉 (《民事诉讼法》第一百五十七条第二款); nil when the title
  /// does not tell.
  public var isAppealableRuling: Bool? {
    guard kind == .ruling else { return nil }
    if ["不予受理", "管辖", "驳回起诉"].contains(where: title.contains) { return true }
    let final = ["保全", "先予执行", "撤诉", "中止", "终结", "补正", "转换程序", "转为普通", "执行"]
    return final.contains(where: title.contains) ? false : nil
  }
}
