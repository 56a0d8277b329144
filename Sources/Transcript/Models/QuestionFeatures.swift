/// What tells at the end of a sentence whether it asks: its last words, how it and its last clause begin, every word of it,
/// the form that asks, and what follows: inside a speech the next clause, at the end of it the next voice.
///
/// A question word may stand far from the end (请原告说明…哪一天…), and a statement may be a question by its answer alone
/// (这个烟道也是他装的？是他装的。), so that the characters around the end do not suffice. Most of what is known of ends of
/// speeches holds inside them too, so that both are learnt in one table; what differs is learnt twice, alike and apart. Never
/// reads existing marks. The numbers of templates are part of the format.
struct QuestionFeatures {
  /// Bits of a row number.
  static let bits: UInt32 = 18

  /// Scalars of the sentence that are looked at for a form that asks, and those whose words count; the same of the last
  /// clause and of the clause that follows.
  private static let reach = 64
  private static let wordReach = (sentence: 40, clause: 20, next: 12)
  /// Sentences of so few scalars are known as a whole.
  private static let short = 6
  /// Templates with this added are for the inside or the end of a speech alone.
  private static let apart: UInt32 = 100

  /// The active rows, ascending, each once.
  private(set) var rows: [Int] = []

  private let text: QuestionText
  private let walk: SentenceWalk
  private let index: Int
  /// 0 at the end of a speech, 1 inside.
  private let place: UInt32
  private let sentence, clause: ArraySlice<UInt32>
  /// What asks, how far from the end, and whether in the last clause: 0 nothing, 1 before it, 2 in it.
  private var form: UInt32 = 0
  private var distance: UInt32 = 0
  private var asks: UInt32 = 0

  /// Reads the sentence that ends with scalar `index`, where the walk has come to; O(1).
  init(_ text: QuestionText, _ walk: SentenceWalk, at index: Int) {
    self.text = text
    self.walk = walk
    self.index = index
    place = index < text.codes.count - 1 ? 1 : 0
    sentence = text.codes[walk.sentence...index]
    clause = text.codes[walk.clause...index]
    rows.reserveCapacity(160)
    findForm()
    addEnd()
    addBeginnings()
    addWords()
    if place == 1 { addNextClause() } else if let next = text.next { addNextSpeech(next) }
    keepOnce()
  }

  private mutating func findForm() {
    let first = max(walk.sentence, index - Self.reach + 1)
    guard let last = text.forms[first...index].lastIndex(where: { $0 != 0 }) else { return }
    form = text.forms[last]
    asks = last < walk.clause ? 1 : 2
    distance = Self.step(index - last)
  }

  private static func step(_ distance: Int) -> UInt32 {
    switch distance {
    case ...2: 1
    case ...5: 2
    case ...9: 3
    case ...15: 4
    default: 5
    }
  }

  /// The last words.
  private mutating func addEnd() {
    let voice = text.voice
    let (a, b, c) = (code(index), code(index - 1), code(index - 2))
    emitTwice(1, a, b)
    emit(2, a, b, c)
    emitTwice(3, a, voice)
    emitTwice(4, a, b, voice)
    emitTwice(5, a, distance)
    emitTwice(6, a, b, asks)
    emitTwice(7, distance, voice)
    emitTwice(8, form, voice)
    emitTwice(9, form, a)
    let count = text.codes.count
    let size = UInt32(count < 8 ? count : count < 16 ? 8 : count < 32 ? 9 : 10)
    emit(10, size, voice, place)
    emit(11, size, distance, place)
  }

  /// How sentence and clause begin, how long they are.
  private mutating func addBeginnings() {
    let voice = text.voice
    let head = (Self.at(sentence, 0), Self.at(sentence, 1))
    emitTwice(12, head.0, head.1)
    emit(13, head.0, head.1, voice)
    emitTwice(14, head.0, head.1, asks)
    emitTwice(15, head.0, head.1, form)
    let clauseHead = (Self.at(clause, 0), Self.at(clause, 1))
    emit(16, clauseHead.0, clauseHead.1, voice)
    emitTwice(17, clauseHead.0, clauseHead.1, asks)
    emitTwice(18, clauseHead.0, clauseHead.1, form)
    emitTwice(19, UInt32(min(sentence.count, 12) / 2), voice, asks)
    emitTwice(20, UInt32(min(clause.count, 12)), asks)
    if sentence.count <= Self.short { emit(21, Self.whole(sentence), voice) }
  }

  /// Every character and pair of the sentence, wherever it stands.
  private mutating func addWords() {
    let words = sentence.suffix(Self.wordReach.sentence)
    for scalar in words { emit(22, scalar, text.voice) }
    addPairs(23, words)
  }

  private mutating func addPairs(_ template: UInt32, _ words: ArraySlice<UInt32>) {
    for (one, two) in zip(words, words.dropFirst()) { emit(template, one, two) }
  }

  /// What follows inside the speech: how the next clause begins, whether it asks too, how much comes before and after.
  private mutating func addNextClause() {
    let end = walk.clauseEnds[index]
    let next = text.codes[index + 1...end]
    addFollowing(next.prefix(Self.wordReach.next), length: next.count, voice: 9)
    let voice = text.voice
    let (a, b, last) = (code(index + 1), code(index + 2), code(index))
    addPairs(45, clause.suffix(Self.wordReach.clause))
    emit(41, last, a)
    emit(42, last, a, b)
    emit(46, a, b, form)
    let asking = text.forms[index + 1...end].suffix(Self.reach).lastIndex { $0 != 0 }
    let nextForm = asking.map { text.forms[$0] } ?? 0
    let nextAsks: UInt32 = asking == nil ? 0 : 1
    emit(51, nextAsks, asks, voice)
    emit(52, nextForm, form, voice)
    emit(53, asking.map { Self.step(end - $0) } ?? 0, asks, voice)
    emit(55, (end == text.codes.count - 1 ? 2 : 0) | nextAsks, asks, voice)
    addPairs(47, next.prefix(Self.wordReach.next))
    let ahead = UInt32(walk.ahead[index])
    emit(56, UInt32(walk.passed), voice, asks)
    emit(57, ahead, voice, asks)
    emit(58, walk.sentence == 0 ? 1 : 0, voice, asks)
    emit(64, UInt32(walk.before.rawValue), asks, voice)
    guard let speech = text.next else { return emit(70, voice, asks) }
    emit(68, UInt32(min(speech.length, 9)), voice << 2 | asks, min(ahead, 3))
    emit(69, UInt32(speech.voice.rawValue), voice, asks)
  }

  /// What follows at the end: how the next voice begins, how long it speaks.
  private mutating func addNextSpeech(_ next: NextSpeech) {
    let head = next.head.map(PunctuationFeatures.code)
    addFollowing(head[...], length: next.length, voice: UInt32(next.voice.rawValue))
    if sentence.count <= Self.short { for scalar in head { emit(35, scalar, text.voice) } }
  }

  /// How what follows begins, how long it is, and whether it takes up words of the sentence.
  private mutating func addFollowing(_ head: ArraySlice<UInt32>, length: Int, voice nextVoice: UInt32) {
    let voice = text.voice
    let (a, b) = (Self.at(head, 0), Self.at(head, 1))
    let size = Self.size(length)
    emit(24, a, voice, place)
    emit(25, a, b, voice << 1 | place)
    emit(26, a, b, Self.at(head, 2) << 1 | place)
    emit(27, a, voice << 2 | asks, place)
    emit(28, a, b, asks << 1 | place)
    emit(29, size, voice, nextVoice)
    emit(30, size, voice << 2 | asks, place)
    emit(31, size, code(index), voice << 1 | place)
    if length <= 4 { emit(32, Self.whole(head), voice, place) }
    let words = sentence.suffix(Self.reach)
    let shared = zip(head, head.dropFirst()).count { one, two in
      zip(words, words.dropFirst()).contains { $0 == one && $1 == two }
    }
    emit(33, UInt32(min(shared, 3)), voice << 2 | asks, place)
    emit(34, UInt32(min(shared, 3)) << 1 | (words.contains(a) ? 1 : 0), voice << 1 | place, size)
  }

  private static func size(_ length: Int) -> UInt32 {
    switch length {
    case ...4: UInt32(length)
    case ...8: 5
    case ...14: 6
    case ...30: 7
    default: 8
    }
  }

  private func code(_ index: Int) -> UInt32 {
    text.codes.indices.contains(index) ? text.codes[index] : 1
  }

  private static func at(_ scalars: ArraySlice<UInt32>, _ offset: Int) -> UInt32 {
    offset < scalars.count ? scalars[scalars.startIndex + offset] : 1
  }

  private static func whole(_ scalars: ArraySlice<UInt32>) -> UInt32 {
    scalars.reduce(7) { ($0 ^ $1) &* 16_777_619 }
  }

  /// For all ends of sentences, and for those of this place alone.
  private mutating func emitTwice(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    emit(template, a, b, c)
    emit(template + Self.apart * (1 + place), a, b, c)
  }

  private mutating func emit(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    var x = (a &+ 0x7F4A_7C15) &* 0x9E37_79B1 ^ template &* 0x2545_F491
    x = (x ^ x >> 15 ^ b &* 0x85EB_CA6B) &* 0xC2B2_AE35
    x = (x ^ x >> 13 ^ c &* 0x27D4_EB2F) &* 0x1656_67B1
    x ^= x >> 16
    rows.append(Int((x &* 0x9E37_79B1) >> (32 - Self.bits)))
  }

  private mutating func keepOnce() {
    rows.sort()
    var kept = 0
    for index in rows.indices where kept == 0 || rows[kept - 1] != rows[index] {
      rows[kept] = rows[index]
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }
}
