/// Restores a term of the lexicon where other characters of the same sounds make no language.
///
/// Conditions, from the measurements in `TermsMeasurementTests`: the same toneless syllables; at most half of the characters
/// differ; no numeral or negation takes part; clean text never holds the written string; two characters alone, and words
/// that corpora gave, also must not fit their neighbours on either side.
struct LexiconRule {
  let lexicon: TermLexicon
  /// Refuses what makes the speech hardly more probable; nil where there is no model.
  var model: WordRule?

  /// In quarter nats, tuned with the margins of `WordRule`.
  private static let leastGain = 16

  func apply(_ speech: inout HeardSpeech) {
    var index = 0
    while index + 1 < speech.count {
      let (first, second) = (speech.syllables[index], speech.syllables[index + 1])
      guard first != 0, second != 0 else {
        index += second == 0 ? 2 : 1
        continue
      }
      let candidates = lexicon.candidates(first, second)
      index += candidates.isEmpty ? 1 : step(&speech, index, candidates)
    }
  }

  /// Tries the candidates at `index`; returns how far to go on.
  private func step(_ speech: inout HeardSpeech, _ index: Int, _ candidates: Range<Int>) -> Int {
    for term in candidates where lexicon.sounds(term, speech, index) {
      let length = lexicon.length(term)
      let changed = (0..<length).reduce(0) { $0 + (speech[index + $1] == lexicon.scalar(term, $1) ? 0 : 1) }
      if changed == 0 { return length }
      if isMisheard(term, changed, speech, index) {
        speech.take(lexicon.text(term), at: index, by: .lexicon)
        return length
      }
    }
    return 1
  }

  private func isMisheard(_ term: Int, _ changed: Int, _ speech: HeardSpeech, _ index: Int) -> Bool {
    let length = lexicon.length(term)
    guard changed * 2 <= length, lexicon.isChosen(term) || changed == 1 else { return false }
    for place in 0..<length where speech[index + place] != lexicon.scalar(term, place) {
      if Self.fixed.contains(speech[index + place]) || Self.fixed.contains(lexicon.scalar(term, place)) {
        return false
      }
    }
    if length == 2, mayBeName(speech, index) { return false }
    guard isUnseen(term, speech, index), !speech.isInTitle(index) else { return false }
    if let model, model.gain(of: lexicon.text(term), at: index, in: speech) < Self.leastGain { return false }
    return !lexicon.keeps(Array(speech.values[index..<(index + length)]))
  }

  /// Numerals and negations are never restored by sound.
  private static let fixed = Set("一二三四五六七八九十百千万两几零〇不没无未别甲乙丙丁".unicodeScalars.map(\.value))

  private func isUnseen(_ term: Int, _ speech: HeardSpeech, _ index: Int) -> Bool {
    let length = lexicon.length(term)
    if length > 3, lexicon.isChosen(term) { return true }
    let isStrict = length == 2 || !lexicon.isChosen(term)
    var (oldUnseen, newSeen, touched) = (0, 0, 0)
    for place in -1..<length {
      let isInside = place >= 0 && place + 1 < length
      let old = (speech[index + place], speech[index + place + 1])
      let new = (
        place < 0 ? old.0 : lexicon.scalar(term, place),
        place + 1 < length ? lexicon.scalar(term, place + 1) : old.1
      )
      guard old != new, isInside || isStrict, isHan(old.0), isHan(old.1) else { continue }
      touched += 1
      oldUnseen += SeenPairs.contains(old.0, old.1) ? 0 : 1
      newSeen += SeenPairs.contains(new.0, new.1) ? 1 : 0
    }
    return isStrict ? oldUnseen == touched && newSeen > 0 : oldUnseen > 0
  }

  private func isHan(_ scalar: UInt32) -> Bool { ScalarClass.of(scalar).contains(.han) }

  /// 被告刑宝全: a role, one character, then two more may be a person, whose name only the case file restores.
  private func mayBeName(_ speech: HeardSpeech, _ index: Int) -> Bool {
    guard isHan(speech[index - 1]), !Self.noSurname.contains(speech[index - 1]) else { return false }
    return Self.beforeName.contains { speech.has($0.scalars, at: index - 1 - $0.scalars.count) }
  }
  private static let noSurname = Set(
    "不没有未应要已的在是提申可能会请就也都拒进作将把与和及先再说其".unicodeScalars.map(\.value))
  private static let beforeName = Word.list(
    "原告 被告 告人 第三人 证人 代理人 理人 审判员 审判长 书记员 诉人 公诉人 辩护人 鉴定人 申请人 我是 我叫 叫 姓名 名叫 是 由 人 员")
}
