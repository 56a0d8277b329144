import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct TermsStageTests {
  private func run(_ line: String, _ stage: TermsStage) -> String {
    var draft = SharedMaterial.draft(
      line.components(separatedBy: " / ").map { turn in
        let halves = turn.split(separator: "：", maxSplits: 1, omittingEmptySubsequences: false)
        return (label: String(halves[0]), text: String(halves[1]))
      })
    StageLaws.check(stage, on: draft, "\(line)")
    draft.run(stage)
    return draft.turns.map { draft.speakers[$0.speaker].label + "：" + draft.string($0) }.joined(
      separator: " / ")
  }

  @Test(arguments: Fixtures.lines("terms.txt"))
  func fixture(_ line: Fixtures.Line) {
    #expect(run(line.before, TermsStage()) == line.after)
  }

  /// With the word model, which must not undo or spoil what the lists do.
  @Test(arguments: Fixtures.lines("terms.txt") + Fixtures.lines("words.txt"))
  func fixtureWithModel(_ line: Fixtures.Line) throws {
    let words = try #require(ShippedModels.words)
    #expect(run(line.before, TermsStage(words: words)) == line.after)
  }

  @Test(arguments: [
    ("原：诉被告蒋玉蓝", "原：诉被告蒋玉兰"), ("原：诉被告讲雨岚", "原：诉被告蒋玉兰"), ("被：我叫代国庆", "被：我叫戴国庆"),
    ("审：由审判员甄慧宜独任", "审：由审判员甄慧仪独任"),
    ("原：稻丰园公司", "原：稻丰源公司"), ("被：蒋玉兰和蒋玉蓝", "被：蒋玉兰和蒋玉兰"), ("被：张国庆来了", "被：张国庆来了"), ("被：国庆节", "被：国庆节"),
    ("审：唐欠你说", "审：唐倩你说"), ("审：书记员唐强", "审：书记员唐倩"), ("审：唐强你说", "审：唐强你说"), ("被：我叫翟建国", "被：我叫狄建国"),
  ])
  func names(_ before: String, _ after: String) {
    let file = CaseFile(
      participants: [
        ("被告", "蒋玉兰"), ("被告", "戴国庆"), ("审判员", "甄慧仪"), ("原告", "五常市稻丰源米业有限公司"), ("书记员", "唐倩"), ("证人", "狄建国"),
      ].map { Participant(label: $0.0, name: $0.1) })
    #expect(run(before, TermsStage(caseFile: file)) == after)
    #expect(run(before, TermsStage()) == before)
  }
}

/// Prints how the terms stage does on clean text (every proposal is a likely error), on the public spelling set and on gold.
@Suite struct TermsMeasurementTests {
  private static let isVerbose = ProcessInfo.processInfo.environment["VERBOSE"] != nil

  @Test func cleanHearingsStayAsTheyAre() throws {
    let all = SharedMaterial.files("corpus-hearings", suffix: ".txt").filter {
      $0.lastPathComponent != "README.md"
    }
    let files = Self.isVerbose ? all : all.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    var (edits, characters) = (0, 0)
    let stage = TermsStage(words: ShippedModels.words)
    for file in files + SharedMaterial.files("gold", suffix: "gold.txt") {
      let text = try String(contentsOf: file, encoding: .utf8)
      characters += text.unicodeScalars.count
      for form in [text, CleanupMeasurementTests.withoutMarks(text)] {
        let draft = SharedMaterial.draft(standard: form)
        for edit in stage.edits(in: draft) {
          edits += 1
          print("clean\t\(edit.rule)\t\(Self.show(draft.text, edit))")
        }
      }
    }
    print("terms on clean hearings: \(edits) edits in \(characters) characters, with and without marks")
    #expect(edits * 20_000 <= characters + 200_000)
  }

  @Test func spellingSet() throws {
    guard let folder = SharedMaterial.folder("data/legal-spelling") else { return }
    let text = try String(contentsOf: folder.appendingPathComponent("ecspell-law-dev.jsonl"), encoding: .utf8)
    var (right, wrong, errors, clean, changed) = (0, 0, 0, 0, 0)
    for line in text.split(separator: "\n") {
      guard let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let bad = (item["wrong"] as? String)?.unicodeScalars.map(\.value), let gold = item["right"] as? String
      else { continue }
      let good = gold.unicodeScalars.map(\.value)
      var draft = StageLaws.lines(item["wrong"] as? String ?? "")
      draft.run(TermsStage(words: ShippedModels.words, isHearing: false))
      let mine = draft.text.string.unicodeScalars.map(\.value)
      for index in bad.indices where index < good.count && index < mine.count {
        errors += bad[index] == good[index] ? 0 : 1
        if mine[index] == bad[index] { continue }
        if mine[index] == good[index] { right += 1 } else { wrong += 1 }
        if Self.isVerbose, mine[index] != good[index] {
          print("ecspell wrong\t\(item["wrong"] ?? "") → \(draft.text.string)")
        }
      }
      clean += bad == good ? 1 : 0
      changed += bad == good && mine != bad ? 1 : 0
    }
    print(
      "terms on ecspell-law-dev: \(right) right, \(wrong) wrong of \(errors); \(changed) of \(clean) clean sentences changed"
    )
    #expect(right >= wrong * 9)
    #expect(changed * 100 <= clean)
  }

  @Test(arguments: [0, 1]) func goldTerms(parity: Int) throws {
    var rows: [String: (right: Int, wrong: Int)] = [:]
    for folder in Set(
      SharedMaterial.files("gold", suffix: "case.json").map { $0.deletingLastPathComponent() })
    {
      guard let number = Int(folder.lastPathComponent.suffix(2)), number % 2 == parity else { continue }
      let source = try String(contentsOf: folder.appendingPathComponent("case.json"), encoding: .utf8)
      guard let file = CaseFile.read(SourceText(name: "case.json", source)).file else { continue }
      let gold = try String(contentsOf: folder.appendingPathComponent("gold.txt"), encoding: .utf8)
      let target = gold.filter { !"，。？！、；：“”《》（）\n".contains($0) }
      var draft = SharedMaterial.draft(SharedMaterial.rawSpeeches(folder, form: file.form ?? ""))
      draft.run(CleanupStage())
      let stage = TermsStage(caseFile: file.providedToTool ? file : nil, words: ShippedModels.words)
      for edit in stage.edits(in: draft) {
        let isRight = Self.fits(draft.text, edit, target)
        rows[edit.rule, default: (0, 0)].right += isRight ? 1 : 0
        rows[edit.rule, default: (0, 0)].wrong += isRight ? 0 : 1
        if !isRight, parity == 0 { print("wrong\t\(edit.rule)\t\(Self.show(draft.text, edit))") }
      }
      draft.run(stage)
      if Self.isVerbose, parity == 0 { Self.printMisses(draft, target) }
    }
    guard !rows.isEmpty else { return }
    print("terms on gold, \(parity == 0 ? "even" : "odd") cases, right and wrong:")
    for (rule, row) in rows.sorted(by: { $0.key < $1.key }) { print("  \(rule): \(row.right) \(row.wrong)") }
  }

  /// Right when the gold text holds the new characters with the neighbours on one side.
  private static func fits(_ text: TracedText, _ edit: Edit, _ target: String) -> Bool {
    let after = String(decoding: edit.replacement, as: UTF8.self)
    let scalars = String(decoding: text.bytes, as: UTF8.self)
    let start = scalars.utf8.index(scalars.startIndex, offsetBy: edit.span.start)
    let end = scalars.utf8.index(scalars.startIndex, offsetBy: edit.span.end)
    return target.contains(scalars[..<start].suffix(1) + after)
      || target.contains(after + scalars[end...].prefix(1))
  }

  private static func printMisses(_ draft: Draft, _ target: String) {
    for turn in draft.turns {
      let text = draft.string(turn).filter { !"，。？！、；：“”《》（）,.:;?!()".contains($0) }
      let scalars = Array(text)
      for index in scalars.indices.dropFirst().dropLast() {
        let window = String(scalars[(index - 1)...(index + 1)])
        let isHan = window.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        if isHan, !target.contains(window), target.contains(window.prefix(1)) {
          print("unlike gold\t\(window)")
        }
      }
    }
  }

  static func show(_ text: TracedText, _ edit: Edit) -> String {
    CleanupMeasurementTests.context(text, edit.span) + " → "
      + String(decoding: edit.replacement, as: UTF8.self)
  }
}
