import TextCore

/// Finds figures that a party sets against those of the other side: 只认150元一天, 最多45万元, 不是7月底，是9月底.
///
/// What is contested is what the other side has just said: the one element to which a value of that kind was given. The
/// figure itself is no value of the element, for it may be part of a reckoning.
struct CounterReader {
  private let bytes: [UInt8]
  private let slots: [String: SlotKind]

  /// A figure set against the value of an element.
  struct Counter {
    let element: String
    let range: Range<Int>
  }

  init(_ bytes: [UInt8], _ elements: [Element]) {
    self.bytes = bytes
    let kinds: Set<SlotKind> = [.money, .date, .rate, .percent, .number, .period]
    slots = Dictionary(
      elements.compactMap { element in
        element.type.slot.flatMap { kinds.contains($0) ? (element.id, $0) : nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures in the first sentences of a speech that contest `theirs`, the values just given by the other side.
  func counters(to theirs: [Statement], in speaker: Speaker) -> [Counter] {
    guard !theirs.isEmpty else { return [] }
    let sentences = SentenceSplitter.sentences(bytes, speaker.turn.speech).prefix(Self.opening)
    return sentences.flatMap { sentence -> [Counter] in
      guard !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Self.question) else { return [] }
      let table = SlotTable(bytes, bounds: sentence, context: speaker.context)
      return clauses(sentence).filter { Self.cues.occur(bytes, in: $0) }.compactMap {
        counter($0, theirs, table)
      }
    }
  }

  private func counter(_ clause: Range<Int>, _ theirs: [Statement], _ table: SlotTable) -> Counter? {
    for kind in Set(slots.values).sorted(by: { $0.index < $1.index }) {
      let own = table.all(kind).filter { clause.contains($0.range.lowerBound) }
      guard let first = own.first else { continue }
      let about = theirs.filter { slots[$0.element] == kind && (kind != .number || sameUnit($0, first)) }
      guard Set(about.map(\.element)).count == 1, let one = about.last,
        !own.contains(where: { $0.value == Self.value(one) })
      else { return nil }
      return Counter(
        element: one.element, range: clause.lowerBound..<max(first.range.upperBound, clause.upperBound))
    }
    return nil
  }

  /// True when the same character follows both: 60天 and 45天, but not 120元.
  private func sameUnit(_ statement: Statement, _ own: SlotMatch) -> Bool {
    statement.value.map { unit($0.upperBound) == unit(own.range.upperBound) } ?? false
  }

  private func unit(_ offset: Int) -> ArraySlice<UInt8> {
    offset < bytes.count
      ? bytes[offset..<min(bytes.count, offset + UTF8Bytes.length(lead: bytes[offset]))] : []
  }

  private static func value(_ statement: Statement) -> String? {
    if case .value(let value) = statement.content { value } else { nil }
  }

  private func clauses(_ sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let end = max(Clause.end(bytes, after: start, to: sentence.upperBound), start)
      found.append(start..<end)
      start = min(end + Self.comma, sentence.upperBound)
    }
    return found
  }

  private static let comma = 3
  private static let opening = 2
  private static let question = Array("？".utf8)
  private static let cues = Cues(ReactionWords.atMost + ["只有", "应当按", "应该按", "只能按", "我们认为", "我方认为", "我看"])
}
