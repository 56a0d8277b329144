import Foundation
import TextCore
import Testing

@testable import Transcript

/// Prints what the cleanup stages do to clean hearings (every proposal is a likely error) and how their removals on raw
/// gold hearings agree with the gold text; asserts only wide limits.
@Suite struct CleanupMeasurementTests {
  static let stages: [any Stage] = [CleanupStage()]
  static let isVerbose = ProcessInfo.processInfo.environment["VERBOSE"] != nil

  @Test func cleanHearingsStayAsTheyAre() throws {
    let files =
      SharedMaterial.files("corpus-hearings", suffix: "-01.txt")
      + SharedMaterial.files("corpus-hearings", suffix: "5.txt")
    let gold = SharedMaterial.files("gold", suffix: "gold.txt")
    let all = Self.isVerbose ? SharedMaterial.files("corpus-hearings", suffix: ".txt") + gold : files + gold
    var (edits, characters, unmarked) = (0, 0, 0)
    for file in all where file.lastPathComponent != "README.md" {
      let text = try String(contentsOf: file, encoding: .utf8)
      characters += text.unicodeScalars.count
      edits += report(SharedMaterial.draft(standard: text), "clean")
      unmarked += report(SharedMaterial.draft(standard: Self.withoutMarks(text)), "unmarked")
    }
    print("cleanup on clean text: \(edits) edits, \(unmarked) without marks, \(characters) characters")
    #expect(edits * 4000 <= characters + 40_000)
  }

  static func withoutMarks(_ text: String) -> String {
    let parts = text.components(separatedBy: "\n\n")
    let lines = parts.dropFirst().joined(separator: "\n\n").split(separator: "\n").map { line in
      let halves = line.split(separator: "：", maxSplits: 1)
      return halves.count < 2
        ? String(line) : halves[0] + "：" + halves[1].filter { !"，。？！、；：“”《》（）".contains($0) }
    }
    return (parts.first ?? "") + "\n\n" + lines.joined(separator: "\n")
  }

  private func report(_ start: Draft, _ kind: String) -> Int {
    var draft = start
    var count = 0
    for stage in Self.stages {
      let edits = stage.edits(in: draft)
      count += edits.count
      if Self.isVerbose {
        for edit in edits { print("\(kind)\t\(edit.rule)\t\(Self.context(draft.text, edit.span))") }
      }
      draft.apply(edits)
    }
    return count
  }

  static func context(_ text: TracedText, _ span: Span<Working>) -> String {
    let bytes = text.bytes
    var start = max(0, span.start - 30)
    while start > 0, UTF8Bytes.isContinuation(bytes[start]) { start -= 1 }
    var end = min(bytes.count, span.end + 30)
    while end < bytes.count, UTF8Bytes.isContinuation(bytes[end]) { end += 1 }
    let before = String(decoding: bytes[start..<span.start], as: UTF8.self)
    let after = String(decoding: bytes[span.end..<end], as: UTF8.self)
    return (before + "[" + text.string(span) + "]" + after).replacingOccurrences(of: "\n", with: "/")
  }

  @Test(arguments: [0, 1]) func goldRemovals(parity: Int) throws {
    var rows: [String: (right: Int, wrong: Int)] = [:]
    var (wanted, found) = (0, 0)
    for folder in Set(
      SharedMaterial.files("gold", suffix: "case.json").map { $0.deletingLastPathComponent() })
    {
      guard let number = Int(folder.lastPathComponent.suffix(2)), number % 2 == parity else { continue }
      let info = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appendingPathComponent("case.json")))
      let form = (info as? [String: Any])?["form"] as? String ?? ""
      let gold = try String(contentsOf: folder.appendingPathComponent("gold.txt"), encoding: .utf8)
      var draft = SharedMaterial.draft(SharedMaterial.rawSpeeches(folder, form: form))
      let raw = draft
      for stage in Self.stages { draft.run(stage) }
      let score = Agreement(raw: raw, cleaned: draft, gold: SharedMaterial.draft(standard: gold))
      wanted += score.wanted
      found += score.found
      for (rule, isRight, context) in score.edits {
        rows[rule, default: (0, 0)].right += isRight ? 1 : 0
        rows[rule, default: (0, 0)].wrong += isRight ? 0 : 1
        if Self.isVerbose, !isRight, parity == 0 { print("wrong\t\(rule)\t\(form)\t\(context)") }
      }
      if Self.isVerbose, parity == 0 { for miss in score.misses { print("miss\t\(form)\t\(miss)") } }
    }
    guard wanted > 0 else { return }
    print(
      "cleanup on gold, \(parity == 0 ? "even" : "odd") cases: \(found) of \(wanted) removable characters found"
    )
    for (rule, row) in rows.sorted(by: { $0.key < $1.key }) {
      print("  \(rule): \(row.right) right, \(row.wrong) wrong")
    }
  }
}

/// Removals of the stages against the deletions of an alignment of raw and gold text.
struct Agreement {
  var (wanted, found) = (0, 0)
  var edits: [(rule: String, isRight: Bool, context: String)] = []
  var misses: [String] = []

  init(raw: Draft, cleaned: Draft, gold: Draft) {
    let (source, places) = Self.content(raw)
    let target = Self.content(gold).0
    var isDeleted = [Bool](repeating: false, count: source.count)
    for change in target.difference(from: source) {
      if case .remove(let offset, _, _) = change { isDeleted[offset] = true }
    }
    var isRemoved = [Bool](repeating: false, count: source.count)
    for record in cleaned.text.records {
      let range = places.firstIndex { $0 >= record.source.start } ?? places.count
      let end = places.firstIndex { $0 >= record.source.end } ?? places.count
      guard range < end else { continue }
      for index in range..<end { isRemoved[index] = true }
      let window = max(0, range - (end - range) - 1)..<min(source.count, end + (end - range) + 1)
      let isRight = window.filter { isDeleted[$0] }.count >= end - range
      let span = Span<Working>(record.source.start, record.source.end)
      edits.append((record.rule, isRight, CleanupMeasurementTests.context(raw.text, span)))
    }
    for index in source.indices where isDeleted[index] && Self.removable.contains(source[index]) {
      wanted += 1
      let near = max(0, index - 3)..<min(source.count, index + 4)
      if near.contains(where: { isRemoved[$0] }) {
        found += 1
      } else {
        let span = Span<Working>(
          places[index], places[index] + UTF8Bytes.length(lead: raw.text.bytes[places[index]]))
        misses.append(CleanupMeasurementTests.context(raw.text, span))
      }
    }
  }

  private static let removable = Set("嗯呃啊哦哎唉呐那个这就是说然后的话对吧我你他她不没有".unicodeScalars)

  private static func content(_ draft: Draft) -> ([Unicode.Scalar], [Int]) {
    var (scalars, places): ([Unicode.Scalar], [Int]) = ([], [])
    for turn in draft.turns {
      var offset = turn.speech.start
      for scalar in draft.string(turn).unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          scalars.append(scalar)
          places.append(offset)
        }
        offset += UTF8.width(scalar)
      }
    }
    return (scalars, places)
  }
}
