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
  /// The age in full years on the day of the hearing, read from the date of birth.
  case age = "周岁"
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
    case .age: 12
    }
  }

  /// The kind with an index, text for every other number.
  init(index: Int) {
    switch index {
    case 0: self = .money
    case 1: self = .date
    case 2: self = .period
    case 3: self = .rate
    case 4: self = .percent
    case 5: self = .number
    case 6: self = .party
    case 7: self = .name
    case 8: self = .caseNumber
    case 9: self = .time
    case 11: self = .list
    case 12: self = .age
    default: self = .text
    }
  }
}

/// Some kinds of value.
struct SlotKinds: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }
  init(_ kind: SlotKind) { rawValue = 1 << UInt16(kind.index) }

  static let all = SlotKinds(rawValue: 1 << UInt16(SlotKind.allCases.count) - 1)
  /// Those whose values can stand anywhere.
  static let free = SlotKind.allCases.filter(\.isFree).reduce(into: SlotKinds()) { $0.insert(SlotKinds($1)) }
}
