import ChineseText
import Testing
import TextCore

@testable import ElementRules

/// The places that are passed over begin no value: the readers themselves are asked.
@Suite struct SlotStartsTests {
  private static let context = SpeechContext(
    people: [SpeechContext.Person("张伟", name: "张伟")], day: PartialDate(year: 2024, month: 5, day: 6))
  /// A date was told before.
  private static let years: DateYears = {
    var years = DateYears(context)
    if let date = PartialDate(year: 2023, month: 1, day: 2) { years.add(date, isDue: false, counts: true) }
    return years
  }()
  /// One value of each way of writing, each where a reader that looked for it would find it.
  private static let values = [
    "，人民币五千元，￥300元", "，当天，同日，那天，年底，去年三月，前年，本年5月，今年，大前天，明天，后年，昨天，这个月，上个月，下个月，当月",
    "，今日，昨日，明日，前天，昨天，明天，大前年，当年，同月3日，同一天，年末，上月，下月，农历八月初三，阴历正月初五，旧历冬月廿，古历腊月初八，去年农历八月初三",
    "，半年，半个月，三个月，一年半", "，年利率15%，月息二分，日万分之五，每日千分之一，逐日千分之一，同期LPR的四倍，合同成立时LPR四倍，起诉时LPR四倍",
    "，贷款市场报价利率，全国银行间同业拆借中心公布的贷款市场报价利率的4倍，利息按一分五，利息为二分，利息是两分，利息约定为两分，利息的两分",
    "，年15%，年为15%，月百分之二，月 2%，日千分之一，日按万分之五，年按照百分之六，一天千分之一，一年5%，1年期LPR的4倍，五年期LPR四倍",
    "，逾期一日按未付款的万分之三，按日万分之三，每逾期一天千分之一", "，下午三点，晚上八点，傍晚六点，当晚七点，夜里两点，午后一点，中午十二点",
    "，上午九点，早上八点，凌晨一点，清晨五点，张伟，（2023）鲁1402民初123号，七成，百分之十，三十五",
  ]

  /// Numbers whose value goes by what follows them.
  private static let numbers = [
    "三万五给他，50万的借条，一千二，3千.5元，两块五，五毛，八角五分，五分钱，伍分整，1,234.56元，12万3500元",
    "2023.5.6，2023-05-06，2023/5，三天前，3日前，六号，二〇二三年",
    "一周年，两星期，三礼拜，四周，五个工作日，六十自然日，七天，八小时，九钟头，十分钟，一个半月，两年零三个月", "15％，3‰，5‱，百分之十五，千分之三，三个百分点，两个点，四分之三，七成半",
    "15%/年，两分利，二分月息，八厘利，四倍LPR，1.5×LPR，1年期LPR，一年期贷款市场报价利率，利息：两分，利息 一分五", "14:05，八点一刻，下午3时， 300，\t4元",
  ]

  @Test(arguments: SlotKind.allCases.filter { !$0.isFree })
  func otherPlacesBeginNoValue(_ kind: SlotKind) throws {
    let fixtures = try FixtureLines.pairs("patterns.txt").map(\.0)
    for text in Self.values + Self.numbers + fixtures {
      let bytes = Array(text.utf8)
      let reader = SlotReader(bytes, end: bytes.count, context: Self.context)
      let starts = SlotStarts(reader, from: 0).places
      let years = Self.years
      var number = 0
      for offset in bytes.indices where !UTF8Bytes.isContinuation(bytes[offset]) {
        let place = starts.first { $0.offset == offset }
        if offset >= number { number = reader.pastNumber(offset) }
        #expect(place?.numberEnd ?? offset == max(number, offset))
        guard place?.mayBegin(kind) != true else { continue }
        let value =
          kind == .date || kind == .age
          ? reader.date(at: offset, years)?.0.description : reader.read(kind, at: offset)?.0
        #expect(value == nil, "\(kind.rawValue) at byte \(offset) of \(text)")
      }
    }
  }
}
