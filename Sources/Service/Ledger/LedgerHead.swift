/// The file `head`: the last acknowledged record, 12 digits and its sum. It is written after every commit without
/// fsync, so it may lag behind; it can never be ahead of what was acknowledged.
struct LedgerHead: Hashable {
  static let name = "head"
  let sequence: Int
  let sum: [UInt8]

  init(sequence: Int, sum: [UInt8]) {
    self.sequence = sequence
    self.sum = sum
  }

  /// Reads the file; nil when it is not whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 78, bytes[12] == 0x20, bytes[77] == 0x0A,
      bytes[..<12].allSatisfy({ (0x30...0x39).contains($0) }),
      let sequence = Int(String(decoding: bytes[..<12], as: UTF8.self))
    else { return nil }
    self.init(sequence: sequence, sum: Array(bytes[13..<77]))
  }

  /// The file.
  var bytes: [UInt8] {
    let digits = String(sequence)
    return Array((String(repeating: "0", count: max(0, 12 - digits.count)) + digits + " ").utf8) + sum + [
      0x0A
    ]
  }

  /// The head of a ledger; nil when there is none, `.failure` when the file is not whole.
  static func read(_ storage: any LedgerStorage) throws(LedgerError) -> Result<LedgerHead, Unreadable>? {
    guard try storing({ () throws(StorageError) in try storage.names() }).contains(name) else { return nil }
    let bytes = try storing { () throws(StorageError) in try storage.read(name, from: 0) }
    return LedgerHead(bytes).map(Result.success) ?? .failure(Unreadable())
  }

  /// The file is not a head.
  struct Unreadable: Error {}
}
