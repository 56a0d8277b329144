/// The characters that a network knows, each with its row.
struct Vocabulary: Equatable, Sendable {
  /// Rows below this one are voices and the end of a speech; then comes one for all unknown characters.
  static let firstCharacter: UInt32 = 5
  private static let unknown: Int32 = 4

  /// Known characters by code point, ascending.
  let scalars: [UInt32]
  private let rows: [UInt16]

  /// Number of rows.
  var count: Int { scalars.count + Int(Self.firstCharacter) }

  /// At most 60,000 characters of the basic plane; the rest are left out.
  init(_ scalars: some Sequence<UInt32>) {
    let known = Set(scalars.filter { $0 >= Self.firstCharacter && $0 < 0x1_0000 }).sorted().prefix(60_000)
    self.scalars = Array(known)
    var rows = [UInt16](repeating: UInt16(Self.unknown), count: 0x1_0000)
    for special in 0..<Int(Self.firstCharacter) { rows[special] = UInt16(special) }
    for (index, scalar) in known.enumerated() {
      rows[Int(scalar)] = UInt16(index) + UInt16(Self.firstCharacter)
    }
    self.rows = rows
  }

  /// The characters that stand at least `least` times in the speeches.
  init(_ speeches: [TrainingSpeech], least: Int) {
    var counts = [Int](repeating: 0, count: 0x1_0000)
    for speech in speeches {
      for scalar in speech.scalars where scalar < 0x1_0000 { counts[Int(NetworkText.code(scalar))] += 1 }
    }
    self.init(counts.indices.filter { counts[$0] >= least }.map { UInt32($0) })
  }

  /// The row of a code.
  @inline(__always)
  func row(_ code: UInt32) -> Int32 { code < 0x1_0000 ? Int32(rows[Int(code)]) : Self.unknown }

  static func isCharacter(_ row: Int32) -> Bool { row >= Self.unknown }
  static var unknownRow: Int32 { unknown }
}
