/// The procedure of the case; it decides which channels and periods the law gives.
public enum Procedure: String, Coded {
  /// 民事普通程序一审.
  case ordinary
  /// 简易程序.
  case summary
  /// 小额诉讼程序.
  case small
  /// 民事二审.
  case second
  /// 刑事.
  case criminal
  /// 行政.
  case administrative
  /// 涉外民事.
  case foreign

  /// The Chinese name.
  public var title: String {
    switch self {
    case .ordinary: "普通"
    case .summary: "简易"
    case .small: "小额"
    case .second: "二审"
    case .criminal: "刑事"
    case .administrative: "行政"
    case .foreign: "涉外"
    }
  }

  /// Other names.
  public var aliases: [String] {
    switch self {
    case .ordinary: ["普通程序", "一审", "民事一审", "普通程序一审", "一审普通程序"]
    case .summary: ["简易程序"]
    case .small: ["小额诉讼", "小额程序", "小额诉讼程序"]
    case .second: ["第二审", "二审程序", "民事二审", "上诉"]
    case .criminal: ["刑事案件", "刑事一审"]
    case .administrative: ["行政案件", "行政诉讼"]
    case .foreign: ["涉外民事", "涉外程序"]
    }
  }

  /// 简易程序 or 小额诉讼, which is a kind of it (《民事诉讼法》第一百六十五条).
  public var isSummary: Bool { self == .summary || self == .small }
}
