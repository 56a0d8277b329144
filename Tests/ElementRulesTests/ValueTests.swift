import ChineseText
import Foundation
import Testing
import TextCore

@testable import ElementRules

/// Values as they are spoken at a hearing on 2024-05-22: right, or none.
@Suite struct ValueTests {
  /// The values of a kind in the last of some speeches.
  private func values(_ kind: SlotKind, _ speeches: String) -> [String] {
    let text = "时间：2024年5月22日\n" + speeches.components(separatedBy: " / ").joined(separator: "\n")
    let hearing = HearingReader.read(SourceText(text))
    var contexts = SpeechContexts(hearing)
    for turn in hearing.turns.dropLast() { contexts.hear(turn) }
    guard let last = hearing.turns.last else { return [] }
    let table = SlotTable(
      hearing.source.bytes, bounds: last.speech, context: contexts.context(of: last))
    return table.all(kind).map(\.value)
  }

  @Test func table() throws {
    for (left, right) in try FixtureLines.pairs("values.txt") {
      let input = left.components(separatedBy: " :: ")
      let kind = try #require(SlotKind(rawValue: input[0]))
      let found = values(kind, input[1].contains("：") ? input[1] : "原告：" + input[1])
      #expect((found.isEmpty ? "-" : found.joined(separator: " ")) == right, "\(left)")
    }
  }

  /// Born on such a day, how old at the hearing: full years count from the day after the birthday.
  @Test(arguments: [
    ("2016年8月", "7"), ("2016年4月", "8"), ("2016年5月21日", "8"), ("2016年5月22日", "7"), ("2016年5月", "-"),
    ("2016年", "-"),
    ("2025年1月", "-"),
  ])
  func age(_ birth: String, _ years: String) {
    #expect((values(.age, "原告：儿子是\(birth)出生的。").first ?? "-") == years)
  }

  /// The thing itself: without its number, which is another element.
  @Test(arguments: [
    ("涤棉府绸12600米", "涤棉府绸"), ("粉玉八号种子三十袋", "粉玉八号种子"), ("尾号是7742", "7742"), ("三号楼", "三号楼"),
    ("位于河边的砖房", "河边的砖房"),
  ])
  func texts(_ said: String, _ thing: String) {
    #expect(TextValue.trimmed(said) == thing)
  }
}
