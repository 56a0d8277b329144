/// Takes out empty 那个 这个 就是 就是说 然后 怎么说呢, 的话 as a topic marker and narrative 对吧 是吧 你知道吧
/// (standard, section 3; the list is closed).
///
/// Each has a full meaning too (这个合同, 然后他就走了, 一次性还清的话, 您是原告对吧), so each rule asks for a place where the
/// full meaning is impossible; where it does not know, the word stays.
struct FillerRule: RemovalRule {
  let closesGaps = true

  func mark(_ speech: SpeechScalars, _ turn: SpokenTurn, _ mask: inout RemovalMask) {
    for place in stride(from: speech.count - 2, through: 0, by: -1) where speech.has(.filler, at: place) {
      markWord(speech, place, &mask)
      markTag(speech, place, &mask, turn)
    }
  }

  /// From right to left, so that of a chain (那个，就是说，…) the last is judged first and the others lean on it.
  private func markWord(_ speech: SpeechScalars, _ at: Int, _ mask: inout RemovalMask) {
    let length = FillerWords.length(speech, at)
    if length == 2, FillerWords.standsInStutter(speech, at, at + 2) {
      return mask.remove(at..<(at + 3), .filler)
    }
    guard length > 0, isEmptyWord(speech, at, length, mask) else { return }
    mask.remove(at..<(at + length), speech[at] == FillerWords.of ? .topic : .filler)
  }

  private func isEmptyWord(_ speech: SpeechScalars, _ at: Int, _ length: Int, _ mask: RemovalMask) -> Bool {
    let end = at + length
    let isOpen = speech.startsClause(at) || speech.has(.hesitation, at: at - 1)
    let isShut =
      end < speech.count && (speech.endsClause(end) || speech.has(.hesitation, at: end) || mask.removes(end))
    switch speech[at] {
    case FillerWords.that, FillerWords.this:
      return isOpen && isShut || FillerWords.cannotPointAt(speech, at, end, isOpen)
    case FillerWords.just where length == 3:
      return FillerWords.isEmptyThatIs(speech, at, end)
    case FillerWords.just, FillerWords.then:
      return isOpen && isShut && at > 0 && !isReply(speech, at)
    case FillerWords.how:
      return isOpen
    default:
      return FillerWords.endsTopic(speech, at, end)
    }
  }

  /// 就是 after a question may mean yes.
  private func isReply(_ speech: SpeechScalars, _ at: Int) -> Bool {
    speech[at] == FillerWords.just && (speech[at - 1] == 0xFF1F || speech[at - 1] == 0x3F)
  }

  /// 对吧, 是吧, 你知道吧 in what a party tells: not when it asks somebody, not when the next voice answers it.
  private func markTag(
    _ speech: SpeechScalars, _ at: Int, _ mask: inout RemovalMask, _ turn: SpokenTurn
  ) {
    let length = FillerWords.tagLength(speech, at)
    guard length > 0, at > 3, FillerWords.isTag(speech, at) else { return }
    let side = turn.context.side(turn.index)
    guard side == .party || side == .undecided && turn.context.followsQuestion(turn.index) else { return }
    guard at + length + 1 < speech.count || !turn.context.isAnswered(turn.index) else { return }
    mask.remove(at..<(at + length), .tag)
  }
}
