import TextCore

/// Writes a normalized hearing as typed JSON Lines (`normalize --json`): begin, diagnostics, unresolved voices,
/// phases, turns, edits, end.
///
/// Offsets are UTF-8 bytes of the decoded source, half-open; replacing the `source` range of every edit by its
/// `after` gives the text output. Memory is constant beside the result: lines go to the sink one by one.
public struct JSONLinesWriter {
  private let normalized: Normalized
  private let sink: ([UInt8]) -> Void
  private var draft: Draft { normalized.draft }
  private var source: SourceText { normalized.draft.text.source }

  /// Writes all lines; each call of `sink` gets whole lines.
  public static func write(_ normalized: Normalized, to sink: ([UInt8]) -> Void) {
    withoutActuallyEscaping(sink) { JSONLinesWriter(normalized: normalized, sink: $0).writeAll() }
  }

  /// All lines at once.
  public static func bytes(_ normalized: Normalized) -> [UInt8] {
    var output: [UInt8] = []
    write(normalized) { output += $0 }
    return output
  }

  private func writeAll() {
    begin()
    let renderer = DiagnosticRenderer()
    for diagnostic in normalized.diagnostics { sink(Array((renderer.json(diagnostic) + "\n").utf8)) }
    unresolved()
    for phase in normalized.phases { write(phase) }
    for (index, turn) in draft.turns.enumerated() { write(turn, index + 1) }
    edits()
    end()
  }

  private func begin() {
    var line = JSONLine("begin")
    line.add("file", source.name)
    line.add("form", normalized.form.rawValue)
    line.add("bytes", source.bytes.count)
    line.add("lines", source.lines.count)
    sink(line.closed)
  }

  /// Voices whose role the evidence does not decide, with the first turn of each.
  private func unresolved() {
    var first: [Int: (turn: Int, count: Int)] = [:]
    for (index, turn) in draft.turns.enumerated() where draft.speakers[turn.speaker].role == nil {
      first[turn.speaker, default: (index + 1, 0)].count += 1
    }
    for (speaker, found) in first.sorted(by: { $0.key < $1.key }) {
      var line = JSONLine("unresolved")
      line.add("speaker", draft.speakers[speaker].key)
      line.add("first_turn", found.turn)
      line.add("turns", found.count)
      sink(line.closed)
    }
  }

  private func write(_ phase: PhaseSpan) {
    guard !phase.turns.isEmpty else { return }
    var line = JSONLine("phase")
    line.add("name", phase.name)
    line.add("first", phase.turns.lowerBound + 1)
    line.add("last", phase.turns.upperBound)
    sink(line.closed)
  }

  private func write(_ turn: Turn, _ number: Int) {
    let speaker = draft.speakers[turn.speaker]
    var line = JSONLine("turn")
    line.add("n", number)
    line.add("role", speaker.role?.with(ordinal: speaker.role?.ordinal, name: nil).text ?? speaker.key)
    line.add("name", orNull: speaker.role?.name)
    line.add("text", draft.text.bytes[turn.speech.range])
    line.add(raw: "source", span(draft.text.sourceSpan(of: turn.speech)))
    line.add("label", speaker.label)
    line.add("speaker", speaker.key)
    line.add("resolved", speaker.role != nil)
    line.add("confidence", share: speaker.confidence)
    if let time = turn.time { line.add(raw: "time", "{\"start\":\(time.start),\"end\":\(time.end)}") }
    sink(line.closed)
  }

  private func edits() {
    var cursor = PositionCursor(source.bytes)
    for record in draft.text.records {
      let position = cursor.position(at: record.source.start)
      var line = JSONLine("edit")
      line.add("kind", String(record.kind))
      line.add("rule", record.rule)
      line.add("before", source.bytes[record.source.range])
      line.add("after", draft.text.bytes[record.working.range])
      let place = ",\"line\":\(position.line),\"column\":\(position.column)}"
      line.add(raw: "source", span(record.source).dropLast() + place)
      line.add("confidence", share: record.confidence)
      sink(line.closed)
    }
  }

  private func end() {
    var kinds: [String: Int] = [:]
    for record in draft.text.records { kinds[String(record.kind), default: 0] += 1 }
    let counts = kinds.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\($0.value)" }
    var line = JSONLine("end")
    line.add("turns", draft.turns.count)
    line.add("edits", draft.text.records.count)
    line.add(raw: "kinds", "{" + counts.joined(separator: ",") + "}")
    line.add("phases", normalized.phases.count)
    line.add("diagnostics", normalized.diagnostics.count)
    sink(line.closed)
  }

  private func span(_ span: Span<Source>) -> String { "{\"start\":\(span.start),\"end\":\(span.end)}" }
}
