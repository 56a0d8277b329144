/// All changes of one text, in source order, never overlapping; kept in 20 bytes each, since a long hearing has
/// millions.
public struct EditRecords: RandomAccessCollection, Sendable {
  private var packed: [Packed] = []
  private var rules = RuleTable()

  init() {}

  /// An empty list that knows the rules of another, so that packed records can be taken over.
  init(sharing other: EditRecords, capacity: Int) {
    rules = other.rules
    packed.reserveCapacity(capacity)
  }

  /// Index of the first record.
  public var startIndex: Int { 0 }
  /// One past the last record.
  public var endIndex: Int { packed.count }

  /// The record at `index`.
  public subscript(index: Int) -> EditRecord {
    let record = packed[index]
    return EditRecord(
      rule: rules.names[Int(record.rule)], source: Span(Int(record.sourceStart), Int(record.sourceEnd)),
      working: Span(Int(record.workingStart), Int(record.workingEnd)),
      confidence: Double(record.confidence) / Packed.scale)
  }

  /// Where the record stands in the working text, without building the whole record.
  func working(_ index: Int) -> Span<Working> {
    Span(Int(packed[index].workingStart), Int(packed[index].workingEnd))
  }

  /// What the record replaced.
  func source(_ index: Int) -> Span<Source> {
    Span(Int(packed[index].sourceStart), Int(packed[index].sourceEnd))
  }

  mutating func append(_ record: EditRecord) {
    packed.append(
      Packed(
        sourceStart: UInt32(record.source.start), sourceEnd: UInt32(record.source.end),
        workingStart: UInt32(record.working.start), workingEnd: UInt32(record.working.end),
        rule: rules.number(record.rule),
        confidence: UInt16(Swift.min(Swift.max(record.confidence, 0), 1) * Packed.scale + 0.5)))
  }

  /// Takes over a record of the list this one shares its rules with; its working place moves.
  mutating func append(_ other: EditRecords, _ index: Int, movedBy shift: Int) {
    let record = other.packed[index]
    packed.append(
      Packed(
        sourceStart: record.sourceStart, sourceEnd: record.sourceEnd,
        workingStart: UInt32(Int(record.workingStart) + shift),
        workingEnd: UInt32(Int(record.workingEnd) + shift), rule: record.rule, confidence: record.confidence))
  }

  mutating func removeLast() { packed.removeLast() }

  private struct Packed: Sendable {
    static let scale = 10_000.0
    let sourceStart: UInt32
    let sourceEnd: UInt32
    let workingStart: UInt32
    let workingEnd: UInt32
    let rule: UInt16
    let confidence: UInt16
  }

  /// Rule ids by number; there are a few hundred at most, joined ones included.
  private struct RuleTable: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: UInt16] = [:]
    /// The number asked for last: changes of one rule come in runs.
    private var last = 0

    mutating func number(_ name: String) -> UInt16 {
      if last < names.count, names[last] == name { return UInt16(last) }
      let number = find(name)
      last = Int(number)
      return number
    }

    private mutating func find(_ name: String) -> UInt16 {
      if let known = numbers[name] { return known }
      guard names.count < Int(UInt16.max) else { return UInt16.max - 1 }
      names.append(name)
      numbers[name] = UInt16(names.count - 1)
      return UInt16(names.count - 1)
    }
  }
}
