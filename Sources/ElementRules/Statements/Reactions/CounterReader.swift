import ChineseText
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
    slots = elements.slots(of: Set(SlotKind.figures))
  }

  /// The figures in the first sentences of a speech that contest `theirs`, the values just given by the other side or, if
  /// `isAsked`, put to the party: there 认2万元 sets one against them too.
  func counters(to theirs: [Statement], in speaker: Speaker, isAsked: Bool) -> [Counter] {
    guard !theirs.isEmpty else { return [] }
    let sentences = SentenceSplitter.sentences(bytes, speaker.turn.speech).prefix(Self.opening)
    return sentences.flatMap { sentence -> [Counter] in
      guard !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Self.question) else { return [] }
      let table = SlotTable(bytes, bounds: sentence, context: speaker.context)
      return clauses(sentence).filter { (isAsked ? Self.answers : Self.cues).occur(bytes, in: $0) }.compactMap
      {
        counter($0, theirs, table)
      }
    }
  }

  private func counter(_ clause: Range<Int>, _ theirs: [Statement], _ table: SlotTable) -> Counter? {
    let own = figures(clause, table)
    guard let first = own.first else { return nil }
    let about = theirs.filter {
      slots[$0.element] == first.kind && (first.kind != .number || counts($0, as: first))
    }
    guard Set(about.map(\.element)).count == 1, let one = about.last,
      !own.contains(where: { $0.value == one.stated })
    else { return nil }
    return Counter(element: one.element, range: clause)
  }

  /// A figure of a clause; without a value when it is only a limit: 最多45000元.
  private struct Figure {
    let kind: SlotKind
    let end: Int
    let value: String?
  }

  /// The figures of the first kind that the clause names, else the limit.
  private func figures(_ clause: Range<Int>, _ table: SlotTable) -> [Figure] {
    for kind in SlotKind.figures {
      let own = table.all(kind).filter { clause.contains($0.range.lowerBound) }
      guard own.isEmpty else {
        return own.map { Figure(kind: kind, end: $0.range.upperBound, value: $0.value) }
      }
    }
    guard let start = clause.first(where: { (0x30...0x39).contains(bytes[$0]) }),
      let numeral = Numeral.read(bytes, at: start, end: clause.upperBound)
    else { return [] }
    let kind: SlotKind =
      Self.coins.length(bytes, at: numeral.end, to: clause.upperBound) == nil ? .number : .money
    return [Figure(kind: kind, end: numeral.end, value: nil)]
  }

  private static let coins = Cues(["元", "块"])

  private func counts(_ statement: Statement, as own: Figure) -> Bool {
    statement.value.map { FigureUnit.agree($0.upperBound, own.end, bytes) } ?? false
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
  private static let words = ReactionWords.atMost + ["只有", "应当按", "应该按", "只能按", "我们认为", "我方认为", "我看"]
  private static let cues = Cues(words)
  private static let answers = Cues(words + ["认"])
}
