/// How the words that a rule matched are meant.
public enum Stance: String, Sendable, CaseIterable {
  /// Said as a fact.
  case affirmed
  /// Denied.
  case denied
  /// Said by the other side and taken over in an answer or by a reaction.
  case admitted
  /// Asked.
  case asked
  /// Supposed: 如果, 即使.
  case hypothetical
  /// Another's words, repeated.
  case reported
  /// Found by the court.
  case found
  /// 不予采信, 不予认定
  case rejected

  /// True when the speaker takes a position on the fact.
  var isPosition: Bool { self == .affirmed || self == .denied || self == .admitted || self == .found }
}
