import Foundation
import TextCore
import Testing

@testable import ChineseText

@Suite struct IdentifierTests {
  static func found(_ text: String, spoken: Bool = false) -> String {
    let bytes = Array(text.utf8)
    return IdentifierFinder(spoken: spoken).find(in: bytes).map {
      "\($0.kind.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))\($0.problem == nil ? "" : "!")"
    }.joined(separator: " ")
  }

  @Test func findsWhatTheFixtureSays() throws {
    for pair in try FixtureLines.pairs("identifiers.txt") {
      #expect(Self.found(pair.left) == pair.right, "identifiers.txt:\(pair.line)")
    }
  }

  @Test(arguments: [
    ("身份证四五零九二三一九七二零一一七幺零四六", "identityCard:四五零九二三一九七二零一一七幺零四六!"),
    ("电话幺七七零七七五零零二九，", "mobile:幺七七零七七五零零二九"),
    ("手机幺三九，一二三四，五六七八", "mobile:幺三九，一二三四，五六七八"),
    ("二零二四年五月十四号上午", ""),
  ])
  func findsSpokenNumbers(text: String, expected: String) {
    #expect(Self.found(text, spoken: true) == expected)
  }

  @Test func validatorsSayWhatIsWrong() {
    #expect(IdentityCard.validate("360426199101010071") == nil)
    #expect(IdentityCard.validate("360426199101010072")?.contains("校验位") == true)
    #expect(IdentityCard.validate("360426199102290071")?.contains("出生日期") == true)
    #expect(IdentityCard.validate("T60426199101010078")?.contains("数字") == true)
    #expect(IdentityCard.validate("36042619910101007")?.contains("17位") == true)
    #expect(CreditCode.validate("91110000600037341N")?.contains("校验位") == true)
    #expect(PhoneNumber.validate("0571-88886666") == nil)
    #expect(PhoneNumber.validate("400-810-1234") == nil)
    #expect(PhoneNumber.validate("12345678901") != nil)
    #expect(BankCard.validate("4111 1111 1111 1112")?.contains("校验位") == true)
    #expect(VehiclePlate.validate("鲁NI2345") != nil || VehiclePlate.validate("鲁N12345") == nil)
    #expect(EmailAddress.validate("a@b.cn") == nil)
    #expect(EmailAddress.validate("a@b") != nil)
    #expect(CaseNumber.validate("（2023）鲁1402民初123号") == nil)
    #expect(CaseNumber.validate("（2023）鲁140民初123号") != nil)
    #expect(CaseNumber.validate("（2023）鲁1402民出123号")?.contains("民出") == true)
  }

  @Test func caseNumbersComeBackInTheCourtsForm() {
    let read = CaseNumber.read(Array("(２０２３) 鲁１４０２民初１２３号之一".utf8), at: 0)
    #expect(read?.number.text == "（2023）鲁1402民初123号之一")
    #expect(read?.number.court?.level == .basic)
    let old = CaseNumber.read(Array("（2015）济民一初字第21号".utf8), at: 0)
    #expect(old?.number.text == "（2015）济民一初字第21号")
  }

  @Test func everyCheckDigitIsTheOnlyOneThatHolds() {
    let base = Array("36042619910101007".utf8)
    let holding = Array("0123456789X".utf8).filter { IdentityCard.hasValidCheck(base + [$0]) }
    #expect(holding == [IdentityCard.expectedCheck(base)])
  }

  @Test func hostileTextNeitherTrapsNorTakesLong() {
    for unit in ["1 ", "（2023）", "@", "a@", "鲁A", "1-", "（２０２３）鲁", "9", "京", "号之", "\u{FFFD}"] {
      _ = Self.found(String(repeating: unit, count: 20_000), spoken: true)
    }
  }

  @Test func agreesWithThePublicTestNumbers() throws {
    guard let url = FixtureLines.shared("data/values/stdnum_cn-dev.jsonl") else { return }
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let row = try JSONNode.parse(Array(line.utf8))
      let text = row["text"]?.string ?? ""
      let problem = row["kind"]?.string == "uscc" ? CreditCode.validate(text) : IdentityCard.validate(text)
      #expect((problem == nil) == (row["valid"]?.bool ?? true), "\(text) \(problem ?? "")")
    }
  }
}
