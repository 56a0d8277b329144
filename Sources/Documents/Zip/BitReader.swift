/// Bits of a DEFLATE stream, lowest bit of each byte first (RFC 1951, section 3.1.1).
struct BitReader {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var buffer: UInt64 = 0
  private var held = 0

  /// Reads the bytes of `range`, which lies inside `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next bits, up to 16, as a number.
  mutating func bits(_ count: Int) throws(DocumentError) -> Int {
    refill()
    guard count <= held else { throw .damaged("压缩数据不完整") }
    let value = Int(buffer & (1 << UInt64(count) - 1))
    drop(count)
    return value
  }

  /// The next symbol of a Huffman code.
  mutating func symbol(_ code: HuffmanCode) throws(DocumentError) -> Int {
    refill()
    guard let (symbol, length) = code.decode(buffer), length <= held else {
      throw .damaged(held == 0 ? "压缩数据不完整" : "压缩数据里有不存在的编码")
    }
    drop(length)
    return symbol
  }

  /// Leaves the rest of the current byte, then takes whole bytes.
  mutating func alignedBytes(_ count: Int) throws(DocumentError) -> ArraySlice<UInt8> {
    index -= held / 8
    (buffer, held) = (0, 0)
    guard count <= end - index else { throw .damaged("压缩数据不完整") }
    index += count
    return bytes[index - count..<index]
  }

  /// Leaves the rest of the current byte.
  mutating func align() { drop(held % 8) }

  private mutating func refill() {
    while held <= 56, index < end {
      buffer |= UInt64(bytes[index]) << UInt64(held)
      index += 1
      held += 8
    }
  }

  private mutating func drop(_ count: Int) {
    buffer >>= UInt64(count)
    held -= count
  }
}
