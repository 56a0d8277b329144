import TextCore

/// Finds values of the other side that a party repeats: the same value said by both is agreed without 认可 (facts
/// annotation, rule 4).
///
/// Only values that hardly meet by chance count: amounts and numbers of three digits or more, dates with month and day.
/// A place where a rule read a value of the party's own says something else.
struct EchoReader {
  private let bytes: [UInt8]
  private let stances: StanceReader

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    stances = StanceReader(bytes)
  }

  /// A value of the other side, said again.
  struct Echo {
    let element: String
    let range: Range<Int>
  }

  /// Values looked for in one speech; a hearing has few, and only the latest are compared.
  private static let most = 60
  private static let digits = 3
  private static let year = Cues(["年"])
  private static let month = Cues(["月"])
  private static let day = Cues(["日"])

  /// The values among `theirs` that `speech` repeats as its own words; `own` is what was already read there.
  func echoes(of theirs: ArraySlice<Statement>, in speaker: Speaker, own: [Statement]) -> [Echo] {
    let taken = own.compactMap(\.value)
    return echoes(of: theirs, in: speaker.turn.speech) { range in
      guard !taken.contains(where: range.overlaps) else { return false }
      let sentence = SentenceSplitter.sentence(around: range, bytes, in: speaker.turn.speech)
      let stance = stances.stance(
        of: range, in: sentence, by: speaker.turn.side, tellsOfNegation: false, value: range)
      return stance == .affirmed
    }
  }

  /// The values among `theirs` that a question of the court puts to the other side.
  func echoes(of theirs: ArraySlice<Statement>, asked question: Range<Int>) -> [Echo] {
    echoes(of: theirs, in: question) { _ in true }
  }

  private func echoes(
    of theirs: ArraySlice<Statement>, in range: Range<Int>, where counts: (Range<Int>) -> Bool
  ) -> [Echo] {
    theirs.suffix(Self.most).compactMap { statement in
      guard let value = statement.value, let words = distinctive(value) else { return nil }
      return place(of: words, in: range, where: counts).map { Echo(element: statement.element, range: $0) }
    }
  }

  private func place(of words: [UInt8], in text: Range<Int>, where counts: (Range<Int>) -> Bool) -> Range<
    Int
  >? {
    var offset = text.lowerBound
    while offset + words.count <= text.upperBound {
      let range = offset..<offset + words.count
      if UTF8Bytes.hasPrefix(bytes, offset, words), isWhole(range), counts(range) { return range }
      offset += UTF8Bytes.length(lead: bytes[offset])
    }
    return nil
  }

  /// The words by which a value is known again: without the year of a date, which is seldom said twice.
  private func distinctive(_ value: Range<Int>) -> [UInt8]? {
    guard let year = Self.year.first(bytes, in: value) else {
      return bytes[value].count(where: Self.isDigit) >= Self.digits ? Array(bytes[value]) : nil
    }
    let rest = year + 3..<value.upperBound
    let isDay =
      Self.month.occur(bytes, in: rest)
      && Self.day.length(bytes, before: rest.upperBound, from: rest.lowerBound) != nil
    return isDay ? Array(bytes[rest]) : nil
  }

  /// True when no digit goes on to either side.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    return !Self.isDigit(before) && before != 0x2E && !Self.isDigit(after) && after != 0x2E
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
