import TextCore

/// Tells whether what was said or shown before a speech was put to its speaker as a whole: 被告质证, 被告？, 有没有异议.
///
/// Every call of the court is read once.
final class CallForComment {
  private let hearing: Hearing
  private let topics: Topics
  private let documents: ShownDocuments
  private var isAskedByTurn: [Int: Bool] = [:]
  private var isGeneralByTurn: [Int: Bool] = [:]
  private var bytes: [UInt8] { hearing.source.bytes }

  init(_ hearing: Hearing, _ topics: Topics, _ documents: ShownDocuments) {
    self.hearing = hearing
    self.topics = topics
    self.documents = documents
  }

  /// True right after the other side's speech, or when the court asks what to say to it.
  func isAsked(_ speaker: Speaker) -> Bool {
    if let known = isAskedByTurn[speaker.turn.number] { return known }
    let isAsked = reads(speaker)
    isAskedByTurn[speaker.turn.number] = isAsked
    return isAsked
  }

  /// True for a call for comment on all that was said or shown, not on one thing: 被告质证, 有没有异议, but not 垫付的2万元认可吗.
  func isGeneral(_ call: Hearing.Turn) -> Bool {
    if let known = isGeneralByTurn[call.number] { return known }
    let isGeneral =
      SentenceSplitter.sentences(bytes, call.speech).last.map { self.isGeneral($0, of: call.speech) } ?? false
    isGeneralByTurn[call.number] = isGeneral
    return isGeneral
  }

  /// The exhibits that the court calls for last before a speech: 各被告质证，先说第一组、第二组。
  func numbers(before speaker: Speaker) -> Set<Int> {
    let call = hearing.turns[..<(speaker.turn.number - 1)].suffix(Self.answers).last { $0.side == .bench }
    return Set(call.map { Exhibit.references(bytes, $0.speech).map(\.number) } ?? [])
  }

  /// Speeches after a call that can follow it, one of each party.
  private static let answers = 4

  private func isGeneral(_ last: Range<Int>, of speech: Range<Int>) -> Bool {
    Self.generalCalls.occur(bytes, in: last)
      || (last.count <= Self.shortCall || speech.count <= Self.shortSpeech
        || Question.speaksOfAll(bytes, last))
        && topics.named(bytes, in: last).isEmpty
        && documents.proven(in: last).isEmpty
  }

  private func reads(_ speaker: Speaker) -> Bool {
    guard let before = hearing.turn(before: speaker) else { return false }
    if before.side == speaker.turn.side.opponent { return true }
    guard before.side == .bench, let last = hearing.opposingSpeech(before: speaker),
      speaker.turn.number - last.number <= 2
    else { return false }
    return isAddress(before)
      || (Self.calls.occur(bytes, in: before.speech) || asksOfAll(before)) && isGeneral(before)
  }

  private func asksOfAll(_ call: Hearing.Turn) -> Bool {
    SentenceSplitter.sentences(bytes, call.speech).last.map {
      Question.speaksOfAll(bytes, $0) && Self.truths.occur(bytes, in: $0)
    } ?? false
  }

  /// True for 被告？ and 被告呢？, which put what was said to the other side.
  private func isAddress(_ call: Hearing.Turn) -> Bool {
    guard let length = Self.addressees.length(bytes, at: call.speech.lowerBound, to: call.speech.upperBound)
    else { return false }
    let rest = call.speech.lowerBound + length..<call.speech.upperBound
    return rest.count <= Self.shortAddress && UTF8Bytes.hasSuffix(bytes, rest.upperBound, Array("？".utf8))
      && !Self.defence.occur(bytes, in: rest)
  }

  private static let truths = Cues(["对着", "对不对", "对吗", "对吧", "对头", "是不是真", "事实", "属实", "认"])
  private static let calls = Cues([
    "属实", "异议", "意见", "认可", "对不对", "怎么说", "是不是", "事实", "承认", "什么说", "对吗", "说一下",
  ])
  private static let generalCalls = Cues(["质证", "证据", "答辩", "对原告说的", "对被告说的", "对方说的"])
  private static let addressees = Cues(["被告", "原告", "上诉人", "被上诉人", "第三人", "对方", "你呢", "那你"])
  private static let defence = Cues(["答辩", "请求", "陈述"])
  /// Bytes of a call that names nothing: 被告有没有异议？
  private static let shortCall = 36
  /// Bytes of a call that is all the court says: 被告一，看了以后有没有意见？
  private static let shortSpeech = 60
  /// Bytes after the one who is addressed: 一呢？
  private static let shortAddress = 12
}

extension Hearing {
  /// The speech right before this one.
  func turn(before speaker: Speaker) -> Turn? {
    speaker.turn.number > 1 ? turns[speaker.turn.number - 2] : nil
  }

  /// The last speech of the other side before this one, if it is not long ago.
  func opposingSpeech(before speaker: Speaker) -> Turn? {
    turns[..<(speaker.turn.number - 1)].suffix(Self.memory).last { $0.side == speaker.turn.side.opponent }
  }

  /// What the other side has said since this side spoke last, in order, if it is not long ago.
  func opposingSpeeches(before speaker: Speaker) -> [Turn] {
    let own = speaker.turn.side
    let before = turns[..<(speaker.turn.number - 1)].suffix(Self.memory)
    let since = before.lastIndex { $0.side == own }.map { $0 + 1 } ?? before.startIndex
    return before[since...].filter { $0.side == own.opponent }
  }

  /// What the other side has said since the party itself spoke last, in order, if it is not long ago.
  func opposingSpeeches(sinceLastOf speaker: Speaker) -> [Turn] {
    let before = turns[..<(speaker.turn.number - 1)].suffix(Self.memory)
    let since = before.lastIndex { $0.by == speaker.turn.by }.map { $0 + 1 } ?? before.startIndex
    return before[since...].filter { $0.side == speaker.turn.side.opponent }
  }

  private static let memory = 12
}
