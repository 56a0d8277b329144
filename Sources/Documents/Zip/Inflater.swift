/// Unpacks DEFLATE (RFC 1951); linear in what comes out, which is bounded.
struct Inflater {
  private var reader: BitReader
  private let size: Int
  private var output: [UInt8] = []

  /// Unpacks the stream in `range` of `bytes`; it must come to exactly `size` bytes.
  static func inflate(_ bytes: [UInt8], _ range: Range<Int>, size: Int) throws(DocumentError) -> [UInt8] {
    var inflater = Inflater(reader: BitReader(bytes, range), size: size)
    try inflater.run()
    return inflater.output
  }

  private init(reader: BitReader, size: Int) {
    self.reader = reader
    self.size = size
  }

  /// Packers make a block for some thousand bytes; blocks without bytes would cost time for nothing.
  private mutating func run() throws(DocumentError) {
    var isLast = false
    var left = 1024 + size / 256
    while !isLast {
      guard left > 0 else { throw .damaged("压缩数据分成了太多的块") }
      left -= 1
      isLast = try reader.bits(1) == 1
      switch try reader.bits(2) {
      case 0: try stored()
      case 1:
        try block(
          try .init(lengths: DeflateTables.fixedLengths[...]),
          try .init(lengths: DeflateTables.fixedDistances[...]))
      case 2: try dynamic()
      default: throw .damaged("压缩数据里有未知的块")
      }
    }
    guard output.count == size else { throw .damaged("解压后的长度与登记的不符") }
  }

  private mutating func stored() throws(DocumentError) {
    reader.align()
    let (length, check) = (try reader.bits(16), try reader.bits(16))
    guard length == check ^ 0xFFFF else { throw .damaged("压缩数据的块长度有误") }
    try makeRoom(length)
    output += try reader.alignedBytes(length)
  }

  private mutating func dynamic() throws(DocumentError) {
    let literals = try reader.bits(5) + 257
    let distances = try reader.bits(5) + 1
    let sent = try reader.bits(4) + 4
    var order = [UInt8](repeating: 0, count: 19)
    for index in 0..<sent { order[DeflateTables.lengthOrder[index]] = UInt8(try reader.bits(3)) }
    let lengths = try lengths(literals + distances, HuffmanCode(lengths: order[...]))
    try block(HuffmanCode(lengths: lengths[..<literals]), HuffmanCode(lengths: lengths[literals...]))
  }

  /// Code lengths, themselves coded with repeats.
  private mutating func lengths(_ count: Int, _ code: HuffmanCode) throws(DocumentError) -> [UInt8] {
    var lengths: [UInt8] = []
    while lengths.count < count {
      let symbol = try reader.symbol(code)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw .damaged("压缩数据的编码表有误") }
        lengths += [UInt8](repeating: last, count: try reader.bits(2) + 3)
      case 17: lengths += [UInt8](repeating: 0, count: try reader.bits(3) + 3)
      default: lengths += [UInt8](repeating: 0, count: try reader.bits(7) + 11)
      }
    }
    guard lengths.count == count else { throw .damaged("压缩数据的编码表有误") }
    return lengths
  }

  private mutating func block(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(DocumentError) {
    while true {
      let symbol = try reader.symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        try makeRoom(1)
        output.append(UInt8(symbol))
      } else {
        try copy(symbol - 257, distances)
      }
    }
  }

  private mutating func copy(_ symbol: Int, _ distances: HuffmanCode) throws(DocumentError) {
    guard symbol < DeflateTables.lengthBase.count else { throw .damaged("压缩数据里有不存在的编码") }
    let length = DeflateTables.lengthBase[symbol] + (try reader.bits(DeflateTables.lengthExtra[symbol]))
    let place = try reader.symbol(distances)
    guard place < DeflateTables.distanceBase.count else { throw .damaged("压缩数据里有不存在的编码") }
    let distance = DeflateTables.distanceBase[place] + (try reader.bits(DeflateTables.distanceExtra[place]))
    guard distance <= output.count else { throw .damaged("压缩数据指向开头之前") }
    try makeRoom(length)
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  private func makeRoom(_ count: Int) throws(DocumentError) {
    guard count <= size - output.count else { throw .damaged("解压后的长度与登记的不符") }
  }
}
