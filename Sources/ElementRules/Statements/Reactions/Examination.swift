import TextCore

/// What a party says about documents: 证据二认可, 结婚证我认, 都是真的, 借条不是我写的.
///
/// A document accepted without reservation confirms what it was offered to prove and what it is for; objecting to its
/// relevance or to what it shall prove does neither; a rejected one means that its facts are denied (facts annotation,
/// rule 5; 民事诉讼证据规定 art. 3).
struct Examination: Hashable {
  /// What it is about.
  enum Target: Hashable {
    /// Exhibits with these numbers.
    case numbered([Int])
    /// All that the other side has shown last.
    case all
    /// All of that but what these words name: 除催收记录以外都认.
    case except(Range<Int>)
    /// Documents named in the words.
    case named
  }

  let target: Target
  let confirms: Bool
  let range: Range<Int>

  private static let accepts = Cues(
    ReactionWords.unopposed + ReactionWords.recognized + ReactionWords.isSo + ReactionWords.isMine + [
      "我打的", "我出具的", "真实性认", "本人签", "我方出具", "我收到",
    ])
  private static let rejects = Cues(
    ReactionWords.unrecognized + ReactionWords.isFalse + ReactionWords.notByHand + [
      "不认", "三性不", "三性均不", "没签过", "没写过", "不是本人", "真实性有异议", "真实性不", "真实性不认可", "真实性不予认可",
      "真实性均不认可", "真实性、合法性、关联性均不认可",
    ])
  private static let provisions = Cues(["格式条款", "这一条", "该条款", "这个条款", "这些条款", "这一款"])
  private static let indeed = Cues(ReactionWords.indeed + ReactionWords.nothingToAsk + ReactionWords.views)
  private static let aspects = Cues(["关联性", "证明目的", "证明内容", "证明力", "合法性"])
  private static let truth = Cues(["真实性", "三性"])
  private static let reserves = Cues([
    "合法性不", "核实", "无关", "证明不了", "不能证明", "无法证明", "不足以证明", "说明不了", "不能说明", "有异议", "但内容", "内容不", "看不清", "复印件",
    "部分", "过高", "太高",
    "偏高",
  ])
  private static let wholes = Cues(["都", "全部", "所有", "三性", "以上", "这些证据", "证据", "这组", "上述", "均"])

  /// The verdicts in a speech, sentence by sentence; `isExamination` lets bare words speak of all that was shown.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>, isExamination: Bool) -> [Examination] {
    SentenceSplitter.sentences(bytes, speech).flatMap { sentence -> [Examination] in
      if exceptions.occur(bytes, in: sentence) { return [exception(bytes, sentence)].compactMap { $0 } }
      return segments(bytes, sentence, isExamination).compactMap { verdict(bytes, $0, isExamination) }
    }
  }

  /// 除证据三以外，其他都没有异议; nil when the rest is not plainly accepted.
  private static func exception(_ bytes: [UInt8], _ sentence: Range<Int>) -> Examination? {
    guard let start = exceptions.first(bytes, in: sentence) else { return nil }
    let end = Clause.end(bytes, after: start, to: sentence.upperBound)
    let rest = end..<sentence.upperBound
    guard rests.occur(bytes, in: rest), accepts.occur(bytes, in: rest),
      !rejects.occur(bytes, in: rest), !reserves.occur(bytes, in: rest, skipping: unreserved),
      !isQuestion(bytes, sentence)
    else { return nil }
    return Examination(target: .except(start..<end), confirms: true, range: sentence)
  }

  private static let exceptions = Cues(["除了", "除去", "除开", "刨去", "刨开", "除"])
  private static let rests = Cues(["其他", "其余", "别的", "剩下", "都", "均", "全"])

  /// A sentence cut at the exhibits that it names.
  private static func segments(_ bytes: [UInt8], _ sentence: Range<Int>, _ isExamination: Bool) -> [(
    numbers: [Int], range: Range<Int>
  )] {
    var segments: [(numbers: [Int], range: Range<Int>)] = [([], sentence)]
    var end = sentence.lowerBound
    let references = Exhibit.references(bytes, sentence)
    for reference in references.isEmpty && isExamination ? Exhibit.bare(bytes, sentence) : references {
      let last = segments.count - 1
      if reference.range.lowerBound == end {
        segments[last].numbers.append(reference.number)
      } else {
        segments[last].range = segments[last].range.lowerBound..<reference.range.lowerBound
        segments.append(([reference.number], reference.range.lowerBound..<sentence.upperBound))
      }
      end = reference.range.upperBound
    }
    return segments
  }

  private static func verdict(
    _ bytes: [UInt8], _ segment: (numbers: [Int], range: Range<Int>), _ isExamination: Bool
  ) -> Examination? {
    let range = segment.range
    guard !range.isEmpty, !isQuestion(bytes, range) else { return nil }
    let rejected = rejects.first(bytes, in: range)
    guard let cue = rejected ?? accepts.first(bytes, in: range, skipping: indeed),
      !reserves.occur(bytes, in: range, skipping: unreserved)
    else { return nil }
    // 真实性认可，关联性不认可 says nothing of the facts; 真实性、合法性、关联性均无异议 accepts, 均不认可 rejects.
    if rejected != nil, aspects.occur(bytes, in: range), !truth.occur(bytes, in: range) { return nil }
    // 真实性认可，内容不认可: accepted in part, which says nothing of the facts.
    if rejected != nil, accepts.occur(bytes, in: range, skipping: rejects) { return nil }
    // 有这一条，是格式条款，不认: a clause of it, not the paper; 三性无异议，但第七条是格式条款 accepts the rest.
    guard !provisions.occur(bytes, in: rejected == nil ? range.lowerBound..<cue : range) else { return nil }
    let target: Target
    if !segment.numbers.isEmpty {
      target = .numbered(segment.numbers)
    } else {
      let start = Clause.start(bytes, before: cue, from: range.lowerBound)
      let clause = start..<Clause.end(bytes, after: cue, to: range.upperBound)
      let isBare =
        isExamination
        && (wholes.occur(bytes, in: clause) || agreements.occur(bytes, in: range)
          || isAlone(cue, rejected == nil ? clause : range, bytes) && !pointsBack(clause, range, bytes))
      target = isBare ? .all : .named
    }
    return Examination(target: target, confirms: rejected == nil, range: range)
  }

  /// True when nothing but words for oneself stands before the verdict: 我方没有异议. 收到了 and 我写的 tell of one thing.
  private static func isAlone(_ cue: Int, _ clause: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard mine.length(bytes, at: cue, to: clause.upperBound) == nil else { return false }
    var start = clause.lowerBound
    while start < cue, let length = lead.length(bytes, at: start, to: cue) { start += length }
    return start == cue
  }

  /// True when the clause before says what is meant: 入职2022年10月8日，这个没意见; 退到1月15日的，我认.
  private static func pointsBack(_ clause: Range<Int>, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = sentence.lowerBound..<clause.lowerBound
    return !before.isEmpty
      && (this.length(bytes, at: clause.lowerBound, to: clause.upperBound) != nil
        || of.length(bytes, before: before.upperBound - comma, from: before.lowerBound) != nil)
  }

  private static let of = Cues(["的"])
  private static let comma = 3

  private static let mine = Cues(ReactionWords.isMine + ["我打的", "我出具的", "我收到"])
  private static let this = Cues(["这个", "这", "对此", "对这个"])
  private static let lead = Cues([
    "我方", "我们", "我", "对此", "对这个", "这个", "对", "证据", "原告的", "被告的", "真实性", "的", "也", "是", "没什么", "均", "那", "这",
    "行，", "好，", "看了，",
  ])
  private static let agreements = Cues([
    "都是真的", "都认", "都没意见", "都没有意见", "都无异议", "都没异议", "都没有异议", "均无异议", "均认可", "均没有异议", "都属实", "都是事实", "全部认可",
    "全认",
  ])

  /// Hold a word of reservation and reserve nothing.
  private static let unreserved = Cues(ReactionWords.unopposed + ["真实性有异议"])

  private static func isQuestion(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    UTF8Bytes.hasSuffix(bytes, range.upperBound, Array("？".utf8))
  }
}
