import Foundation
import Testing

@testable import ChineseText

@Suite struct NumberReaderTests {
  static let today = CalendarDate(year: 2024, month: 8, day: 15)

  static func read(_ kind: Substring, _ text: Substring) -> String? {
    let text = String(text)
    let bytes = Array(text.utf8)
    func whole<Value>(_ reading: Reading<Value>?) -> Value? {
      reading?.end == bytes.count ? reading?.value : nil
    }
    switch kind {
    case "money": return MoneyReader.value(of: text)?.yuan
    case "date": return DateReader.value(of: text, reference: today)?.description
    case "time": return whole(ClockTime.read(bytes, at: 0))?.description
    case "period": return CalendarPeriod.value(of: text)?.description
    case "rate": return Rate.value(of: text)?.description
    case "percent": return PercentReader.value(of: text)
    case "ratio": return whole(PercentReader.ratio(bytes, at: 0))?.description
    case "law": return whole(LawCitation.read(bytes, at: 0))?.description
    default: return "unknown kind"
    }
  }

  @Test func everyFixtureLine() throws {
    for (line, left, expected) in try FixtureLines.pairs("values.txt") {
      let parts = left.split(separator: "|", maxSplits: 1)
      #expect(Self.read(parts[0], parts[1]) ?? "-" == expected, "values.txt:\(line): \(left)")
    }
  }

  @Test func formalAmountsThereAndBack() {
    for fen in [
      0, 1, 5, 10, 15, 100, 105, 110, 123, 1_000, 10_050, 1_234_567, 123_450_000, 100_000_001, 9_999_999_999,
    ] {
      let money = Money(fen: fen)
      if fen > 0 { #expect(MoneyReader.value(of: money.formal) == money, "\(money.formal)") }
      #expect(Money(yuan: money.yuan) == money)
    }
    #expect(Money(fen: 123_450_000).formal == "壹佰贰拾叁万肆仟伍佰元整")
    #expect(Money(fen: 305).formal == "叁元零伍分")
    #expect(Money(fen: .min).formal.isEmpty == false)
  }

  @Test func formalAndFiguresAgree() {
    #expect(Money.agree(formal: "人民币壹佰贰拾叁万肆仟伍佰元整", figures: "1234500元") == true)
    #expect(Money.agree(formal: "壹万贰仟元整", figures: "12500元") == false)
    #expect(Money.agree(formal: "若干", figures: "12500元") == nil)
  }

  @Test func isoForms() {
    #expect(DateReader.isLunar(Array("腊月二十六".utf8), at: 0))
    #expect(DateReader.isLunar(Array("三月初六".utf8), at: 0))
    #expect(!DateReader.isLunar(Array("三月六日".utf8), at: 0))
    #expect(PartialDate(month: 5)?.completed(near: Self.today!).description == "2024-05")
    #expect(PartialDate(year: 2023, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2023, day: 5) == nil)
  }

  @Test func hostileInputDoesNotTrap() {
    let pieces = [
      "九亿", "万", "元", "角", "分", "年", "月", "日", "初", "百分之", "LPR", "的", "倍", "个半", "零", "点", "9", ".", "-",
      "第", "条", "《",
    ]
    var state: UInt64 = 7
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for kind in ["money", "date", "time", "period", "rate", "percent", "ratio", "law"] {
        _ = Self.read(Substring(kind), Substring(text))
      }
    }
    for text in [
      String(repeating: "9", count: 60) + "元", String(repeating: "九亿", count: 60) + "元", "九千九百九十九万亿亿元",
    ] { _ = MoneyReader.value(of: text) }
  }
}
