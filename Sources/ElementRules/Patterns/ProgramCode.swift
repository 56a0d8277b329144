/// The bytes of programs, for reading; see `PatternProgram`. What a `ProgramWriter` wrote is well formed, so that places
/// are not checked.
struct ProgramCode {
  private let bytes: UnsafeRawPointer

  init(_ bytes: UnsafeRawPointer) { self.bytes = bytes }

  /// The step at `place`.
  @inline(__always)
  func step(_ place: Int) -> PatternProgram.Step {
    PatternProgram.Step(rawValue: bytes.load(fromByteOffset: place, as: UInt8.self)) ?? .accept
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 { bytes.load(fromByteOffset: place, as: UInt8.self) }

  /// The number at `place`, which is moved behind it.
  @inline(__always)
  func number(_ place: inout Int) -> Int {
    let first = Int(self[place])
    place += 1
    return first < 0x80 ? first : long(first & 0x7F, &place)
  }

  private func long(_ first: Int, _ place: inout Int) -> Int {
    var (number, shift) = (first, 7)
    while true {
      let next = Int(self[place])
      place += 1
      number |= (next & 0x7F) << shift
      shift += 7
      if next < 0x80 { return number }
    }
  }

  /// Bytes of a distance.
  static let distanceSize = 4

  /// The place to which the distance at `place` leads.
  @inline(__always)
  func target(_ place: Int) -> Int {
    place + Self.distanceSize
      + Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// False when the filter at `place` lets no word with that hash through.
  @inline(__always)
  func filter(_ place: Int, has hash: UInt8) -> Bool {
    self[place + Int(hash >> 3)] >> (hash & 7) & 1 != 0
  }
}
