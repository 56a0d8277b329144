import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

struct PhasesTests {
  /// A draft whose labels are roles already.
  static func draft(_ text: String) -> Draft {
    var draft = TranscriptReading.draft(SourceText(text), form: .channel).draft
    for index in draft.speakers.indices {
      draft.speakers[index].role = CourtRole.parse(label: draft.speakers[index].key)
    }
    return draft
  }

  static func outline(_ text: String) -> [String] {
    Phases.spans(in: draft(text)).map { "\($0.name) \($0.turns.lowerBound + 1)-\($0.turns.upperBound)" }
  }

  @Test func aWholeHearing() {
    let text = """
      书记员：请大家肃静，现在宣布法庭纪律。
      审判员：现在开庭，核对当事人身份。
      原告：张三，住德州。
      审判员：诉讼权利义务收到了吗？是否申请回避？
      原告：不申请。
      审判员：原告陈述诉讼请求和事实理由。
      原告：请求判令被告还钱。
      审判员：被告答辩。
      被告：不欠。
      审判员：本庭归纳争议焦点是借款是否交付。
      原告：没有异议。
      审判员：现在举证，原告。
      原告：证据一，借条。
      审判员：被告质证。
      被告：真实性认可。
      审判员：法庭辩论，原告。
      原告：综上，请求支持。
      审判员：双方最后陈述。
      原告：坚持诉讼请求。
      审判员：是否愿意调解？
      被告：不愿意。
      审判员：休庭，看笔录签字。
      """
    #expect(
      Self.outline(text) == [
        "准备 1-1", "核对身份 2-3", "权利义务 4-4", "回避 4-5", "诉称 6-7", "答辩 8-9", "争议焦点 10-11", "举证质证 12-15",
        "辩论 16-17", "最后陈述 18-19", "调解 20-21", "宣判 22-22",
      ])
  }

  @Test func aNoticeOfRightsStartsNothingElse() {
    let text = """
      审判员：核对身份，原告。
      原告：张三，身份证在这里。
      审判员：你们的诉讼权利有：申请回避，提出新证据，进行法庭辩论和最后陈述，请求调解。听清了吗？
      原告：听清了。
      审判员：原告宣读起诉状。
      原告：请求判令被告还钱。
      """
    #expect(Self.outline(text) == ["核对身份 1-2", "权利义务 3-4", "诉称 5-6"])
  }

  @Test func nothingWithoutCues() {
    #expect(Self.outline("原告：好。\n被告：好。") == [])
    #expect(Phases.spans(in: Self.draft("")) == [])
  }

  static func hearings() -> [(name: String, text: String)] {
    let shared = ReaderGoldTests.gold.deletingLastPathComponent()
    let corpus = shared.appendingPathComponent("corpus-hearings")
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []).sorted()
      .filter { $0.hasSuffix(".txt") }.map { corpus.appendingPathComponent($0) }
    let gold = ReaderGoldTests.cases.map { ReaderGoldTests.gold.appendingPathComponent($0 + "/gold.txt") }
    return (files + gold).compactMap { url in
      (try? String(contentsOf: url, encoding: .utf8)).map { (url.lastPathComponent, $0) }
    }
  }

  /// Spans cover every turn, in order, and a hearing seldom goes back.
  @Test func hearingsAreCovered() {
    let hearings = Self.hearings()
    if hearings.isEmpty { return print("跳过：没有找到庭审语料") }
    var found: [String: Int] = [:]
    var steps = (forward: 0, backward: 0)
    var marked = 0
    for hearing in hearings {
      let draft = Self.draft(hearing.text)
      let spans = Phases.spans(in: draft)
      if spans.isEmpty { continue }
      marked += 1
      #expect(spans.first?.turns.lowerBound == 0 && spans.last?.turns.upperBound == draft.turns.count)
      for name in Set(spans.map(\.name)) { found[name, default: 0] += 1 }
      for (a, b) in zip(spans, spans.dropFirst()) {
        #expect(a.turns.upperBound >= b.turns.lowerBound, "no gap")
        let (x, y) = (Phases.names.firstIndex(of: a.name) ?? 0, Phases.names.firstIndex(of: b.name) ?? 0)
        if x < y { steps.forward += 1 } else { steps.backward += 1 }
      }
    }
    let table = Phases.names.map { "\($0) \(found[$0, default: 0])" }.joined(separator: " · ")
    print("庭审阶段：\(marked)/\(hearings.count) 份有阶段；\(table)；前进 \(steps.forward)，后退 \(steps.backward)")
    #expect(marked * 10 >= hearings.count * 9)
    #expect(steps.backward * 5 <= steps.forward)
  }
}
