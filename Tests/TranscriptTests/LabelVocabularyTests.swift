import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

struct LabelVocabularyTests {
  static func isRole(_ text: String) -> Bool { LabelVocabulary.isRole(Array(text.utf8), 0..<text.utf8.count) }
  static func mayBe(_ text: String) -> Bool {
    LabelVocabulary.mayBeLabel(Array(text.utf8), 0..<text.utf8.count)
  }

  /// Two implementations against each other: what `RoleShorthand` can resolve, readers must see as a label.
  @Test func everyResolvableShorthandIsALabel() {
    let sides = [
      "原", "被", "三", "上", "被上", "申", "被申", "原告", "被告", "第三人", "上诉人", "被上诉人", "申请人", "被申请人", "被害人", "被告人",
    ]
    let agents = ["", "代", "代理", "代理人", "律师", "委代", "律", "委托诉讼代理人", "法定代表人"]
    let ordinals = ["", "一", "2", "十一"]
    let names = ["", "（李四）"]
    for side in sides {
      for agent in agents {
        for ordinal in ordinals {
          for name in names {
            let forms = [side + ordinal + agent + name, side + agent + ordinal + name]
            for form in forms where RoleShorthand.resolve(form) != nil {
              #expect(Self.isRole(form), "\(form)")
            }
          }
        }
      }
    }
    let officials = "审 审长 长 法 陪 人陪 陪审 助 法助 书 记 公 公诉 检 辩 辩护 证 鉴 鉴定 译 翻 专 专家 旁 辩护人一 证人2"
    for form in officials.split(separator: " ").map(String.init) + CourtRole.allCases.map(\.rawValue) {
      #expect(RoleShorthand.resolve(form) != nil && Self.isRole(form), "\(form)")
    }
  }

  @Test func speechIsNoLabel() {
    for text in ["我说", "他问", "原告认为", "被告辩称", "第一", "证据一", "事实与理由", "1", "借条上写", "原告的意思", "如下", ""] {
      #expect(
        !Self.isRole(text) && (!Self.mayBe(text) || text.hasPrefix("原告") || text.hasPrefix("被告")), "\(text)")
    }
    #expect(!Self.mayBe("原告认为") && !Self.mayBe("被告辩称"))
    #expect(Self.mayBe("王大妈") && Self.mayBe("调解员"))
  }

  /// A transcript in the standard is read turn by turn and laid out without a single change.
  @Test func standardTextStaysAsItIs() {
    let hearings = PhasesTests.hearings()
    if hearings.isEmpty { return print("跳过：没有找到庭审语料") }
    for hearing in hearings {
      var draft = PhasesTests.draft(hearing.text)
      let lines = hearing.text.split(separator: "\n").count
      #expect(draft.turns.count + draft.header.count == lines, "\(hearing.name)")
      let unknown = draft.speakers.filter { $0.role == nil }.map(\.key)
      #expect(unknown.isEmpty, "\(hearing.name) \(unknown)")
      LayoutStage().layOut(&draft)
      let changes = draft.text.records.map { draft.text.before($0) + "→" + draft.text.after($0) }
      #expect(changes.isEmpty || changes == ["→\n"], "\(hearing.name) \(changes.prefix(3))")
      #expect(FormDetector.detect(draft.text.source).form == .channel, "\(hearing.name)")
    }
  }
}
