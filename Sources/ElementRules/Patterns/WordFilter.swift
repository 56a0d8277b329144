/// Tells in one look that none of some words can stand at a place, by their outermost scalar, as `ScalarFilter` does;
/// smaller, for there are very many in programs.
struct WordFilter {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Bytes that `write` writes.
  static let size = 16

  /// Admits nothing.
  init() {}

  /// The filter that was written at `place`.
  init(_ code: ProgramCode, _ place: Int) { (low, high) = (code.eight(place), code.eight(place + 8)) }

  /// Admits everything.
  static let all: WordFilter = {
    var filter = WordFilter()
    (filter.low, filter.high) = (.max, .max)
    return filter
  }()

  /// Admits the word at places where its first scalar, or its last, stands; an empty word is admitted everywhere.
  mutating func admit(_ word: UnsafeRawBufferPointer, backward: Bool) {
    guard !word.isEmpty else { return self = .all }
    let hash = ScalarFilter.hash(of: word, backward: backward)
    let bit: UInt64 = 1 << UInt64(hash & 63)
    if hash & 64 == 0 { low |= bit } else { high |= bit }
  }

  /// Admits all that the other admits.
  mutating func formUnion(_ other: WordFilter) { (low, high) = (low | other.low, high | other.high) }

  /// False when the filter written at `place` admits no word with that hash.
  @inline(__always)
  static func mayHave(_ hash: UInt8, _ code: ProgramCode, _ place: Int) -> Bool {
    code.eight(place + Int(hash & 64) >> 3) >> UInt64(hash & 63) & 1 != 0
  }

  /// Writes the bits in place of those from `place` on.
  func write(to bytes: inout [UInt8], at place: Int) {
    bytes.withUnsafeMutableBytes { code in
      code.storeBytes(of: low.littleEndian, toByteOffset: place, as: UInt64.self)
      code.storeBytes(of: high.littleEndian, toByteOffset: place + 8, as: UInt64.self)
    }
  }
}
