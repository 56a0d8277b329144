import Foundation
import TextCore
import Testing

@testable import Transcript

/// The laws every stage must keep, as one reusable check.
enum StageLaws {
  /// Edits stand inside header values and speeches, in order, without overlap, on scalar boundaries; replaying the
  /// records on the source gives the text; a second run changes nothing more.
  static func check(_ stage: some Stage, on draft: Draft, _ comment: Comment? = nil) {
    let edits = stage.edits(in: draft)
    checkPlaces(edits, draft, stage, comment)
    var once = draft
    once.apply(edits)
    #expect(replay(once.text) == once.text.bytes, comment)
    checkOrder(once.text, comment)
    var twice = once
    twice.run(stage)
    #expect(
      twice.text.string == once.text.string, "\(type(of: stage)) changes its own output: \(comment ?? "")")
  }

  /// The output as any client would rebuild it from the records.
  static func replay(_ text: TracedText) -> [UInt8] {
    var output: [UInt8] = []
    var at = 0
    for record in text.records {
      output += text.source.bytes[at..<record.source.start]
      output += text.bytes[record.working.range]
      at = record.source.end
    }
    return output + text.source.bytes[at...]
  }

  /// Every utterance of one text as one turn.
  static func lines(_ text: String) -> Draft {
    TranscriptReading.lines(SourceText(name: "lines", text))
  }

  private static func checkPlaces(_ edits: [Edit], _ draft: Draft, _ stage: some Stage, _ comment: Comment?) {
    let homes = draft.header.map(\.value) + draft.turns.map(\.speech)
    var home = 0
    var end = 0
    for edit in edits {
      #expect(
        edit.span.start >= end, "\(type(of: stage)): edits overlap or are out of order: \(comment ?? "")")
      end = edit.span.end
      while home < homes.count, homes[home].end < edit.span.end { home += 1 }
      #expect(
        home < homes.count && homes[home].contains(edit.span), "\(type(of: stage)) reaches outside speech")
      #expect(edit.rule.hasPrefix(type(of: stage).kind.rawValue + "."), "rule \(edit.rule) lacks its kind")
      #expect((0...1).contains(edit.confidence))
      for offset in [edit.span.start, edit.span.end] where offset < draft.text.bytes.count {
        #expect(!UTF8Bytes.isContinuation(draft.text.bytes[offset]), "\(edit.rule) cuts a scalar")
      }
      #expect(String(validating: edit.replacement, as: UTF8.self) != nil)
    }
  }

  private static func checkOrder(_ text: TracedText, _ comment: Comment?) {
    var end = 0
    for record in text.records {
      #expect(record.source.start >= end, comment)
      end = record.source.end
    }
  }
}

/// Seeded hearings made of the words, numerals, noises and marks that hearings are made of, in any order: what no
/// author would write and every stage must survive.
struct GeneratedSpeech {
  private static let pieces: [String] = [
    "嗯", "呃", "啊", "那个", "这个", "就是", "就是说", "然后", "的话", "对吧", "是吧", "我", "我我", "不", "不不不", "没有",
    "没有异议", "没有意义", "申请回壁", "举正质正", "原告", "被告", "被告人", "原告代理人", "审判长", "第三人", "证人", "借条",
    "二零二三年五月六号", "上午九点半", "一万二", "三万五", "四万三千二百八十六块五毛七", "百分之十五", "千分之三", "万分之五",
    "月息两分", "幺三八零零幺三八零零零", "十几万", "三五天", "七八千块", "第一", "第二", "一", "二", "十", "百", "万", "零", "两",
    "半", "点", "块", "号", "元", "年", "月", "日", "统一", "一起", "万一", "三心二意", "民法典第六百七十五条", "（2023）鲁1402民初123号",
    "12300元", "2023年5月6日", "15%", "9时30分", "1.5", "，", "。", "？", "！", "、", "；", "：", "“", "”", "《", "》", "（",
    "）",
    ",", ".", "?", "!", ":", " ", "\t", "３", "Ａ", "，，", "。。", "[noise]", "<unk>", "【笑声】", "（出示手机）", "吗", "呢",
    "是不是",
    "有没有", "多少", "为什么", "谢谢", "看看", "常常", "𠮷", "é", "e\u{301}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "\u{7}",
    "原告，", "被告。",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func line() -> String {
    let count = Int(next() % 12) + 1
    return (0..<count).map { _ in Self.pieces[Int(next() % UInt64(Self.pieces.count))] }.joined()
  }
}

@Suite struct StageLawTests {
  /// Every stage that works on speech alone, in the order in which they run.
  static let stages: [any Stage] = [
    EncodingStage(), WidthStage(), CleanupStage(), TermsStage(), NumbersStage(),
  ]

  @Test(arguments: stages.indices)
  func lawsHoldOnGeneratedSpeech(_ index: Int) {
    var speech = GeneratedSpeech(seed: 20_261_122)
    let text = (0..<2_000).map { _ in speech.line() }.joined(separator: "\n")
    StageLaws.check(Self.stages[index], on: StageLaws.lines(text), "\(type(of: Self.stages[index]))")
  }
}
