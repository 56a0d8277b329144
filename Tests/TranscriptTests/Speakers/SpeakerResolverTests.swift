import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct SpeakerResolverTests {
  private func labels(
    _ text: String, _ form: TranscriptForm, _ people: [(String, String)] = [],
    model: SpeakerModel? = ShippedModels.speakers
  ) -> [String] {
    var (draft, found, _) = TranscriptReading.draft(
      SourceText(name: "t", bytes: Array(text.utf8)), form: form)
    let file =
      people.isEmpty ? nil : CaseFile(participants: people.map { Participant(label: $0.0, name: $0.1) })
    _ = SpeakerResolver.resolve(draft: &draft, caseFile: file, form: found, model: model)
    return draft.turns.map { draft.speakers[$0.speaker].label }
  }

  @Test func shorthandBecomesCanonical() {
    let text = "审：现在开庭。\n原：好。\n被代：没有意见。\n书：请肃静。\n审：继续。\n"
    #expect(labels(text, .typed) == ["审判员", "原告", "被告代理人", "书记员", "审判员"])
  }

  @Test func judgeIsPresidingWherePanelHasOne() {
    let text = "审：本案由审判员王芳担任审判长，与人民陪审员李强组成合议庭。\n原：好。\n审：继续。\n"
    #expect(labels(text, .typed) == ["审判长", "原告", "审判长"])
  }

  @Test func anonymousVoicesGetRoles() {
    let text = """
      发言人1 00:00:01
      现在开庭，先核对身份，原告

      发言人2 00:00:05
      我叫周兰英，女，汉族，1970年3月2日出生，住城关镇

      发言人1 00:00:12
      被告

      发言人3 00:00:14
      我叫杜建国，男，汉族，1968年出生

      发言人1 00:00:20
      原告陈述诉讼请求

      发言人2 00:00:23
      请求判令被告归还借款五万元，诉讼费由被告承担

      发言人1 00:00:30
      被告答辩

      发言人3 00:00:33
      我不同意，钱我已经还清了

      """
    let roles = labels(text, .diarized)
    #expect(roles == ["审判员", "原告", "审判员", "被告", "审判员", "原告", "审判员", "被告"])
  }

  /// Without a model what is said outright still counts, and speech that nobody is named for stays whole.
  @Test func namesCountWithoutModel() {
    let text = "发言人1 00:00:01\n现在开庭，传原告代理人\n\n发言人2 00:00:05\n我是原告代理人冯雪，特别授权\n\n"
    #expect(labels(text, .diarized, model: nil).last == "原告代理人")
    #expect(labels("现在开庭。我没有意见。\n被告你说。\n", .plain, model: nil) == ["", ""])
  }

  @Test func anExpertOutsideTheCaseFileIsNoParty() {
    let text = """
      发言人1 00:00:01
      现在开庭，原告代理人是哪位

      发言人2 00:00:05
      我是原告吴桂英的代理人，北京信和律师事务所律师，特别授权

      发言人1 00:00:12
      被告

      发言人3 00:00:14
      我叫杜建国，男，汉族，1968年出生

      发言人1 00:00:20
      请鉴定人到庭，鉴定人说明鉴定的过程

      发言人4 00:00:23
      我是市司法鉴定中心的鉴定人，检材是法院送检的，鉴定意见为十级伤残

      发言人2 00:00:40
      请问鉴定人，活动度是怎么测的

      发言人4 00:00:44
      用量角器测的，左右对比

      """
    let people = [("审判员", "李明"), ("原告", "吴桂英"), ("原告代理人", "周平"), ("被告", "杜建国")]
    let roles = labels(text, .diarized, people)
    #expect(roles == ["审判员", "原告代理人", "审判员", "被告", "审判员", "鉴定人", "原告代理人", "鉴定人"])
  }

  @Test func idsBesideRolesStay() {
    let roles = labels("审判员：现在开庭。\n发言人2：真实性没有异议。\n审判员：好，休庭。\n", .channel)
    #expect(roles == ["审判员", "发言人2", "审判员"])
  }

  @Test func voicesWithoutEvidenceStay() {
    let roles = labels("发言人1 00:00:01\n今天天气不错\n\n发言人2 00:00:03\n是的\n\n发言人3 00:00:05\n好\n", .diarized)
    #expect(roles.count == 3)
    #expect(roles.contains("发言人2") || roles.contains("发言人3"))
  }

  @Test func plainSpeechIsCutInsideLines() {
    let roles = labels("现在开庭双方是否申请回避不申请\n被告呢不申请\n", .plain)
    #expect(roles.count >= 3)
    #expect(roles.first == "审判员")
  }

  @Test func whatNobodyClearlySaysHasNoRole() {
    let knowsNothing = SpeakerModel(roles: RoleModel(), scorer: BayesScorer(), signature: "")
    let roles = labels("现在开庭双方是否申请回避不申请\n", .plain, model: knowsNothing)
    #expect(Set(roles) == ["发言人X"])
    #expect(labels("发言人X：我不申请。\n审判员：好，休庭。\n", .channel) == ["发言人X", "审判员"])
  }

  @Test func hostileSizesStayLinear() {
    let many = (0..<20_000).map { "发言人\($0) 00:00:01\n好\n" }.joined(separator: "\n")
    #expect(!labels(many, .diarized).isEmpty)
  }
}

@Suite struct AssignmentTests {
  /// All assignments of small matrices, by trying each.
  @Test func bestEqualsTryingAll() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let rows = 1 + random.below(4)
      let columns = rows + random.below(3)
      let values = (0..<rows).map { _ in (0..<columns).map { _ in Float(random.below(20)) } }
      #expect(Assignment.total(values, Assignment.best(values)) == tryAll(values, 0, []))
    }
  }

  private func tryAll(_ values: [[Float]], _ row: Int, _ taken: Set<Int>) -> Float {
    guard row < values.count else { return 0 }
    return values[row].indices.filter { !taken.contains($0) }.map {
      values[row][$0] + tryAll(values, row + 1, taken.union([$0]))
    }.max() ?? 0
  }
}
