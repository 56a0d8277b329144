import ChineseText
import TextCore

/// The Chinese characters that a value of a kind can begin with; at all others no reader is asked.
///
/// Parts of numerals are always among them, since numbers are passed over whole.
struct SlotStarts {
  private let filter: ScalarFilter

  /// The characters for a kind; nil when it may begin with any.
  init?(_ kind: SlotKind, _ context: SpeechContext) {
    switch kind {
    case .name, .text, .list: return nil
    case .party:
      var filter = Self.numerals
      for person in context.people { filter.admit(person.word, backward: false) }
      self.filter = filter
    default: filter = Self.filters[kind.index]
    }
  }

  /// True when a whole Chinese character stands at `offset` that no value begins with.
  @inline(__always)
  func exclude(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    bytes[offset] >= 0xE4 && bytes[offset] <= 0xE9 && offset + 3 <= end && !filter.mayBegin(bytes, at: offset)
  }

  private static let numerals: ScalarFilter = {
    var filter = ScalarFilter()
    for scalar in UInt32(0x4000)..<0xA000 {  // those of three bytes from E4 to E9
      var bytes: [UInt8] = []
      UTF8Bytes.append(scalar, to: &bytes)
      if NumeralScalar.code(bytes, 0, bytes.count).code != NumeralScalar.none {
        filter.admit(bytes, backward: false)
      }
    }
    return filter
  }()

  private static let filters = SlotKind.allCases.map { kind in
    var filter = numerals
    for character in words(kind) { filter.admit(Array(String(character).utf8), backward: false) }
    return filter
  }

  /// First characters that are no numerals.
  private static func words(_ kind: SlotKind) -> String {
    switch kind {
    case .money: "人"  // 人民币
    case .date: "当同那年今本去前大明后昨这上下农阴旧古正冬腊"  // 当天, 年底, 去年, 上个月 …
    case .period: "半"
    case .rate: "年月日每逐同合起贷全按为是算约的逾"  // 年利率, 同期LPR, 贷款市场报价利率; 利息按一分五; 逾期一日
    case .time: "下晚傍当夜午中上早凌清"
    case .percent, .number, .caseNumber, .party, .name, .text, .list: ""
    }
  }
}
