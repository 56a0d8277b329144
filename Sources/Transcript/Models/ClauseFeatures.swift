/// What the second pass sees at a gap inside a speech: the clauses that the first pass found on both sides, how they open, how long
/// they are, whether they ask, and what mark the neighbours lean to.
///
/// A stop and a comma look alike from four characters; they differ in what the clauses are. Reads only words and first
/// scores, never existing marks, so that a second run sees the same. The order of templates is part of the format.
struct ClauseFeatures {
  /// Bits of a row number.
  static let bits: UInt32 = 16

  /// Gaps worth a second look: a mark is no more than two nats below none.
  static let reach: Int32 = 64

  private let speech: [UInt32]
  private let first: [BoundaryScores]
  private let voice: UInt32
  /// Scalar indices after which the first pass puts a mark; −1 before, the last scalar at the end.
  private var bounds: [Int] = [-1]
  /// The mark at each bound.
  private var marks: [UInt32] = [0]
  /// For each bound, clauses since the last sentence end, at most 6.
  private var depth: [UInt32] = [0]
  /// For each bound, whether the clause it ends holds an asking word, and whether the sentence so far does.
  private var asks: [UInt32] = [0]
  private var sentenceAsks: [UInt32] = [0]

  /// Finds the clauses; O(scalars).
  init(_ speech: [UInt32], _ setting: SpeechSetting, first: [BoundaryScores]) {
    self.speech = speech
    self.first = first
    voice = UInt32(setting.voice.rawValue)
    var clauseAsks: UInt32 = 0
    for index in speech.indices {
      if QuestionCue.asks(speech, endingAt: index) { clauseAsks = 1 }
      let (mark, _) = index == speech.count - 1 ? (.stop, 0 as UInt8) : MarkDecoder.best(first[index])
      guard mark != .none else { continue }
      let opensSentence =
        marks.last == UInt32(Mark.stop.rawValue) || marks.last == UInt32(Mark.question.rawValue)
      bounds.append(index)
      depth.append(opensSentence ? 1 : min(depth.last! + 1, 6))
      asks.append(clauseAsks)
      sentenceAsks.append(opensSentence ? clauseAsks : sentenceAsks.last! | clauseAsks)
      marks.append(UInt32(mark.rawValue))
      clauseAsks = 0
    }
  }

  /// Calls `body` for every gap worth a second look, with its features.
  @inline(__always)
  func forEachGap(_ body: (Int, (_ each: (Int) -> Void) -> Void) -> Void) {
    var bound = 1
    for index in speech.indices.dropLast() {
      while bounds[bound] < index { bound += 1 }
      guard Self.isOpen(first[index]) else { continue }
      let at = bound
      body(index) { each in rows(index, at, each) }
    }
  }

  static func isOpen(_ scores: BoundaryScores) -> Bool {
    var marks = scores
    marks[0] = .min
    return marks.max() > scores[0] - reach
  }

  @inline(__always)
  private func rows(_ index: Int, _ bound: Int, _ body: (Int) -> Void) {
    var template: UInt32 = 0
    @inline(__always) func emit(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      template &+= 0x9E37_79B9
      var x = (a &+ 0x7F4A_7C15) &* 0x9E37_79B1 ^ template
      x = (x ^ x >> 15 ^ b &* 0x85EB_CA6B) &* 0xC2B2_AE35
      x = (x ^ x >> 13 ^ c &* 0x27D4_EB2F) &* 0x1656_67B1
      x ^= x >> 16
      body(Int((x &* 0x9E37_79B1) >> (32 - Self.bits)))
    }
    let start = bounds[bound - 1] + 1
    let onBound = bounds[bound] == index
    let nextBound = onBound ? min(bound + 1, bounds.count - 1) : bound
    let end = bounds[nextBound]
    let before = UInt32(min(index - start + 1, 15))
    let after = UInt32(min(max(end - index, 0), 15))
    let left = marks[bound - 1]
    let right = nextBound == bounds.count - 1 ? 9 : marks[nextBound]
    let own = onBound ? marks[bound] : 0
    let ask = asks[bound], sentence = sentenceAsks[bound]
    let nextAsk = asks[nextBound]
    let a0 = at(start), a1 = at(start + 1)
    let n0 = at(index + 1), n1 = at(index + 2)
    let l0 = at(index), l1 = at(index - 1)
    let margin = UInt32(bitPattern: max(-6, min(6, (best(index) - first[index][0]) / 16)))
    let stopMargin = UInt32(bitPattern: max(-6, min(6, (first[index][2] - first[index][1]) / 16)))
    let askMargin = UInt32(bitPattern: max(-6, min(6, (first[index][3] - first[index][2]) / 16)))
    emit(margin, own)
    emit(stopMargin, own, depth[bound])
    emit(askMargin, own, ask)
    emit(before, after)
    emit(before, own, ask)
    emit(after, own)
    emit(left, right, own)
    emit(left, depth[bound], own)
    emit(a0, a1)
    emit(a0, a1, own)
    emit(n0, n1, own)
    emit(n0, own, ask)
    emit(n0, n1, depth[bound])
    emit(a0, n0)
    emit(a0, a1, n0)
    emit(a0, l0)
    emit(l1, l0, ask)
    emit(l1, l0, own)
    emit(ask, sentence, voice)
    emit(ask, nextAsk, own)
    emit(ask, stopMargin, askMargin)
    emit(a0 == n0 ? 1 : 0, a1 == n1 ? 1 : 0, own)
    emit(at(end), at(end - 1), own)
    emit(at(end + 1), own, after)
    emit(before, stopMargin, left)
    emit(after, stopMargin, right)
    emit(UInt32(min(bounds.count, 12)), own)
    emit(UInt32(min(bound, 6)), UInt32(min(bounds.count - bound, 6)), own)
    emit(depth[bound], stopMargin, voice)
    emit(margin, left, right)
  }

  private func best(_ index: Int) -> Int32 {
    var scores = first[index]
    scores[0] = .min
    return scores.max()
  }

  private func at(_ index: Int) -> UInt32 {
    guard index >= 0, index < speech.count else { return index < 0 ? 1 : 2 }
    return FixedGaps.isDigit(speech[index]) ? 0x30 : speech[index]
  }
}
