import TextCore

/// Finds values of the other side that a party repeats: the same value said by both is agreed without 认可 (facts
/// annotation, rule 4).
///
/// Only values that hardly meet by chance count: amounts and numbers of three digits or more, dates with month and day.
/// A place where a rule read a value of the party's own says something else.
struct EchoReader {
  private let bytes: [UInt8]
  private let stances: StanceReader
  /// Kinds of figures by element.
  private let slots: [String: SlotKind]

  init(_ bytes: [UInt8], _ elements: [Element]) {
    self.bytes = bytes
    stances = StanceReader(bytes)
    slots = elements.slots(of: [.money, .rate, .percent])
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
  private static let day = Cues(["日", "号"])

  /// The values among `theirs` that `speech` repeats as its own words; `own` is what was already read there. What was said
  /// just before may be repeated in other words: 8.4万元 after 84000元, 2月 after 2月9日.
  func echoes(of theirs: ArraySlice<Statement>, in speaker: Speaker, own: [Statement]) -> [Echo] {
    let taken = SortedRanges(own.compactMap(\.value))
    let counts = { (range: Range<Int>) in
      !taken.overlap(range) && self.isOwn(range, speaker)
    }
    let found = echoes(of: theirs, in: speaker.turn.speech, where: counts)
    let known = Set(found.map(\.element))
    let recent = theirs.suffix(Self.most).filter {
      speaker.turn.number - $0.turn <= Self.recent && !known.contains($0.element)
    }
    guard !recent.isEmpty else { return found }
    let table = SlotTable(bytes, bounds: speaker.turn.speech, context: speaker.context)
    return found
      + recent.compactMap { statement in
        place(of: statement, speaker.turn.speech, table, where: counts).map {
          Echo(element: statement.element, range: $0)
        }
      }
  }

  /// True for a value that the speaker gives as true, if it is in the other side's words: 他说的5500元我们没有异议.
  private func isOwn(_ range: Range<Int>, _ speaker: Speaker) -> Bool {
    let sentence = SentenceSplitter.sentence(around: range, bytes, in: speaker.turn.speech)
    let stance = stances.stance(
      of: range, in: sentence, by: speaker.turn.side, tellsOfNegation: false, value: range)
    let isTaken =
      stance == .affirmed
      || stance == .reported && Self.accepts.occur(bytes, in: range.upperBound..<sentence.upperBound)
    return isTaken && !isContested(range, sentence)
  }

  /// Where a value just said stands again, by what it means; what goes on to set it right does not count.
  private func place(
    of statement: Statement, _ speech: Range<Int>, _ table: SlotTable, where counts: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    func isPlain(_ range: Range<Int>) -> Bool { counts(range) && isUnreserved(range, speech) }
    if let kind = slots[statement.element], let value = statement.stated {
      return table.all(kind).first { $0.value == value && isPlain($0.range) }?.range
    }
    guard let value = statement.value, let month = month(value), !namesOther(month, in: speech) else {
      return nil
    }
    return place(of: month, in: speech, where: isPlain)
  }

  /// True when the rest of the sentence does not set it right.
  private func isUnreserved(_ range: Range<Int>, _ speech: Range<Int>) -> Bool {
    let sentence = SentenceSplitter.sentence(around: range, bytes, in: speech)
    return !Self.reservations.occur(bytes, in: range.upperBound..<sentence.upperBound)
  }

  /// The values among `theirs` that a party calls too much: 140元过高.
  func excesses(of theirs: [Statement], in speaker: Speaker) -> [Echo] {
    let speech = speaker.turn.speech
    guard Self.excesses.occur(bytes, in: speech) else { return [] }
    let table = SlotTable(bytes, bounds: speech, context: speaker.context)
    return theirs.suffix(Self.most).compactMap { statement in
      guard let kind = slots[statement.element], let value = statement.stated else {
        return nil
      }
      return table.all(kind).first { $0.value == value && isExcessive($0.range, speech) }.map {
        Echo(element: statement.element, range: $0.range)
      }
    }
  }

  private func isExcessive(_ range: Range<Int>, _ speech: Range<Int>) -> Bool {
    let sentence = SentenceSplitter.sentence(around: range, bytes, in: speech)
    return Self.excesses.occur(
      bytes, in: range.upperBound..<Clause.end(bytes, after: range.upperBound, to: sentence.upperBound))
  }

  /// True when the clause of the figure or one beside it owns to it and neither takes it back: 4170元，我们认.
  func isOwned(_ range: Range<Int>, _ speech: Range<Int>) -> Bool {
    let sentence = SentenceSplitter.sentence(around: range, bytes, in: speech)
    let start = Clause.start(bytes, before: range.lowerBound, from: sentence.lowerBound)
    let end = Clause.end(bytes, after: range.upperBound, to: sentence.upperBound)
    let before = Clause.start(
      bytes, before: max(start - Self.mark, sentence.lowerBound), from: sentence.lowerBound)
    let around =
      before..<Clause.end(bytes, after: min(end + Self.mark, sentence.upperBound), to: sentence.upperBound)
    return Self.owns.occur(bytes, in: around, skipping: Self.views)
      && !Self.disowns.occur(bytes, in: around, skipping: Self.accepts)
  }

  private static let mark = 3
  private static let views = Cues(ReactionWords.views)
  private static let owns = Cues(
    ReactionWords.recognized + ReactionWords.unopposed + ["一分不少", "我们认", "也认", "收到了"])
  private static let disowns = Cues(
    ReactionWords.unrecognized + ReactionWords.excess + ["不认", "不是", "没有", "只认", "最多", "不付", "不给"])

  /// True when the speech names another month, or the year of one.
  private func namesOther(_ month: [UInt8], in speech: Range<Int>) -> Bool {
    var offset = speech.lowerBound
    while let place = Self.month.first(bytes, in: offset..<speech.upperBound) {
      offset = place + 3
      var start = place
      while start > speech.lowerBound, Self.isDigit(bytes[start - 1]) { start -= 1 }
      guard start < place else { continue }
      if !bytes[start..<offset].elementsEqual(month) { return true }
      if Self.year.length(bytes, before: start, from: speech.lowerBound) != nil { return true }
    }
    return false
  }

  private static let reservations = Cues([
    "不是", "不能", "不算", "不该", "不应", "但", "可是", "只是", "另外", "不过", "里头", "里面",
  ])

  /// 2月 of 2024年2月9日.
  private func month(_ value: Range<Int>) -> [UInt8]? {
    guard let end = Self.month.first(bytes, in: value) else { return nil }
    var start = end
    while start > value.lowerBound, Self.isDigit(bytes[start - 1]) { start -= 1 }
    return start < end ? Array(bytes[start..<end + 3]) : nil
  }

  /// Speeches back to what was said just before.
  private static let recent = 2
  private static let accepts = Cues(ReactionWords.unopposed + ReactionWords.recognized)

  /// True for 误工150天偏长 and 哪里有写6000元, which repeat a value to contest it.
  private func isContested(_ value: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let clause =
      Clause.start(
        bytes, before: value.lowerBound, from: sentence.lowerBound)..<Clause.end(
        bytes, after: value.upperBound, to: sentence.upperBound)
    return Self.rhetorical.occur(bytes, in: clause) || Self.excesses.occur(bytes, in: clause)
  }

  private static let rhetorical = Cues(ReactionWords.rhetorical + ReactionWords.rhetoricalDenials)
  private static let excesses = Cues(ReactionWords.excess)

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
    let year = Self.year.first(bytes, in: value)
    let rest = (year.map { $0 + 3 } ?? value.lowerBound)..<value.upperBound
    let isDay =
      Self.month.occur(bytes, in: rest)
      && Self.day.length(bytes, before: rest.upperBound, from: rest.lowerBound) != nil
    if isDay { return Array(bytes[rest]) }
    return year == nil && bytes[value].count(where: Self.isDigit) >= Self.digits ? Array(bytes[value]) : nil
  }

  /// True when no digit goes on to either side.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    return !Self.isDigit(before) && before != 0x2E && !Self.isDigit(after) && after != 0x2E
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
