import TextCore

/// Finds, in the speech in which a plaintiff pleads, where the claims end and the facts begin.
enum ClaimSection {
  private static let reasons = Cues(["事实与理由", "事实和理由", "事实理由", "事实及理由"])
  private static let costs = Cues(["诉讼费", "受理费"])
  private static let claims = Cues(["判令", "请求", "要求", "诉请", "主张", "判决", "依法"])

  /// The bytes of `speech` that are claims: up to 事实与理由, else to the sentence that asks for the costs, which comes
  /// last by custom; else the sentences that ask for something.
  static func ranges(_ bytes: [UInt8], _ speech: Range<Int>) -> [Range<Int>] {
    if let place = reasons.first(bytes, in: speech) { return [speech.lowerBound..<place] }
    let sentences = SentenceSplitter.sentences(bytes, speech)
    if let last = sentences.last(where: { costs.occur(bytes, in: $0) }),
      claims.occur(bytes, in: speech.lowerBound..<last.upperBound)
    {
      return [speech.lowerBound..<last.upperBound]
    }
    return sentences.filter { claims.occur(bytes, in: $0) }
  }
}
