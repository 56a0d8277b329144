import TextCore

/// Which of some lists of words stand in the sentence looked at last, and where: its matches are judged one after the
/// other, and all lists are looked for in one pass for all of them.
final class SentenceCues {
  /// Lists of words and one automaton over them.
  struct Lists: Sendable {
    let automaton: LiteralAutomaton
    /// For each word one bit for each list that holds it.
    let holders: [UInt32]

    /// At most 32 lists.
    init(_ lists: [Cues]) {
      var holders: [[UInt8]: UInt32] = [:]
      for (index, list) in lists.enumerated() {
        for word in list.words { holders[word, default: 0] |= 1 << UInt32(index) }
      }
      automaton = LiteralAutomaton(bytes: Array(holders.keys))
      self.holders = Array(holders.values)
    }
  }

  private let lists: Lists
  private var sentence = 0..<0
  private var hits = GrowingArray<LiteralAutomaton.Hit>()

  init(_ lists: Lists) { self.lists = lists }

  /// Finds the words of all lists in a sentence.
  func read(_ bytes: [UInt8], _ sentence: Range<Int>) {
    guard sentence != self.sentence else { return }
    self.sentence = sentence
    hits.removeAll()
    lists.automaton.addHits(in: bytes, range: sentence, to: &hits)
  }

  /// The first place of a word of the list with this index in a part of the sentence.
  func first(_ list: Int, in part: Range<Int>) -> Int? {
    var first: Int?
    for hit in hits.all where lists.holders[Int(hit.pattern)] >> UInt32(list) & 1 != 0 {
      if part.lowerBound <= hit.start, hit.end <= part.upperBound {
        first = min(first ?? hit.start, hit.start)
      }
    }
    return first
  }
}
