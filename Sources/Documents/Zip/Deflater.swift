/// Packs bytes as DEFLATE with the fixed code (RFC 1951, section 3.2.6), piece by piece: repeats are found inside a
/// piece by the last place of each three bytes. XML comes out about ten times smaller; linear.
struct Deflater {
  private static let window = 1 << 15
  private static let shortest = 3
  private static let longest = 258
  /// What is packed so far; complete only after `finish`.
  private(set) var output: [UInt8] = []
  private var input: [UInt8] = []
  private var buffer: UInt64 = 0
  private var held = 0
  /// One past the last place of each hash of three bytes; 0 for none.
  private var places = [Int32](repeating: 0, count: window)

  /// The packed bytes.
  static func deflate(_ input: [UInt8]) -> [UInt8] {
    var deflater = Deflater()
    deflater.append(input)
    deflater.finish()
    return deflater.output
  }

  /// Packs one piece, smaller than 2 GiB, as a block of its own.
  mutating func append(_ piece: [UInt8]) {
    input = piece
    for index in places.indices { places[index] = 0 }
    put(0b010, 3)  // another block follows, fixed code
    var index = 0
    while index < input.count {
      let (length, distance) = match(index)
      if length >= Self.shortest {
        put(length: length, distance: distance)
      } else {
        put(symbol: Int(input[index]))
      }
      for place in index..<index + max(length, 1) { remember(place) }
      index += max(length, 1)
    }
    put(symbol: 256)
  }

  /// Ends the stream with an empty last block.
  mutating func finish() {
    put(0b011, 3)
    put(symbol: 256)
    put(0, 7)  // pushes the last bits out
  }

  private func hash(_ index: Int) -> Int {
    let value = UInt32(input[index]) << 16 | UInt32(input[index + 1]) << 8 | UInt32(input[index + 2])
    return Int((value &* 0x9E37_79B1) >> 17)
  }

  private mutating func remember(_ index: Int) {
    if index + Self.shortest <= input.count { places[hash(index)] = Int32(index + 1) }
  }

  /// The repeat that starts at `index`, of length 0 when there is none.
  private func match(_ index: Int) -> (length: Int, distance: Int) {
    guard index + Self.shortest <= input.count else { return (0, 0) }
    let place = Int(places[hash(index)]) - 1
    guard place >= 0, index - place <= Self.window else { return (0, 0) }
    let limit = min(Self.longest, input.count - index)
    var length = 0
    while length < limit, input[place + length] == input[index + length] { length += 1 }
    return length < Self.shortest ? (0, 0) : (length, index - place)
  }

  private mutating func put(length: Int, distance: Int) {
    let symbol = DeflateTables.index(of: length, in: DeflateTables.lengthBase)
    put(symbol: 257 + symbol)
    put(length - DeflateTables.lengthBase[symbol], DeflateTables.lengthExtra[symbol])
    let place = DeflateTables.index(of: distance, in: DeflateTables.distanceBase)
    put(Int(UInt16(place).bitReversed >> 11), 5)
    put(distance - DeflateTables.distanceBase[place], DeflateTables.distanceExtra[place])
  }

  /// Writes a symbol of the fixed code, highest bit first.
  private mutating func put(symbol: Int) {
    let (code, length) =
      switch symbol {
      case ..<144: (0x30 + symbol, 8)
      case ..<256: (0x190 + symbol - 144, 9)
      case ..<280: (symbol - 256, 7)
      default: (0xC0 + symbol - 280, 8)
      }
    put(Int(UInt16(code).bitReversed) >> (16 - length), length)
  }

  private mutating func put(_ value: Int, _ count: Int) {
    buffer |= UInt64(value) << UInt64(held)
    held += count
    while held >= 8 {
      output.append(UInt8(truncatingIfNeeded: buffer))
      buffer >>= 8
      held -= 8
    }
  }
}
