import TextCore

/// A saved state: a cache that makes opening fast and can always be made again from the segments.
///
/// `courtnlp-snapshot/1 <sequence> <sum> <segment> <offset> <length> <check>` and a line end, then the state's bytes.
struct Snapshot {
  let checkpoint: Checkpoint
  let bytes: [UInt8]
  /// Where the state begins in `bytes`.
  let start: Int

  static let prefix = "snapshot-"
  private static let magic = "courtnlp-snapshot/1"

  /// The name of the snapshot at that record.
  static func name(_ sequence: Int) -> String {
    LedgerReader.segment(from: sequence).replacing("segment-", with: prefix).replacing(".jsonl", with: ".bin")
  }

  /// Names of the snapshots, newest first.
  static func names(_ storage: any LedgerStorage) throws(LedgerError) -> [String] {
    try storing { () throws(StorageError) in try storage.names() }
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".bin") }.sorted(by: >)
  }

  /// The file of a state at a checkpoint.
  static func encode(_ state: [UInt8], at checkpoint: Checkpoint) -> [UInt8] {
    let fields = [
      magic, String(checkpoint.sequence), String(decoding: checkpoint.sum, as: UTF8.self), checkpoint.segment,
      String(checkpoint.offset), String(state.count),
    ].joined(separator: " ")
    let check = QuickCheck.sum(state, from: 0, seed: QuickCheck.sum(Array(fields.utf8), from: 0))
    return Array("\(fields) \(String(check, radix: 16))\n".utf8) + state
  }

  /// Reads a snapshot file; nil when it is not whole.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.prefix(400).firstIndex(of: 0x0A) else { return nil }
    let fields = String(decoding: bytes[..<end], as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 7, fields[0] == Self.magic, let sequence = Int(fields[1]),
      let offset = Int(fields[4]),
      Int(fields[5]) == bytes.count - end - 1, let check = UInt64(fields[6], radix: 16)
    else { return nil }
    let head = Array(bytes[..<(end - fields[6].utf8.count - 1)])
    guard String(check, radix: 16) == fields[6],
      check == QuickCheck.sum(bytes, from: end + 1, seed: QuickCheck.sum(head, from: 0))
    else { return nil }
    self.bytes = bytes
    start = end + 1
    checkpoint = Checkpoint(
      sequence: sequence, sum: Array(fields[2].utf8), segment: String(fields[3]), offset: offset)
  }

  /// True when the segment holds, right before the offset, the record that the snapshot was made at.
  func fits(_ storage: any LedgerStorage) -> Bool {
    guard checkpoint.sequence > 0, checkpoint.offset >= 67 else { return false }
    guard let bytes = try? storage.read(checkpoint.segment, from: checkpoint.offset - 67), bytes.count >= 67
    else { return false }
    return bytes[0..<64].elementsEqual(checkpoint.sum) && bytes[66] == 0x0A
  }
}

/// A fast 64-bit check for caches; the ledger itself is guarded by SHA-256.
enum QuickCheck {
  /// The check of the bytes from an offset on; some GB/s.
  static func sum(_ bytes: [UInt8], from start: Int, seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var value = seed ^ 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count - start)
      var at = start
      while at + 8 <= bytes.count {
        value = mix(value, UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at += 8
      }
      var rest: UInt64 = 0
      while at < bytes.count {
        rest = rest << 8 | UInt64(buffer[at])
        at += 1
      }
      return mix(value, rest)
    }
  }

  /// One step; a bijection of `value` for every word, so that one changed bit always changes the result.
  private static func mix(_ value: UInt64, _ word: UInt64) -> UInt64 {
    let x = (value ^ word) &* 0xBF58_476D_1CE4_E5B9
    return x ^ (x >> 29)
  }
}
