import ChineseText
import TextCore

/// Section 6 of the standard: restores misheard terms, and with a case file misheard names, character for character.
///
/// Names first, so that no term is read into one; then pairs with conditions, 没有异议, what the word model
/// finds, and the lexicon by sound. Rounds go on until nothing changes. Header values are never touched.
public struct TermsStage: Stage {
  /// 术语。
  public static let kind = EditKind.terms

  private let names: NameRule?
  private let model: WordRule?
  private static let mostRounds = 4

  /// Makes the stage; without a case file names stay as they are, without a model only the word lists are used.
  ///
  /// `isHearing` is false for lines of written text, where the model need not be as sure.
  public init(caseFile: CaseFile? = nil, words: WordModel? = nil, isHearing: Bool = true) {
    names = NameRule(caseFile)
    model = words.map { WordRule(model: $0, isHearing: isHearing) }
  }

  /// Proposes replacements of the same length; linear in the text.
  public func edits(in draft: Draft) -> [Edit] {
    var edits: [Edit] = []
    var speech = HeardSpeech()
    let context = TurnContext(draft)
    var model = model
    let lexicon = LexiconRule(lexicon: .court, model: model)
    for (index, turn) in draft.turns.enumerated() {
      speech.load(draft.text.bytes, turn.speech.range)
      for _ in 0..<Self.mostRounds {
        speech.startRound()
        names?.apply(&speech)
        MisheardRule.court.apply(&speech)
        AnswerRule().apply(&speech, asked: context.followsQuestionOfObjection(index))
        model?.apply(&speech)
        lexicon.apply(&speech)
        guard speech.hasChanged else { break }
      }
      speech.appendEdits(to: &edits)
    }
    return edits
  }
}
