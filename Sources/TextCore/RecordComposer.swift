/// Joins new edits with the records of earlier ones: the heart of `TracedText.apply`.
///
/// Walks records and edits side by side. Those that touch the same working bytes become one record whose source
/// range is the union; all others stay apart, so that each can be reverted alone.
struct RecordComposer {
  private let old: [UInt8]
  private let source: [UInt8]
  private let oldRecords: EditRecords
  private let edits: [Edit]
  private var recordIndex = 0
  private var editIndex = 0
  /// Working bytes of the old text already copied.
  private var copied = 0
  /// Source offset minus old working offset, outside records.
  private var drift = 0
  private(set) var bytes: [UInt8] = []
  private(set) var records: EditRecords

  init(records: EditRecords, edits: [Edit], old: [UInt8], source: [UInt8]) {
    self.oldRecords = records
    self.records = EditRecords(sharing: records, capacity: records.count + edits.count)
    self.edits = edits
    self.old = old
    self.source = source
    bytes.reserveCapacity(old.count + edits.reduce(0) { $0 + $1.replacement.count })
  }

  mutating func run() {
    while recordIndex < oldRecords.count || editIndex < edits.count { cluster() }
    copy(to: old.count)
  }

  /// Takes the next record or edit and everything that is tangled with it.
  private mutating func cluster() {
    let recordFirst = recordComesFirst()
    var range = recordFirst ? oldRecords.working(recordIndex) : edits[editIndex].span
    copy(to: range.start)
    if recordFirst, standsAlone(range) { return moveRecord(range) }
    var cluster = Cluster(sourceStart: range.start + drift, workingStart: bytes.count)
    if recordFirst { takeRecord(&cluster) } else { takeEdit(&cluster) }
    while true {
      if recordIndex < oldRecords.count, tangled(range, oldRecords.working(recordIndex)) {
        range = Span(range.start, max(range.end, oldRecords.working(recordIndex).end))
        takeRecord(&cluster)
      } else if editIndex < edits.count, tangled(range, edits[editIndex].span) {
        range = Span(range.start, max(range.end, edits[editIndex].span.end))
        takeEdit(&cluster)
      } else {
        break
      }
    }
    copy(to: range.end)
    finish(cluster, sourceEnd: range.end + drift)
  }

  /// True when nothing new touches the next record: nearly always, so it is carried over without being taken apart.
  private func standsAlone(_ range: Span<Working>) -> Bool {
    guard !oldRecords.source(recordIndex).isEmpty else { return false }
    if editIndex < edits.count, tangled(range, edits[editIndex].span) { return false }
    return recordIndex + 1 == oldRecords.count || !tangled(range, oldRecords.working(recordIndex + 1))
  }

  private mutating func moveRecord(_ range: Span<Working>) {
    records.append(oldRecords, recordIndex, movedBy: bytes.count - range.start)
    drift = oldRecords.source(recordIndex).end - range.end
    copy(to: range.end)
    recordIndex += 1
  }

  /// At the same place, a removal already made comes before what is put there now.
  private func recordComesFirst() -> Bool {
    guard editIndex < edits.count else { return true }
    guard recordIndex < oldRecords.count else { return false }
    let (record, edit) = (oldRecords.working(recordIndex), edits[editIndex].span)
    if record.start != edit.start { return record.start < edit.start }
    return record.isEmpty || !edit.isEmpty
  }

  /// Overlapping bytes, or a point strictly inside the range.
  private func tangled(_ range: Span<Working>, _ next: Span<Working>) -> Bool { next.start < range.end }

  private mutating func takeRecord(_ cluster: inout Cluster) {
    let record = oldRecords[recordIndex]
    cluster.add(record.rule, record.confidence)
    drift = record.source.end - record.working.end
    recordIndex += 1
  }

  private mutating func takeEdit(_ cluster: inout Cluster) {
    let edit = edits[editIndex]
    copy(to: edit.span.start)
    bytes += edit.replacement
    copied = max(copied, edit.span.end)
    cluster.add(edit.rule, edit.confidence)
    editIndex += 1
  }

  private mutating func copy(to end: Int) {
    guard end > copied else { return }
    bytes += old[copied..<end]
    copied = end
  }

  private mutating func finish(_ cluster: Cluster, sourceEnd: Int) {
    var start = cluster.sourceStart
    var workingStart = cluster.workingStart
    var rule = cluster.rule
    var confidence = cluster.confidence
    if start == sourceEnd, let last = records.last, last.source.isEmpty, last.source.end == start {
      // Two insertions at one place are one change: their order would otherwise be lost.
      records.removeLast()
      start = last.source.start
      workingStart = last.working.start
      rule = RuleNames.joined(last.rule, rule)
      confidence = min(confidence, last.confidence)
    }
    guard !source[start..<sourceEnd].elementsEqual(bytes[workingStart...]) else { return }
    records.append(
      EditRecord(
        rule: rule, source: Span(start, sourceEnd), working: Span(workingStart, bytes.count),
        confidence: confidence))
  }

  private struct Cluster {
    let sourceStart: Int
    let workingStart: Int
    private(set) var rule = ""
    private(set) var confidence = 1.0
    private var last = ""

    init(sourceStart: Int, workingStart: Int) {
      self.sourceStart = sourceStart
      self.workingStart = workingStart
    }

    /// Joins another rule; each stands once, so that a cluster of thousands keeps a short name.
    mutating func add(_ other: String, _ sureness: Double) {
      if other != last { rule = RuleNames.joined(rule, other) }
      last = other
      confidence = min(confidence, sureness)
    }
  }
}

/// Names of rules that took part in one change, joined by `+`.
enum RuleNames {
  /// `first+second`; a name that is there already moves to the end, since the last one decides the kind.
  static func joined(_ first: String, _ second: String) -> String {
    if first.isEmpty || first == second { return second }
    let added = second.split(separator: "+")
    let kept = first.split(separator: "+").filter { !added.contains($0) }
    return (kept + added).joined(separator: "+")
  }
}
