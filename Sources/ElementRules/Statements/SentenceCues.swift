/// Where cues stand first in the sentence looked at last: the matches of a sentence are judged one after the other, and
/// each kind of cue is looked for once for all of them.
final class SentenceCues {
  /// Kinds of cue that are looked for all over a sentence.
  enum Kind: Int, CaseIterable { case supposition, rejection, plaintiff, defendant }

  private var sentence = 0..<0
  /// By kind the first place, one past the sentence for none; nil before it is looked for.
  private var places = [Int?](repeating: nil, count: Kind.allCases.count)

  /// True when one of the words may stand in `part` of the sentence; false is certain.
  func mayOccur(_ kind: Kind, _ cues: Cues, _ bytes: [UInt8], in part: Range<Int>, of sentence: Range<Int>)
    -> Bool
  {
    if sentence != self.sentence {
      self.sentence = sentence
      for index in places.indices { places[index] = nil }
    }
    if let place = places[kind.rawValue] { return place < part.upperBound }
    let place = cues.first(bytes, in: sentence) ?? sentence.upperBound
    places[kind.rawValue] = place
    return place < part.upperBound
  }
}
