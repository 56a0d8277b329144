import TextCore

/// What the court recites of a party's claims: 原告本诉要求支付尾款216000元，被告反诉要求解除合同.
///
/// It is that party's statement, also when the other side answers.
struct CourtRecital: Hashable {
  /// Whose claims they are.
  let side: Side
  /// The words, from what is asked for to the next party or the end of the sentence.
  let range: Range<Int>

  private static let labels: [(word: Cues, side: Side)] = [
    (Cues(["原告"]), .plaintiff), (Cues(["被告"]), .defendant),
  ]
  private static let label = 6
  private static let cues = Cues([
    "的请求是", "请求是", "的诉讼请求是", "诉讼请求是", "诉讼请求为", "请求判令", "本诉要求", "反诉要求", "反诉请求", "本诉请求", "要求", "诉请", "请求",
    "起诉要求", "主张",
  ])
  /// Bytes from the label to the word that asks: 原告方现在的诉讼请求是.
  private static let reach = 30
  private static let comma = 3

  /// The recitals of a speech of the court in order. Linear.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>) -> [CourtRecital] {
    SentenceSplitter.sentences(bytes, speech).flatMap { sentence -> [CourtRecital] in
      var starts: [(side: Side, offset: Int)] = []
      var clause = sentence.lowerBound
      while clause < sentence.upperBound {
        let end = max(Clause.end(bytes, after: clause, to: sentence.upperBound), clause)
        if let side = side(bytes, clause..<end) { starts.append((side, clause)) }
        clause = end + comma
      }
      return starts.indices.map { index in
        let end = index + 1 < starts.count ? starts[index + 1].offset : sentence.upperBound
        return CourtRecital(side: starts[index].side, range: starts[index].offset..<end)
      }
    }
  }

  /// Whose claims a clause begins to recite: the label stands first and the word that asks soon after.
  private static func side(_ bytes: [UInt8], _ clause: Range<Int>) -> Side? {
    for (word, side) in labels {
      guard let place = word.first(bytes, in: clause),
        place - clause.lowerBound <= lead
      else { continue }
      let near = place + label..<min(place + label + reach, clause.upperBound)
      if cues.occur(bytes, in: near) { return side }
    }
    return nil
  }

  /// Bytes before the label: 那么原告.
  private static let lead = 9
}
