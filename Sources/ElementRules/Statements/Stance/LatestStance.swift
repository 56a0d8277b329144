/// How the match judged last was meant: several rules often match the same words one after the other.
final class LatestStance {
  /// All that a stance depends on.
  struct Match: Equatable {
    let range: Range<Int>
    let sentence: Range<Int>
    let side: Side
    let tellsOfNegation: Bool
    let value: Range<Int>?
  }

  private var match: Match?
  private var stance = Stance.affirmed

  /// The stance of a match, judged unless it is the one that was judged last.
  func stance(of match: Match, _ judge: () -> Stance) -> Stance {
    if match != self.match {
      stance = judge()
      self.match = match
    }
    return stance
  }
}
