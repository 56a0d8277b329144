import Foundation
import TextCore

/// Where a reader stands: everything up to `sequence` has been read.
struct Checkpoint: Hashable, Sendable {
  /// The last record read; 0 for none.
  var sequence = 0
  /// Its sum.
  var sum = LedgerRecord.origin
  /// The segment that holds it; empty for none.
  var segment = ""
  /// The byte after it.
  var offset = 0
}

/// Reads the committed records of a ledger in order, checking chain, numbers and sums as it goes.
struct LedgerReader {
  typealias Body = (LedgerRecord, Checkpoint) throws(LedgerError) -> Void

  let storage: any LedgerStorage
  private(set) var checkpoint: Checkpoint
  /// After the last whole line of a commit that was not finished; nil when the tail begins with a torn line.
  private(set) var unfinished: Checkpoint?
  /// The bytes after the last commit, when there are any: a commit that is being written or was never finished.
  private(set) var tail: LedgerError.Damage?

  init(_ storage: any LedgerStorage, from checkpoint: Checkpoint = Checkpoint()) {
    self.storage = storage
    self.checkpoint = checkpoint
  }

  /// Names of the segments in order.
  static func segments(_ storage: any LedgerStorage) throws(LedgerError) -> [String] {
    try storing { () throws(StorageError) in try storage.names() }
      .filter { $0.hasPrefix("segment-") && $0.hasSuffix(".jsonl") }.sorted()
  }

  /// The name of the segment that begins with that record.
  static func segment(from sequence: Int) -> String {
    let digits = String(sequence)
    return "segment-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits + ".jsonl"
  }

  /// Reads on to the end; `body` gets each committed record and the place after it.
  mutating func read(_ body: Body) throws(LedgerError) {
    let names = try Self.segments(storage)
    for (index, name) in names.enumerated() where name >= checkpoint.segment {
      if name != checkpoint.segment {
        guard name == Self.segment(from: checkpoint.sequence + 1) else {
          throw .damaged(Self.damage(name, 0, "文件名表明从别的事件开始，中间的分段文件缺失或被改名", checkpoint.sequence + 1))
        }
        checkpoint.segment = name
        checkpoint.offset = 0
      }
      let bytes = try storing { [checkpoint] () throws(StorageError) in
        try storage.read(name, from: checkpoint.offset)
      }
      try read(bytes, of: name, isLast: index == names.count - 1, body)
    }
  }

  private mutating func read(
    _ bytes: [UInt8], of name: String, isLast: Bool, _ body: Body
  ) throws(LedgerError) {
    let base = checkpoint.offset
    var group: [(LedgerRecord, Checkpoint)] = []
    var (at, sequence, sum) = (0, checkpoint.sequence, checkpoint.sum)
    while let end = Self.lineEnd(bytes, at) {
      let record = try check(bytes, at..<end, after: sequence, sum, group.last?.0, base + at)
      sequence += 1
      sum = Array(bytes[end - 66..<end - 2])
      at = end + 1
      let after = Checkpoint(sequence: sequence, sum: sum, segment: name, offset: base + at)
      group.append((record, after))
      guard record.more == 0 else { continue }
      checkpoint = after
      for (record, place) in group { try body(record, place) }
      group.removeAll(keepingCapacity: true)
    }
    guard base + bytes.count > checkpoint.offset else { return }
    let rest = Self.damage(
      name, checkpoint.offset, "最后一次提交不完整，共 \(base + bytes.count - checkpoint.offset) 字节",
      checkpoint.sequence + 1)
    guard isLast else { throw .damaged(rest) }
    unfinished = group.last?.1
    tail = rest
  }

  private func check(
    _ bytes: [UInt8], _ range: Range<Int>, after sequence: Int, _ sum: [UInt8], _ before: LedgerRecord?,
    _ offset: Int
  ) throws(LedgerError) -> LedgerRecord {
    func fail(_ reason: String) -> LedgerError {
      .damaged(Self.damage(checkpoint.segment, offset, reason, sequence + 1))
    }
    guard let line = LedgerRecord.line(bytes, range) else { throw fail("不是台账记录的格式") }
    guard line.sequence == sequence + 1 else { throw fail("序号是 \(line.sequence)，应为 \(sequence + 1)") }
    guard bytes[line.previous].elementsEqual(sum) else { throw fail("与前一条记录的哈希不衔接") }
    guard bytes[line.sum].elementsEqual(LedgerRecord.sum(bytes, range.lowerBound..<line.event.upperBound))
    else { throw fail("内容与校验和不符") }
    guard before.map({ $0.more == line.more + 1 || LedgerRecovery.closes(bytes, line) }) ?? true
    else { throw fail("提交内的计数不连续") }
    guard let time = Moment(String(decoding: bytes[line.time], as: UTF8.self)) else { throw fail("时间无法识别") }
    return LedgerRecord(sequence: line.sequence, time: time, more: line.more, event: Array(bytes[line.event]))
  }

  /// A place in a segment, its line counted from the number in the file's name.
  static func damage(_ segment: String, _ offset: Int, _ reason: String, _ expected: Int)
    -> LedgerError.Damage
  {
    let first = Int(segment.dropFirst(8).dropLast(6)) ?? expected
    return LedgerError.Damage(
      segment: segment, line: max(1, expected - first + 1), offset: offset, sequence: expected, reason: reason
    )
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}

/// Runs a storage operation, its error wrapped.
func storing<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
  do { return try body() } catch { throw .storage(error) }
}
