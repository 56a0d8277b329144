/// The network inside a model file: sizes, characters, tables, layers, output.
extension MarkNetwork {
  /// Appends the network.
  func append(to body: inout [UInt8]) {
    body.append(integer: Int32(shape.width))
    body.append(integer: Int32(shape.pairBits))
    body.append(integer: Int32(shape.layers.count))
    for layer in shape.layers {
      body.append(integer: Int32(layer.taps))
      body.append(integer: Int32(layer.dilation))
    }
    body.append(integer: Int32(vocabulary.scalars.count))
    for scalar in vocabulary.scalars { body.append(integer: Int32(bitPattern: scalar)) }
    for table in [characters, pairs] {
      body.append(integer: table.factor)
      table.numbers.withUnsafeBytes { body += $0 }
    }
    for matrix in layers + [output] {
      for number in matrix.scales + matrix.biases { body.append(number: number) }
      matrix.weights.withUnsafeBytes { body += $0 }
    }
  }

  /// Reads a network; sizes that cannot be are damage.
  init(_ file: inout ModelFile) throws(ModelFileError) {
    let shape = try Self.shape(&file)
    let count = Int(try file.integer())
    try file.require((0...60_000).contains(count))
    let scalars = try file.integers(count).map { UInt32(bitPattern: $0) }
    let vocabulary = Vocabulary(scalars)
    try file.require(vocabulary.scalars == scalars)
    let characters = try Self.table(&file, rows: vocabulary.count, shape.width)
    let pairs = try Self.table(&file, rows: 1 << Int(shape.pairBits), shape.width)
    var layers: [IntegerMatrix] = []
    for layer in shape.layers {
      layers.append(try Self.matrix(&file, rows: layer.taps * shape.width, columns: 2 * shape.width))
    }
    self.init(
      shape: shape, vocabulary: vocabulary, characters: characters, pairs: pairs, layers: layers,
      output: try Self.matrix(&file, rows: 2 * shape.width, columns: IntegerMatrix.block))
  }

  private static func shape(_ file: inout ModelFile) throws(ModelFileError) -> NetworkShape {
    var shape = NetworkShape()
    shape.width = Int(try file.integer())
    let bits = try file.integer()
    let count = try file.integer()
    try file.require(
      (8...256).contains(shape.width) && shape.width % 8 == 0 && (8...20).contains(bits)
        && (1...16).contains(count))
    shape.pairBits = UInt32(bits)
    shape.layers = []
    for _ in 0..<count {
      let taps = Int(try file.integer())
      let dilation = Int(try file.integer())
      try file.require(
        taps > 0 && taps % 2 == 1 && taps <= IntegerMatrix.mostRows / shape.width
          && (1...64).contains(dilation))
      shape.layers.append(NetworkShape.Layer(taps: taps, dilation: dilation))
    }
    return shape
  }

  private static func table(
    _ file: inout ModelFile, rows: Int, _ width: Int
  ) throws(ModelFileError) -> IntegerTable {
    let factor = try file.integer()
    try file.require((0...1 << 22).contains(factor))
    return IntegerTable(width: width, numbers: try file.bytes(rows * width), factor: factor)
  }

  private static func matrix(
    _ file: inout ModelFile, rows: Int, columns: Int
  ) throws(ModelFileError) -> IntegerMatrix {
    var numbers: [Float] = []
    for _ in 0..<2 * columns { numbers.append(try file.number()) }
    return IntegerMatrix(
      rows: rows, weights: try file.bytes(rows * columns), scales: Array(numbers[..<columns]),
      biases: Array(numbers[columns...]))
  }
}
