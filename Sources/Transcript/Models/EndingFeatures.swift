/// What tells at the end of a speech whether it asks: its last words, how its last sentence and clause begin, every word
/// of the sentence, the form that asks, how the next voice begins, how long it speaks and what it takes up.
///
/// A question word may stand far from the end (请原告说明…哪一天…), and a statement may be a question by its answer alone
/// (这个烟道也是他装的？是他装的。), so that the characters around the end do not suffice. Never reads existing marks. The
/// numbers of templates are part of the format.
struct EndingFeatures {
  /// Bits of a row number.
  static let bits: UInt32 = 16

  /// Scalars of the last sentence that are looked at for a form that asks, and those whose words count.
  private static let reach = 64
  private static let wordReach = 40

  /// The active rows, ascending, each once.
  private(set) var rows: [Int] = []

  private let voice: UInt32
  private let sentence: [UInt32]
  private let clause: [UInt32]
  /// What asks (`QuestionCue.form`), how far from the end, and whether in the last clause: 0 nothing, 1 before it, 2 in it.
  private var form: UInt32 = 0
  private var distance: UInt32 = 0
  private var asks: UInt32 = 0

  /// Reads the end of a speech whose clauses the first pass has found; O(1) beyond the search for its last sentence.
  init(_ speech: [UInt32], _ setting: SpeechSetting, _ clauses: ClauseFeatures) {
    voice = UInt32(setting.voice.rawValue)
    let (start, clauseStart) = (clauses.lastSentence, clauses.lastClause)
    let codes = speech.suffix(max(speech.count - start, 3)).map(PunctuationFeatures.code)
    sentence = Array(codes.suffix(speech.count - start))
    clause = Array(codes.suffix(speech.count - clauseStart))
    findForm(speech, from: max(start, speech.count - Self.reach), clauseStart)
    addEnd(codes, count: speech.count)
    addWords()
    if let next = setting.next { addNext(next) }
    rows = Array(Set(rows)).sorted()
  }

  private mutating func findForm(_ speech: [UInt32], from start: Int, _ clauseStart: Int) {
    let forms = (start..<speech.count).lazy.reversed().map { ($0, QuestionCue.form(speech, endingAt: $0)) }
    guard let (index, found) = forms.first(where: { $0.1 != 0 }) else { return }
    form = found
    asks = index < clauseStart ? 1 : 2
    switch speech.count - 1 - index {
    case ...2: distance = 1
    case ...5: distance = 2
    case ...9: distance = 3
    case ...15: distance = 4
    default: distance = 5
    }
  }

  /// The last words, how sentence and clause begin, how long they are.
  private mutating func addEnd(_ codes: [UInt32], count: Int) {
    let (a, b, c) = (Self.last(codes, 0), Self.last(codes, 1), Self.last(codes, 2))
    emit(1, a, b)
    emit(2, a, b, c)
    emit(3, a, voice)
    emit(4, a, b, voice)
    emit(5, a, distance)
    emit(6, a, b, asks)
    emit(7, distance, voice)
    emit(8, form, voice)
    emit(9, form, a)
    let size = UInt32(count < 8 ? count : count < 16 ? 8 : count < 32 ? 9 : 10)
    emit(10, size, voice)
    emit(11, size, distance)
    let head = (Self.at(sentence, 0), Self.at(sentence, 1))
    emit(12, head.0, head.1)
    emit(13, head.0, head.1, voice)
    emit(14, head.0, head.1, asks)
    emit(15, head.0, head.1, form)
    let clauseHead = (Self.at(clause, 0), Self.at(clause, 1))
    emit(16, clauseHead.0, clauseHead.1, voice)
    emit(17, clauseHead.0, clauseHead.1, asks)
    emit(18, clauseHead.0, clauseHead.1, form)
    emit(19, UInt32(min(sentence.count, 12) / 2), voice, asks)
    emit(20, UInt32(min(clause.count, 12)), asks)
    if sentence.count <= 6 { emit(21, sentence.reduce(7) { ($0 ^ $1) &* 16_777_619 }, voice) }
  }

  /// Every character and pair of the last sentence, wherever it stands.
  private mutating func addWords() {
    let words = sentence.suffix(Self.wordReach)
    for scalar in words { emit(22, scalar, voice) }
    for (one, two) in zip(words, words.dropFirst()) { emit(23, one, two) }
  }

  /// How the next voice begins, how long it speaks, whether it takes up words of the sentence.
  private mutating func addNext(_ next: NextSpeech) {
    let head = next.head.map(PunctuationFeatures.code)
    let (a, b) = (Self.at(head, 0), Self.at(head, 1))
    let length: UInt32
    switch next.length {
    case ...4: length = UInt32(next.length)
    case ...8: length = 5
    case ...14: length = 6
    case ...30: length = 7
    default: length = 8
    }
    emit(24, a, voice)
    emit(25, a, b, voice)
    emit(26, a, b, Self.at(head, 2))
    emit(27, a, voice, asks)
    emit(28, a, b, asks)
    emit(29, length, voice, UInt32(next.voice.rawValue))
    emit(30, length, voice, asks)
    emit(31, length, Self.last(clause, 0), voice)
    if next.length <= 4 { emit(32, head.reduce(7) { ($0 ^ $1) &* 16_777_619 }, voice) }
    let pairs = Set(zip(sentence, sentence.dropFirst()).map { Self.pair($0, $1) })
    let shared = UInt32(
      min(zip(head, head.dropFirst()).count { pairs.contains(Self.pair($0, $1)) }, 3))
    let repeats: UInt32 = sentence.contains(a) ? 1 : 0
    emit(33, shared, voice, asks)
    emit(34, shared << 1 | repeats, voice, length)
  }

  private static func pair(_ one: UInt32, _ two: UInt32) -> UInt64 { UInt64(one) << 32 | UInt64(two) }

  private static func at(_ scalars: [UInt32], _ index: Int) -> UInt32 {
    index < scalars.count ? scalars[index] : 1
  }

  private static func last(_ scalars: [UInt32], _ index: Int) -> UInt32 {
    index < scalars.count ? scalars[scalars.count - 1 - index] : 1
  }

  private mutating func emit(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    var x = (a &+ 0x7F4A_7C15) &* 0x9E37_79B1 ^ template &* 0x2545_F491
    x = (x ^ x >> 15 ^ b &* 0x85EB_CA6B) &* 0xC2B2_AE35
    x = (x ^ x >> 13 ^ c &* 0x27D4_EB2F) &* 0x1656_67B1
    x ^= x >> 16
    rows.append(Int((x &* 0x9E37_79B1) >> (32 - Self.bits)))
  }
}
