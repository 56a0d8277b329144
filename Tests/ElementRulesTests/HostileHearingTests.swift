import Foundation
import Testing
import TextCore

@testable import ElementRules

/// No text traps, hangs or loses its quotes, whatever is done to it; the rule bases are the project's own.
@Suite struct HostileHearingTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let rules: CompiledRules = {
    let bases = folder.appendingPathComponent("rulebases")
    let names = ["private-lending", "bank-loan"]
    return CompiledRules(
      names.compactMap { name in
        guard
          let text = try? String(contentsOf: bases.appendingPathComponent(name + ".json"), encoding: .utf8)
        else {
          return nil
        }
        return RuleBaseReader.read(SourceText(name: name, text)).file
      })
  }()

  private static let hearing = """
    时间：2024年3月12日
    案号：（2024）鲁1402民初615号
    案由：民间借贷纠纷
    审判员：原告刘大海与被告赵小春、孙立民间借贷纠纷一案，现在开庭。原告陈述诉讼请求。
    原告：请求：1.判令被告一归还借款本金5万元；2.支付利息，月息一分五，从2023年6月2日算到还清为止；3.诉讼费由被告承担。2023年3月18日我转给他5万元，同日他打了借条。
    审判员：被告一，借条是不是你写的？
    被告一：是我写的，但是没有约定利息。如果约定了，我也还不起。
    审判员：请原告举证。
    原告代理人：证据一，借条；证据二、三，转账凭证，证明2023年3月18日转账5万元。
    被告二：证据一、二没有异议，证据三是假的，关联性不认可。原告说的都属实。
    审判员：对本金5万元有没有异议？
    被告一：没有异议。
    证人：我看见他们签的。
    审判员：愿意调解吗？
    原告：给4万就算了。
    """

  /// Bytes cut out, doubled, swapped and replaced at seeded places.
  private static func mutated(_ seed: UInt64) -> [UInt8] {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    var scalars = Array(hearing.unicodeScalars)
    let pieces = Array("：\n？。，没不是有万元一二三2023年月日“”《》（）原告被告\u{301}😀\r\t".unicodeScalars)
    for _ in 0..<(1 + next(12)) {
      let (place, length) = (next(scalars.count), next(20))
      let end = min(scalars.count, place + length)
      switch next(4) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
      case 2: scalars.insert(pieces[next(pieces.count)], at: place)
      default: scalars.insert(contentsOf: scalars[place..<end].reversed(), at: next(scalars.count))
      }
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  @Test func mutations() {
    #expect(Self.rules.entries.count > 100)
    for seed in 0..<80 {
      check(SourceText(name: "\(seed)", bytes: Self.mutated(UInt64(seed))))
    }
  }

  /// Every quote stands in the turn it names, every fact has a quote, and the three forms can be written.
  private func check(_ source: SourceText) {
    let sheet = FactSheet(HearingReader.read(source), rules: Self.rules, calculator: Calculator { $0 })
    for fact in sheet.facts {
      #expect(fact.versions.allSatisfy { !$0.quotes.isEmpty && !$0.by.isEmpty })
      for quote in fact.versions.flatMap(\.quotes) {
        let speech = sheet.hearing.turns[quote.turn - 1].speech
        #expect(speech.lowerBound <= quote.range.lowerBound && quote.range.upperBound <= speech.upperBound)
      }
      #expect((fact.versions.count > 1) == (fact.status == .disputed) || fact.status == .oneSided)
    }
    #expect(!FactSheetJSON.lines(sheet).isEmpty)
    #expect(!FactSheetText.text(sheet).contains("\u{0}"))
    #expect(FactSheetHTML.page(sheet).hasSuffix("</html>\n"))
    let engine = RuleEngine(Self.rules, text: source.bytes)
    for line in 1...max(1, source.lines.count) {
      _ = TaggedLine(engine, source.lines.range(ofLine: line, in: source.bytes))
    }
  }

  /// Numerals without end are no value, and are passed over in one pass.
  @Test(arguments: ["9", "亿", "一百", "1,000", "零"])
  func numeralsWithoutEnd(_ numerals: String) {
    let number = String(repeating: numerals, count: 200_000)
    let text = "原告：我借给他\(number)元，还有借款5万元。\n被告：没有异议。"
    let sheet = FactSheet(HearingReader.read(SourceText(text)), rules: Self.rules)
    #expect(sheet.facts.allSatisfy { $0.versions.allSatisfy { ($0.value ?? "").utf8.count < 200 } })
  }

  /// Only so many people are told apart by names in labels; the rest speak as their role.
  @Test func namesWithoutEnd() {
    let lines = (0..<400).map { "被告（张\(Character(Unicode.Scalar(0x4E00 + $0)!))）：我没有借款4万元。\n" }
    let hearing = HearingReader.read(SourceText(lines.joined()))
    #expect(Set(hearing.turns.map(\.by)).count == 201)
    #expect(hearing.turns.last?.by == "被告")
  }

  /// Long texts without any mark, of one word, of labels alone.
  @Test(arguments: ["借款5万元", "被告：", "没有", "原告说", "是不是", "证据一", "借条我认", "每日按", "2023年3月18日"])
  func repetitions(piece: String) {
    check(SourceText(name: piece, "原告：" + String(repeating: piece, count: 200)))
    check(SourceText(name: piece, String(repeating: "被告（\(piece)）：\(piece)\n", count: 40)))
  }

  /// Thousands of values said by one and repeated by the other: each speech looks at the latest only.
  @Test func manyValuesRepeated() {
    let turns = (0..<3_000).map { "原告：他向我借款\(50_000 + $0)元。\n被告：我拿了\(50_000 + $0)元。\n" }
    let hearing = HearingReader.read(SourceText("时间：2024年3月12日\n" + turns.joined()))
    #expect(hearing.turns.count == 6_000)
    #expect(!FactSheet(hearing, rules: Self.rules).statements.isEmpty)
  }

  /// Thousands of sentences in one speech of the court and in one pleading: each speech is cut into sentences once.
  @Test func oneEndlessSpeech() {
    let told = String(repeating: "双方没有争议，原告主张借款5万元。", count: 3_000)
    let listed = String(repeating: "判令无需支付：一、归还借款5万元；二、利息。", count: 3_000)
    check(SourceText("审判员：\(told)\n原告：诉讼请求：\(listed)\n被告：没有意见。\n"))
  }

  /// Thousands of turns of an interpreter: the party spoken for is looked up once for them all.
  @Test func interpreterWithoutEnd() {
    let turns = (0..<3_000).map { _ in "翻译人员：原告说，他借出去5万元。\n" }
    let hearing = HearingReader.read(SourceText("原告：我听不懂。\n" + turns.joined()))
    #expect(hearing.turns.count == 3_001)
    #expect(Set(hearing.turns.map(\.by)) == ["原告"])
  }

  /// 证据1至99 names 99 in a few bytes; of a speech no more are told apart than a hearing has.
  @Test func spansOfExhibitsAreBounded() {
    let bytes = Array(String(repeating: "证据1至99，借条。", count: 2_000).utf8)
    let references = Exhibit.references(bytes, 0..<bytes.count)
    #expect(references.prefix(3).map(\.number) == [1, 2, 3])
    #expect(references.count < 300)
  }

  /// 但 goes on about the same thing, not about all that was said since.
  @Test func contrastsReachOnlySoFarBack() {
    let bytes = Array(("利息认可" + String(repeating: "，但利息认可", count: 2_000)).utf8)
    let verdicts = TopicVerdict.all(bytes, 0..<bytes.count)
    #expect(verdicts.count == 2_001)
    #expect(verdicts.allSatisfy { $0.range.count < 700 })
  }
}
