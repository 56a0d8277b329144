import TextCore

/// Sets the marks of one speech.
struct SpeechMarking {
  let bytes: [UInt8]
  let content: SpeechContent
  let setting: SpeechSetting
  let evidence: MarkEvidence

  /// Decides every gap and appends an edit for each that changes, in order.
  func appendEdits(scorer: any BoundaryScorer, joints: Set<Int>, to edits: inout [Edit]) {
    let (choice, titles) = marks(scorer: scorer, joints: joints)
    appendChanges(choice, Wrappers(titles), to: &edits)
  }

  /// The marks that should stand, and the titles to set off.
  func marks(
    scorer: any BoundaryScorer, joints: Set<Int>
  ) -> (choice: MarkDecoder.Choice, titles: [BookTitles.Title]) {
    let scores = scorer.scores(content.scalars, setting)
    var choice = MarkDecoder(evidence: evidence, isTyped: evidence.isTyped)
      .choose(content, scores, joints: joints)
    let titles = BookTitles.find(bytes, content)
    for title in titles { for index in title.first..<title.last { choice.marks[index] = .none } }
    TurnEnd(content: content, setting: setting).decide(scores[content.count - 1], &choice)
    return (choice, titles)
  }

  private func appendChanges(_ choice: MarkDecoder.Choice, _ wrappers: Wrappers, to edits: inout [Edit]) {
    for index in -1..<content.count {
      let gap = content.gap(index)
      let mark = index < 0 ? .none : choice.marks[index]
      let (close, open) = (wrappers.close[index], wrappers.open[index + 1])
      if gap.isEmpty && mark == .none && close == nil && open == nil { continue }
      guard let new = GapText(bytes, gap).changed(to: mark, close: close, open: open),
        !new.elementsEqual(bytes[gap])
      else { continue }
      let before = index < 0 ? .none : content.marks[index]
      let rule = Self.rule(mark, before, hasTitle: close != nil || open != nil)
      let confidence = index < 0 ? 1 : choice.confidence[index]
      edits.append(Edit(rule, Span(gap.lowerBound, gap.upperBound), new, confidence: confidence))
    }
  }

  private static func rule(_ mark: Mark, _ before: Mark, hasTitle: Bool) -> String {
    if hasTitle { return "punctuation.bookTitle" }
    if mark == before || mark == .none { return "punctuation.repair" }
    return rules[Int(mark.rawValue)]
  }

  private static let rules = [
    "punctuation.repair", "punctuation.comma", "punctuation.stop", "punctuation.question",
    "punctuation.enumeration",
    "punctuation.semicolon", "punctuation.colon", "punctuation.exclamation",
  ]
}

/// Title marks to add, by scalar.
private struct Wrappers {
  var close: [Int: UInt32] = [:]
  var open: [Int: UInt32] = [:]

  init(_ titles: [BookTitles.Title]) {
    for title in titles {
      open[title.first] = 0x300A
      close[title.last] = 0x300B
    }
  }
}
