/// A canonical Huffman code given by the length of each symbol's code (RFC 1951, section 3.2.2).
///
/// Short codes are looked up in one step; longer ones are walked length by length, so that a table is small to build
/// and a file of nothing but tables stays cheap.
struct HuffmanCode {
  private static let longest = 15
  private static let direct = 9
  /// Symbol × 16 + length for every value of the next nine bits; 0 for longer codes.
  private var lookup = [UInt16](repeating: 0, count: 1 << direct)
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// Symbols in order of their codes.
  private var symbols: [UInt16]

  /// Takes up to 320 lengths of 0 (no code) to 15; an incomplete code is let pass, its gaps decode to nil.
  init(lengths: ArraySlice<UInt8>) throws(DocumentError) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var starts = [Int](repeating: 0, count: Self.longest + 2)
    var codes = starts
    for length in 1...Self.longest {
      starts[length + 1] = starts[length] + counts[length]
      codes[length + 1] = (codes[length] + counts[length]) << 1
      guard codes[length] + counts[length] <= 1 << length else { throw .damaged("压缩数据的编码表有误") }
    }
    symbols = [UInt16](repeating: 0, count: starts[Self.longest + 1])
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[starts[length]] = UInt16(symbol)
      starts[length] += 1
      if length <= Self.direct { enter(symbol, codes[length], length) }
      codes[length] += 1
    }
  }

  private mutating func enter(_ symbol: Int, _ code: Int, _ length: Int) {
    let first = Int(UInt16(code).bitReversed) >> (16 - length)
    for index in stride(from: first, to: 1 << Self.direct, by: 1 << length) {
      lookup[index] = UInt16(symbol << 4 | length)
    }
  }

  /// The symbol whose code stands in the lowest bits, and its length; nil for bits that are no code.
  func decode(_ bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = Int(lookup[Int(bits & (1 << UInt64(Self.direct) - 1))])
    if entry != 0 { return (entry >> 4, entry & 15) }
    var (code, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      code |= Int(bits >> UInt64(length - 1) & 1)
      if code - first < counts[length] { return (Int(symbols[index + code - first]), length) }
      index += counts[length]
      first = (first + counts[length]) << 1
      code <<= 1
    }
    return nil
  }
}

extension UInt16 {
  /// The same bits in the opposite order: DEFLATE stores codes highest bit first.
  var bitReversed: UInt16 {
    var value = self
    value = value >> 1 & 0x5555 | (value & 0x5555) << 1
    value = value >> 2 & 0x3333 | (value & 0x3333) << 2
    value = value >> 4 & 0x0F0F | (value & 0x0F0F) << 4
    return value.byteSwapped
  }
}
