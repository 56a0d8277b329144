import ChineseText
import TextCore
import Testing

@testable import Transcript

/// No number is read across the place where two segments of one speaker met.
struct NumbersJointTests {
  /// The speeches of a hearing after merging and after the numbers stage.
  static func speeches(_ text: String, _ form: TranscriptForm = .channel) -> [String] {
    var draft = TranscriptReading.draft(SourceText(text), form: form).draft
    draft.mergeTurns()
    StageLaws.check(NumbersStage(), on: draft)
    draft.run(NumbersStage())
    return draft.turns.map(draft.string)
  }

  /// What one speaker says in two segments.
  static func joined(_ first: String, _ second: String) -> String {
    speeches("审判员：还有吗\n被告：\(first)\n被告：\(second)\n审判员：好的").dropFirst().first ?? ""
  }

  /// Where the hearing has a 被告一, that is who is addressed; 万 after the number is a family name when no amount goes
  /// on like that.
  @Test func aPartysNumberEndsBeforeANumber() {
    func asked(_ question: String, _ answers: String) -> String? {
      let source = SourceText("审判员：\(question)\n" + answers)
      var draft = TranscriptReading.draft(source, form: .channel).draft
      _ = SpeakerResolver.resolve(draft: &draft, caseFile: nil, form: .channel, model: nil)
      draft.run(NumbersStage())
      return draft.turns.first.map(draft.string)
    }
    let two = "被告一：是我\n被告二：不是我\n"
    #expect(asked("被告一三万现金谁给的", two) == "被告一3万现金谁给的")
    #expect(asked("被告一三万现金谁给的", "被告：我不记得\n") == "被告一三万现金谁给的")
    #expect(asked("被告二万芳到了没有", two) == "被告二万芳到了没有")
    #expect(asked("被告二万元没有还", two) == "被告2万元没有还")
    #expect(asked("被告二万多块没给", two) == "被告2万多元没给")
  }

  @Test(arguments: [
    ("认五万", "三万块现金我没有拿到过", "认5万 3万元现金我没有拿到过"),
    ("一共三千", "五百是运费", "一共3000 500是运费"),
    ("借了二十万", "五千是利息", "借了20万 5000是利息"),
    ("还了一万二", "三千没还", "还了12000元3000没还"),
    ("二零二三年", "五月六号付的", "2023年5月6日付的"),
    ("是下午三点", "十五个人在场", "是下午3时 15个人在场"),
    ("付了三万", "百分之十是利息", "付了3万 10%是利息"), ("付了三千", "百分之十是利息", "付了3000 10%是利息"),
    ("利息百分之十", "五个人都知道", "利息10%五个人都知道"),
  ])
  func numbersEndAtAJoint(_ first: String, _ second: String, _ expected: String) {
    #expect(Self.joined(first, second) == expected)
  }

  /// A unit or figure after the joint may belong to either side: the number stays as it was said.
  @Test(arguments: [
    ("一共三千", "万元整"), ("还了一百二", "十块我没有"), ("一共三千", "500元"), ("我要一百", "万元"), ("有好几", "十万块呢"),
    ("付了三万", "5000元"), ("付了三万", "十五个人看见"), ("下午三点", "15个人"), ("一百", "万分之五"),
  ])
  func whatMayGoOnStays(_ first: String, _ second: String) {
    #expect(Self.joined(first, second) == first + second)
  }

  @Test(arguments: [
    ("我的手机号是", "一三八零零一三八零零零", "我的手机号是13800138000"),
    ("借款一共", "三万五", "借款一共35000元"), ("我还过", "五万块钱", "我还过5万元"),
  ])
  func wordsBeforeTheJointStillTell(_ first: String, _ second: String, _ expected: String) {
    #expect(Self.joined(first, second) == expected)
  }

  /// A line that the page width cut goes on: its end is no joint.
  @Test func aWrappedLineIsNoJoint() {
    let line = "原告：我方认为被告应当返还的借款本金以及利息和违约金加在一起一共是人民币三十二"
    let text = "审判员：请说\n\(line)\n万五千元，请法院支持\n审判员：好的"
    #expect(Self.speeches(text, .typed).dropFirst().first?.contains("一共是人民币325000元，请") == true)
  }

  /// Every two short pieces keep the laws of stages.
  @Test func everyPairOfPiecesKeepsTheLaws() {
    let pieces = [
      "三", "十", "三百", "五千", "二十万", "一百二", "三万五", "5", "3万", "12元", "三点", "三点五", "百分之五", "万分之五", "二零二三年", "六号",
      "幺三八零零", "块", "毛钱", "个人", "万元", "一亿", "几", "零五", "负三百", "第三", "第十",
    ]
    let pairs = pieces.flatMap { first in pieces.map { "审判员：说\n被告：是\(first)\n被告：\($0)的" } }
    _ = Self.speeches(pairs.joined(separator: "\n"))
  }
}
