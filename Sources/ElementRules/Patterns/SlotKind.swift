/// The types of value a pattern can ask for.
public enum SlotKind: String, Hashable, Sendable, CaseIterable {
  /// An amount of money.
  case money = "金额"
  /// A day, a month or a year.
  case date = "日期"
  /// A length of time.
  case period = "期限"
  /// A rate of interest or damages.
  case rate = "利率"
  /// A share of a whole.
  case percent = "比例"
  /// A count or a measure without unit.
  case number = "数"
  /// A person or an organisation, one of the names given with the text.
  case party = "人"
  /// A person's name that nobody has introduced: a surname and one or two characters after it.
  case name = "名"
  /// A case number.
  case caseNumber = "案号"
  /// A clock time.
  case time = "时刻"
  /// Whatever stands up to the next mark of punctuation.
  case text = "文"
  /// The same, going on over 、: an enumeration.
  case list = "列"
}

extension SlotKind {
  /// True for words up to a mark, which can stand anywhere.
  var isFree: Bool {
    switch self {
    case .text, .list: true
    default: false
    }
  }

  /// Its place in tables, below the number of kinds.
  var index: Int {
    switch self {
    case .money: 0
    case .date: 1
    case .period: 2
    case .rate: 3
    case .percent: 4
    case .number: 5
    case .party: 6
    case .name: 7
    case .caseNumber: 8
    case .time: 9
    case .text: 10
    case .list: 11
    }
  }
}
