import Documents
import TextCore

/// Writes the text of a hearing as paragraphs, with its changes tracked or without.
struct WordBody {
  /// Where paragraphs go as they end.
  private(set) var package: WordPackage
  private var current = WordParagraph(.field)
  /// The last paragraph that has ended.
  private var ended: WordParagraph?
  private let draft: Draft
  /// Where labels stand in the working text, in order.
  private let labels: [Range<Int>]
  private var nextLabel = 0
  /// Working offset from which lines are turns.
  private let firstTurn: Int

  init(_ draft: Draft, _ package: WordPackage) {
    self.draft = draft
    self.package = package
    let bytes = draft.text.bytes
    labels = draft.turns.map { turn in
      var start = turn.speech.start
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      return start..<turn.speech.start
    }
    firstTurn = labels.first?.lowerBound ?? (draft.header.isEmpty ? 0 : bytes.count)
    current.style = firstTurn == 0 ? .turn : .field
  }

  /// Takes the text as it stands.
  mutating func takeText() { take(working: 0..<draft.text.bytes.count, .none) }

  /// Takes the text with every change tracked.
  mutating func takeChanges() {
    var offset = 0
    for record in draft.text.records {
      take(working: offset..<record.working.start, .none)
      let author = WordRecord.author(EditKind(rawValue: String(record.kind))?.title ?? "")
      take(draft.text.source.bytes[record.source.range], isBold: false, .removed(author: author))
      take(working: record.working.range, .inserted(author: author))
      offset = record.working.end
    }
    take(working: offset..<draft.text.bytes.count, .none)
  }

  /// Ends with the signatures next: the last line stays on their page, for nobody signs a page without text.
  mutating func endBeforeSignatures() {
    ended?.keepsWithNext = true
    pass()
  }

  /// Ends the file.
  mutating func end() {
    pass()
    package.add(current)
  }

  private mutating func pass() {
    if let ended { package.add(ended) }
    ended = nil
  }

  /// Takes a range of the working text, cut where labels begin and end.
  private mutating func take(working range: Range<Int>, _ revision: WordRevision) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      while nextLabel < labels.count, labels[nextLabel].upperBound <= offset { nextLabel += 1 }
      let label = nextLabel < labels.count ? labels[nextLabel] : range.upperBound..<range.upperBound
      let isLabel = label.contains(offset)
      let end = min(range.upperBound, isLabel ? label.upperBound : max(label.lowerBound, offset + 1))
      current.style = offset < firstTurn ? .field : .turn
      take(draft.text.bytes[offset..<end], isBold: isLabel, revision)
      offset = end
    }
  }

  /// Takes text, a paragraph for each line; carriage returns belong to the line ends and are not written.
  private mutating func take(_ text: ArraySlice<UInt8>, isBold: Bool, _ revision: WordRevision) {
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { close(revision) }
      let shown = line.contains(0x0D) ? line.filter { $0 != 0x0D }[...] : line
      if !shown.isEmpty { current.runs.append(WordRun(shown, isBold: isBold, revision: revision)) }
    }
  }

  private mutating func close(_ revision: WordRevision) {
    pass()
    current.mark = revision
    ended = current
    current = WordParagraph(current.style)
  }
}
