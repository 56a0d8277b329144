import TextCore

/// Sets the marks of one speech.
struct SpeechMarking {
  let bytes: [UInt8]
  let content: SpeechContent
  let setting: SpeechSetting
  let evidence: MarkEvidence
  /// Names that no mark may cut.
  var names = WholeWords.none

  /// Decides every gap and appends an edit for each that changes, in order.
  func appendEdits(scorer: any BoundaryScorer, joints: Set<Int>, to edits: inout [Edit]) {
    let (choice, titles) = marks(scorer: scorer, joints: joints)
    appendChanges(choice, Wrappers(titles), to: &edits)
  }

  /// Scalars scored at a time: a speech of many megabytes must not take many times its size in scores.
  private static let stretch = 1 << 15

  /// The marks that should stand, and the titles to set off.
  func marks(
    scorer: any BoundaryScorer, joints: Set<Int>
  ) -> (choice: MarkDecoder.Choice, titles: [BookTitles.Title]) {
    let decoder = MarkDecoder(evidence: evidence, isTyped: evidence.isTyped)
    var fixed = FixedGaps.find(content.scalars)
    names.mark(content.scalars, &fixed)
    NumberEdges(content.scalars).keepApproximations(content.marks, &fixed)
    var choice = MarkDecoder.Choice(content)
    decoder.clear(fixed, joints, &choice)
    var end = BoundaryScores.zero
    for start in stride(from: 0, to: content.count, by: Self.stretch) {
      let range = start..<min(start + Self.stretch, content.count)
      let scores = scorer.scores(Array(content.scalars[range]), setting)
      decoder.choose(range, scores, fixed: fixed, joints: joints, &choice)
      end = scores[scores.count - 1]
    }
    let titles = BookTitles.find(bytes, content)
    for title in titles {
      let reach = title.last + (followsArticle(title.last) ? 1 : 0)
      let isLed = TitleLead.stands(before: title.first, content.scalars, choice.marks)
      for index in (isLed ? title.first - 1 : title.first)..<reach where content.marks[index] == .none {
        choice.marks[index] = .none
      }
    }
    QuestionCue.closeQuestions(content, setting.voice, &choice)
    NumberEdges(content.scalars).decide(&choice)
    ListStructure(content.scalars).decide(&choice)
    TurnEnd(content: content, evidence: evidence, setting: setting).decide(end, &choice)
    return (choice, titles)
  }

  /// 《民法典》第…: the article belongs to the title.
  private func followsArticle(_ last: Int) -> Bool {
    last + 1 < content.count && content.scalars[last + 1] == 0x7B2C
  }

  private func appendChanges(_ choice: MarkDecoder.Choice, _ wrappers: Wrappers, to edits: inout [Edit]) {
    for index in -1..<content.count {
      let gap = content.gap(index)
      let mark = index < 0 ? .none : choice.marks[index]
      if gap.isEmpty && mark == .none && wrappers.isEmpty { continue }
      let (close, open) = wrappers.isEmpty ? (nil, nil) : (wrappers.close[index], wrappers.open[index + 1])
      if gap.isEmpty && mark == .none && close == nil && open == nil { continue }
      guard let new = GapText(bytes, gap).changed(to: mark, close: close, open: open),
        !new.elementsEqual(bytes[gap])
      else { continue }
      let before = index < 0 ? .none : content.marks[index]
      let rule = Self.rule(mark, before, hasTitle: close != nil || open != nil)
      let percent = index < 0 ? 100 : choice.confidence[index]
      edits.append(Edit(rule, Span(gap.lowerBound, gap.upperBound), new, confidence: Double(percent) / 100))
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
  var isEmpty: Bool { open.isEmpty }

  init(_ titles: [BookTitles.Title]) {
    for title in titles where !title.isMarked {
      open[title.first] = title.isNested ? 0x3008 : 0x300A
      close[title.last] = title.isNested ? 0x3009 : 0x300B
    }
  }
}
