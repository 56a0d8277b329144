import ChineseText
import Testing
import TextCore

@testable import ElementRules

/// The characters that are passed over begin no value: the readers themselves are asked.
@Suite struct SlotStartsTests {
  private static let context = SpeechContext(
    people: [SpeechContext.Person("张伟", name: "张伟")], day: PartialDate(year: 2024, month: 5, day: 6))
  /// One value of each way of writing, each where a reader that looked for it would find it.
  private static let values = [
    "，人民币五千元，￥300元", "，当天，同日，那天，年底，去年三月，前年，本年5月，今年，大前天，明天，后年，昨天，这个月，上个月，下个月，当月",
    "，半年，半个月，三个月，一年半", "，年利率15%，月息二分，日万分之五，每日千分之一，逐日千分之一，同期LPR的四倍，合同成立时LPR四倍，起诉时LPR四倍",
    "，贷款市场报价利率，全国银行间同业拆借中心公布的贷款市场报价利率的4倍，利息按一分五，利息为二分，利息是两分，利息约定为两分，利息的两分",
    "，逾期一日按未付款的万分之三，按日万分之三，每逾期一天千分之一", "，下午三点，晚上八点，傍晚六点，当晚七点，夜里两点，午后一点，中午十二点",
    "，上午九点，早上八点，凌晨一点，清晨五点，张伟，（2023）鲁1402民初123号，七成，百分之十，三十五",
  ]

  @Test(arguments: SlotKind.allCases.filter { !$0.isFree })
  func excludedCharactersBeginNoValue(_ kind: SlotKind) throws {
    let fixtures = try FixtureLines.pairs("patterns.txt").map(\.0)
    for text in Self.values + fixtures {
      let bytes = Array(text.utf8)
      guard let starts = SlotStarts(kind, Self.context) else { continue }
      let reader = SlotReader(bytes, end: bytes.count, context: Self.context)
      let earlier = PartialDate(year: 2023, month: 1, day: 2)
      for offset in bytes.indices where starts.exclude(bytes, offset, bytes.count) {
        let value =
          kind == .date
          ? reader.date(at: offset, after: earlier)?.0.description : reader.read(kind, at: offset)?.0
        #expect(value == nil, "\(kind.rawValue) at byte \(offset) of \(text)")
        #expect(reader.pastNumber(offset) == offset)
      }
    }
  }
}
