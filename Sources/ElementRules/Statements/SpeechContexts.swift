import ChineseText
import TextCore

/// The context of each speaker of a hearing, made once for each party, with the last date that was said.
struct SpeechContexts {
  private let hearing: Hearing
  private var made: [String: SpeechContext] = [:]
  private var said: PartialDate?

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// The context in which the words of a speech are read.
  mutating func context(of turn: Hearing.Turn) -> SpeechContext {
    var context = made[turn.by] ?? SpeechContext(people: hearing.parties.people(for: turn), day: hearing.day)
    made[turn.by] = context
    context.said = said
    return context
  }

  /// Keeps the last date with a year in a speech that was heard.
  mutating func hear(_ turn: Hearing.Turn) {
    let bytes = hearing.source.bytes
    var offset = turn.speech.upperBound - Self.year.count
    while offset >= turn.speech.lowerBound + Self.digits {
      if bytes[offset] == Self.year[0], UTF8Bytes.hasPrefix(bytes, offset, Self.year),
        let date = DateReader.read(bytes, at: offset - Self.digits, end: turn.speech.upperBound)?.value,
        date.year != nil
      {
        said = date
        return
      }
      offset -= 1
    }
  }

  private static let year = Array("年".utf8)
  /// Of a year as it is written: 2023.
  private static let digits = 4
}
