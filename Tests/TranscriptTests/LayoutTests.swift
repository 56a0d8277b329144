import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

struct LayoutTests {
  static func laidOut(_ text: String, _ stage: LayoutStage = LayoutStage(), roles: [String: CourtRole] = [:])
    -> Draft
  {
    var draft = TranscriptReading.draft(SourceText(text)).draft
    for index in draft.speakers.indices {
      if let role = roles[draft.speakers[index].key] { draft.speakers[index].role = RoleLabel(role) }
    }
    stage.layOut(&draft)
    return draft
  }

  @Test func rightTextMakesNoEdit() {
    let text = "时间：三月\n案号：一号\n\n审判员：开庭。\n原告：好。\n"
    let draft = Self.laidOut(text, roles: ["审判员": .judge, "原告": .plaintiff])
    #expect(draft.text.records.isEmpty)
    #expect(draft.turns.map(draft.string) == ["开庭。", "好。"])
  }

  @Test func everyFormComesOutAlike() throws {
    let forms = [
      "审:开庭\r\n原: 好", "审判员：开庭\n\n原告：好\n", "发言人1 00:00:01\n开庭\n\n发言人2 00:00:02\n好\n",
      "{\"segments\":[{\"text\":\"开庭\",\"spk\":0},{\"text\":\"好\",\"spk\":1}]}",
      "1\n00:00:01,000 --> 00:00:02,000\n审判员：开庭\n\n2\n00:00:02,000 --> 00:00:03,000\n原告：好\n",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 审判员>开庭</v>\n\n00:02.000 --> 00:03.000\n<v 原告>好</v>",
    ]
    let judges = ["审", "审判员", "发言人1", "0"].map { ($0, CourtRole.judge) }
    let plaintiffs = ["原", "原告", "发言人2", "1"].map { ($0, CourtRole.plaintiff) }
    let roles = Dictionary(uniqueKeysWithValues: judges + plaintiffs)
    for form in forms {
      let draft = Self.laidOut(form, roles: roles)
      #expect(draft.text.string == "审判员：开庭\n原告：好\n")
      #expect(draft.turns.map(draft.string) == ["开庭", "好"])
    }
  }

  @Test func knownFieldsAreAddedInOrder() {
    let stage = LayoutStage(known: [("案号", "一号"), ("案由", "离婚纠纷")])
    #expect(Self.laidOut("开庭吧", stage).text.string == "案号：一号\n案由：离婚纠纷\n\n开庭吧\n")
    #expect(
      Self.laidOut("时间:三月\n案由:\n审:开庭\n原:好", stage).text.string
        == "时间：三月\n案号：一号\n案由：离婚纠纷\n\n审：开庭\n原：好\n")
    let draft = Self.laidOut("开庭吧", stage)
    #expect(draft.turns.map(draft.string) == ["开庭吧"])
  }

  @Test func withoutRolesNamesStay() {
    let text = "审:开庭\n原:好"
    let draft = Self.laidOut(text, LayoutStage(usesRoles: false), roles: ["审": .judge])
    #expect(draft.text.string == "审：开庭\n原：好\n")
  }

  @Test func aChangedLabelIsReplacedAsAWhole() {
    let draft = Self.laidOut("审判员：一\n原代：二", roles: ["原代": .plaintiff])
    #expect(draft.text.records.map(draft.text.before) == ["原代", ""])
    #expect(draft.text.records.map(draft.text.after) == ["原告", "\n"])
  }

  @Test func emptyTurnsGo() {
    var draft = TranscriptReading.draft(SourceText("审：一\n原：嗯\n审：二\n")).draft
    draft.apply([Edit("cleanup.filler", draft.turns[1].speech, [])])
    LayoutStage().layOut(&draft)
    #expect(draft.text.string == "审：一\n审：二\n")
    #expect(draft.turns.count == 2)
  }

  @Test func linesKeepTheirCount() {
    var draft = TranscriptReading.lines(SourceText("  一 \r\n\r\n二\n"))
    LayoutStage().layOut(&draft)
    #expect(draft.text.string == "一\n\n二\n")
  }

  @Test(arguments: ReaderTests.names)
  func secondPassChangesNothing(_ name: String) throws {
    let input = try ReaderTests.fixture(name).input
    let once = Self.laidOut(input)
    let again = LayoutStage().edits(in: once)
    #expect(again.isEmpty)
    #expect(try JSONReplay.replay(once) == once.text.string)
  }
}

/// Replays the edits of the JSON output on the source, as another program would.
enum JSONReplay {
  struct Place: Decodable {
    let start: Int
    let end: Int
  }
  struct Line: Decodable {
    let type: String
    let before: String?
    let after: String?
    let text: String?
    let source: Place?
  }

  static func lines(_ draft: Draft) throws -> [Line] {
    var bytes: [UInt8] = []
    JSONLinesWriter.write(Normalized(draft: draft, form: .plain)) { bytes += $0 }
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  static func replay(_ draft: Draft) throws -> String {
    let source = draft.text.source.bytes
    var output: [UInt8] = []
    var done = 0
    for line in try lines(draft) where line.type == "edit" {
      guard let place = line.source, place.start >= done else { return "edits overlap" }
      guard String(decoding: source[place.start..<place.end], as: UTF8.self) == line.before else {
        return "wrong before"
      }
      output += source[done..<place.start]
      output += Array((line.after ?? "").utf8)
      done = place.end
    }
    return String(decoding: output + source[done...], as: UTF8.self)
  }
}
