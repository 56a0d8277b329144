import TextCore

/// The transcript report as JSON members (keys of interfaces.md, and more).
struct TranscriptJSON: Sendable {
  private let report: TranscriptReport

  /// Prepares a report.
  init(_ report: TranscriptReport) { self.report = report }

  /// Members in order, already JSON.
  var members: [(key: String, json: String)] {
    [
      ("type", "\"transcripts\""), ("pooled", pooled()), ("cases", cases()),
      ("forms", groups(report.forms.map { ($0.key, $0.value) }, full: true)),
      ("causes", groups(report.causes.map { ($0.key, $0.value) }, full: true)),
      ("speakers", groups(report.speakers.map { ($0.key, $0.value) }, full: false)),
      ("phases", groups(report.phases.map { ($0.key.rawValue, $0.value) }, full: false)),
      ("confusions", confusions()),
    ]
  }

  private func pooled() -> String {
    var object = scores(report.pooled, full: true)
    for (index, metric) in TranscriptReport.metrics.enumerated() {
      let key = metric.name == "overall_accuracy" ? "overall_ci95" : metric.name + "_ci95"
      object.addRaw(key, JSONNumber.text(report.intervals[index]))
    }
    object.add("hearings", report.pooled.hearings)
    return object.text
  }

  private func cases() -> String {
    var object = JSONObjectWriter()
    for score in report.cases {
      var one = scores(score.counts, full: true)
      one.addRaw("character_ci95", JSONNumber.text(score.characterInterval))
      one.add("form", score.form)
      one.add("cause", score.cause)
      one.addRaw("errors_by_kind", kinds(score))
      one.addRaw("safety", JSONText.array(score.safety.map(safety)))
      one.addRaw("errors", JSONText.array(score.errors.map(error)))
      object.addRaw(score.id, one.text)
    }
    return object.text
  }

  private func kinds(_ score: CaseScore) -> String {
    var object = JSONObjectWriter()
    for kind in TranscriptError.Kind.allCases { object.add(kind.rawValue, score.errorsByKind[kind] ?? 0) }
    return object.text
  }

  private func groups(_ list: [(String, TranscriptCounts)], full: Bool) -> String {
    var object = JSONObjectWriter()
    for (key, counts) in list.sorted(by: { $0.0 < $1.0 }) {
      object.addRaw(key, scores(counts, full: full).text)
    }
    return object.text
  }

  private func scores(_ counts: TranscriptCounts, full: Bool) -> JSONObjectWriter {
    var object = JSONObjectWriter()
    object.addRaw("character_accuracy", JSONNumber.text(counts.characterAccuracy))
    object.addRaw("punctuation_f1", JSONNumber.text(counts.punctuationF1))
    object.addRaw("speaker_accuracy", JSONNumber.text(counts.speakerAccuracy))
    if full { object.addRaw("overall_accuracy", JSONNumber.text(counts.overallAccuracy)) }
    object.add("safety_errors", counts.safetyErrors)
    object.addRaw("counts", self.counts(counts, full: full))
    object.addRaw("marks", marks(counts))
    object.addRaw("safety_by_kind", safetyKinds(counts))
    return object
  }

  private func counts(_ counts: TranscriptCounts, full: Bool) -> String {
    var object = JSONObjectWriter()
    if full {
      object.add("body_distance", counts.bodyDistance)
      object.add("body_length", counts.bodyLength)
    }
    object.add("substitutions", counts.substitutions)
    object.add("deletions", counts.deletions)
    object.add("insertions", counts.insertions)
    object.add("content_length", counts.contentLength)
    object.add("right_speaker", counts.rightSpeaker)
    return object.text
  }

  private func marks(_ counts: TranscriptCounts) -> String {
    var object = JSONObjectWriter()
    for slot in counts.markHits.indices {
      var one = JSONObjectWriter()
      one.addRaw("f1", JSONNumber.text(counts.punctuationF1(slot: slot)))
      one.add("hits", counts.markHits[slot])
      one.add("gold", counts.markGold[slot])
      one.add("predicted", counts.markPredicted[slot])
      let name = ContentClass.marks[safe: slot].map { TranscriptText.string([$0]) } ?? "other"
      object.addRaw(name, one.text)
    }
    return object.text
  }

  private func safetyKinds(_ counts: TranscriptCounts) -> String {
    var object = JSONObjectWriter()
    for (slot, kind) in SafetyKind.allCases.enumerated() { object.add(kind.rawValue, counts.safety[slot]) }
    return object.text
  }

  private func safety(_ error: SafetyError) -> String {
    var object = JSONObjectWriter()
    object.add("kind", error.kind.rawValue)
    place(&object, error.goldLine, error.predictedLine, error.speaker)
    change(&object, error.gold, error.predicted, error.before, error.after)
    return object.text
  }

  private func error(_ error: TranscriptError) -> String {
    var object = JSONObjectWriter()
    object.add("kind", error.kind.rawValue)
    place(&object, error.goldLine, error.predictedLine, error.speaker)
    change(&object, error.gold, error.predicted, error.before, error.after)
    object.add("weight", error.weight)
    return object.text
  }

  private func place(_ object: inout JSONObjectWriter, _ gold: Int, _ predicted: Int, _ speaker: String) {
    object.add("gold_line", gold)
    object.add("predicted_line", predicted)
    object.add("speaker", speaker)
  }

  private func change(
    _ object: inout JSONObjectWriter, _ gold: String, _ predicted: String, _ before: String, _ after: String
  ) {
    object.add("gold", gold)
    object.add("predicted", predicted)
    object.add("before", before)
    object.add("after", after)
  }

  private func confusions() -> String {
    var object = JSONObjectWriter()
    object.addRaw("characters", table(report.confusions(\.characters)))
    object.addRaw("marks", table(report.confusions(\.marks)))
    object.addRaw("roles", table(report.confusions(\.roles)))
    return object.text
  }

  private func table(_ confusions: Confusions) -> String {
    JSONText.array(
      confusions.ranked.map { cell, count in
        JSONText.array([JSONText.quoted(cell.gold), JSONText.quoted(cell.predicted), String(count)])
      })
  }
}
