import TextCore

/// Gives the words of an interpreter to the party for whom they are said: 翻译人员：原告说，他有42亩梨园.
enum Interpretation {
  private static let parties: [(word: [UInt8], side: Side)] = [
    (Array("原告".utf8), .plaintiff), (Array("被告".utf8), .defendant), (Array("上诉人".utf8), .plaintiff),
    (Array("被上诉人".utf8), .defendant),
  ]
  private static let says = Cues(["说", "讲", "称", "回答", "表示", "，"])

  /// The turns, those of interpreters on the side they speak for; who interprets for a witness stays evidence.
  static func assigned(_ turns: [Hearing.Turn], _ bytes: [UInt8]) -> [Hearing.Turn] {
    guard turns.contains(where: { $0.label?.base == .interpreter }) else { return turns }
    let speakers = Dictionary(grouping: turns, by: \.side).compactMapValues { own in
      own.first { $0.label?.isAgent == false } ?? own.first
    }
    var asked: Hearing.Turn?
    return turns.map { turn in
      if turn.side == .bench { asked = turn }
      guard turn.label?.base == .interpreter,
        let side = named(turn.speech, bytes) ?? asked.flatMap({ addressed($0.speech, bytes) }),
        let party = speakers[side]
      else { return turn }
      return Hearing.Turn(
        number: turn.number, label: party.label, side: side, by: party.by, speech: turn.speech)
    }
  }

  /// 原告说，他……
  private static func named(_ speech: Range<Int>, _ bytes: [UInt8]) -> Side? {
    parties.first { word, _ in
      UTF8Bytes.hasPrefix(bytes, speech.lowerBound, word)
        && says.length(bytes, at: speech.lowerBound + word.count, to: speech.upperBound) != nil
    }?.side
  }

  /// The side that the last sentence of the court's that names one speaks to: 原告，你家多少亩？
  private static func addressed(_ speech: Range<Int>, _ bytes: [UInt8]) -> Side? {
    SentenceSplitter.sentences(bytes, speech).reversed().lazy.compactMap { sentence in
      parties.first { word, _ in
        UTF8Bytes.hasPrefix(bytes, sentence.lowerBound, word)
          && UTF8Bytes.hasPrefix(bytes, sentence.lowerBound + word.count, Array("，".utf8))
      }?.side
    }.first
  }
}
