/// Long chains of repetitions that were walked already.
///
/// In a text that says one word ten thousand times every repetition begins a chain to the end; without this each
/// would be walked again, in quadratic time.
struct LongChains {
  /// The rest of a chain, from the repetition at `start` on.
  private struct Rest {
    var chain: Repetition
    var start: Int
    var times: Int
  }

  /// Shorter chains are cheaper to walk than to keep.
  private static let shortest = 16
  /// One for each unit length, evidence and remainder of the start: a few at most.
  private var rests: [Rest] = []

  /// Keeps a chain when it is long.
  mutating func keep(_ chain: Repetition) {
    guard chain.times >= Self.shortest else { return }
    let rest = Rest(chain: chain, start: chain.start, times: chain.times)
    if let index = slot(chain.start, chain.length, chain.evidence) {
      rests[index] = rest
    } else {
      rests.append(rest)
    }
  }

  /// The chain from `start` on when it is the rest of one that was walked; starts must rise from call to call.
  mutating func known(
    _ speech: SpeechScalars, _ start: Int, _ length: Int, _ evidence: Repetition.Evidence
  ) -> Repetition? {
    guard !rests.isEmpty, let index = slot(start, length, evidence) else { return nil }
    while rests[index].start < start, rests[index].times > 2 {
      rests[index].start = Repetition.gap(speech, rests[index].start + length).end
      rests[index].times -= 1
    }
    guard rests[index].start == start else { return nil }
    return Repetition(
      start: start, length: length, times: rests[index].times, last: rests[index].chain.last,
      evidence: evidence)
  }

  private func slot(_ start: Int, _ length: Int, _ evidence: Repetition.Evidence) -> Int? {
    rests.firstIndex {
      $0.chain.length == length && $0.chain.evidence == evidence && ($0.chain.start - start) % length == 0
    }
  }
}
