/// Decides which sentences ask: at the end of a speech between 。 and ？, inside wherever the model is near to ？.
///
/// Goes from left to right, so that each sentence is read from the last end that was decided.
struct QuestionDecision {
  /// What is known of a sentence, in the lanes of 。 and ？: what the table says, and what the model says elsewhere. Inside a
  /// speech the lane of 。 is for whatever is not ？.
  struct Known {
    var rows = BoundaryScores.zero
    var model: BoundaryScores
  }

  /// Gaps where ？ is this close to the best other mark are looked at: five nats.
  private static let reach: Int32 = 160
  private static let stop = Int(Mark.stop.rawValue)
  private static let question = Int(Mark.question.rawValue)

  let table: QuestionRows
  /// How the table and the model make one.
  var inside = MarkBlend.networksAlone
  var end = MarkBlend.rowsAlone

  /// Sets the lane of ？ inside the speech, and those of 。 and ？ at its end. O(scalars).
  func decide(_ text: QuestionText, _ scores: inout [BoundaryScores]) {
    let last = scores.count - 1
    forEachSentence(text, scores) { index, known in
      let decided = (index == last ? end : inside).score(known.rows, known.model)
      let (stop, question) = (decided[Self.stop], decided[Self.question])
      if index == last {
        scores[index] = BoundaryScores(-400, -400, stop, question, -400, -400, -400, -4096)
      } else {
        scores[index][Self.question] = known.model[Self.stop] &+ question &- stop
      }
      return MarkDecoder.best(scores[index]).0
    }
  }

  /// Calls `body` for every gap near to ？ and for the end; it returns the mark that shall stand there.
  func forEachSentence(_ text: QuestionText, _ scores: [BoundaryScores], _ body: (Int, Known) -> Mark) {
    let marks = scores.map { MarkDecoder.best($0).0 }
    var walk = SentenceWalk(marks)
    for (index, score) in scores.enumerated() {
      var mark = marks[index]
      let isEnd = index == scores.count - 1
      var known = Known(model: isEnd ? score : Self.againstBest(score))
      if isEnd || known.model[Self.question] > known.model[Self.stop] - Self.reach {
        known.rows[Self.question] = table.score(QuestionFeatures(text, walk, at: index))
        mark = body(index, known)
      }
      walk.pass(index, mark)
    }
  }

  private static func againstBest(_ scores: BoundaryScores) -> BoundaryScores {
    var others = scores
    others[question] = .min
    var result = BoundaryScores.zero
    (result[stop], result[question]) = (others.max(), scores[question])
    return result
  }
}
