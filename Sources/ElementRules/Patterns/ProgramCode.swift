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

  /// Eight bytes as a number, the lowest first.
  @inline(__always)
  func eight(_ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The word of so many bytes at `place`.
  func word(_ place: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + place, count: count)
  }
}

/// Where the steps can begin, for `ProgramWriter`.
extension ProgramCode {
  /// Where the step at `place` can begin; the filters of the splits behind it are written.
  func beginning(_ place: Int, backward: Bool) -> WordFilter {
    var next = place + 1
    switch step(place) {
    case .word:
      var filter = WordFilter()
      let count = number(&next)
      filter.admit(word(next, count), backward: backward)
      return filter
    case .words: return WordFilter(self, next + Self.distanceSize)
    case .split:
      var filter = WordFilter(self, next + Self.distanceSize)
      filter.formUnion(beginning(target(next), backward: backward))
      return filter
    case .jump: return beginning(target(next), backward: backward)
    case .gap, .slot, .accept: return .all
    }
  }
}
