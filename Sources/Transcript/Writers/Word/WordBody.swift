import Documents
import TextCore

/// Turns the text of a hearing into paragraphs, with its changes tracked or without.
struct WordBody {
  /// Paragraphs that have ended, and the one that has not.
  var paragraphs: [WordParagraph] { closed + [current] }
  /// Paragraphs that have ended.
  private(set) var closed: [WordParagraph] = []
  private var current = WordParagraph(.field)
  private let draft: Draft
  /// Where labels stand in the working text, in order.
  private let labels: [Range<Int>]
  private var nextLabel = 0
  /// Working offset from which lines are turns.
  private let firstTurn: Int

  init(_ draft: Draft) {
    self.draft = draft
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
    current.mark = revision
    closed.append(current)
    current = WordParagraph(current.style)
  }
}
