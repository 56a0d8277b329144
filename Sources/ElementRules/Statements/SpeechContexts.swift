import ChineseText
import TextCore

/// The context of each speaker of a hearing, made once for each party, with the dates that were said before.
struct SpeechContexts {
  private let hearing: Hearing
  private var made: [String: SpeechContext] = [:]
  private var said = SaidDates()

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// The context in which the words of a speech are read.
  mutating func context(of turn: Hearing.Turn) -> SpeechContext {
    var context = made[turn.by] ?? SpeechContext(people: hearing.parties.people(for: turn), day: hearing.day)
    made[turn.by] = context
    context.said = said
    return context
  }

  /// Keeps the dates of a speech that was heard.
  mutating func hear(_ turn: Hearing.Turn) { said.add(dates(turn.speech)) }

  /// Dates that others may take their year from; most speeches have none.
  private func dates(_ speech: Range<Int>) -> [PartialDate] {
    let bytes = hearing.source.bytes
    guard Self.marks.occur(bytes, in: speech) else { return [] }
    var context = SpeechContext(day: hearing.day)
    context.said = said
    let reader = SlotReader(bytes, end: speech.upperBound, context: context)
    return reader.dates(at: SlotStarts(reader, from: speech.lowerBound)).filter(\.isAnchor).map(\.date)
  }

  /// One of them stands in every date.
  private static let marks = Cues(["年", "月", "日", "号"])
}
