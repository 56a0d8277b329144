/// The model on disk: biases inside and at the end, rows of the first pass, rows of the second, the networks' share in
/// sixteenths, their number, the networks.
extension PunctuationModel: LearntModel {
  /// The frame of its files.
  public static let format = ModelFormat(
    magic: "CNLPPUNC", version: 4, fileName: "punctuation.model", title: "标点模型",
    command: "train punctuation")

  /// File name of the model with a network, where nobody gives another.
  public static let accurateFileName = "punctuation-accurate.model"

  private static let mostNetworks: Int32 = 8

  /// The file's bytes.
  public var fileBytes: [UInt8] {
    var body: [UInt8] = []
    for bias in [innerBias, endBias] { for lane in 0..<8 { body.append(integer: bias[lane]) } }
    rows.withUnsafeBytes { body += $0 }
    clauseRows.withUnsafeBytes { body += $0 }
    body.append(integer: networkShare)
    body.append(integer: Int32(networks.count))
    for network in networks { network.append(to: &body) }
    return Self.format.bytes(signature: signature, body: body)
  }

  /// Reads a model; 2.5 to 12 MiB, a few milliseconds.
  public init(path: String) throws(ModelFileError) {
    var file = try Self.format.open(path)
    let innerBias = Self.bias(try file.integers(8))
    let endBias = Self.bias(try file.integers(8))
    self.init(
      rows: try file.rows(1 << Int(Self.slotBits)), innerBias: innerBias, endBias: endBias,
      signature: file.signature)
    clauseRows = try file.rows(1 << Int(ClauseFeatures.bits))
    networkShare = try file.integer()
    let count = try file.integer()
    try file.require((0...16).contains(networkShare) && (0...Self.mostNetworks).contains(count))
    for _ in 0..<count { networks.append(try MarkNetwork(&file)) }
    try file.end()
  }

  /// Damage is caught by the checksum; the bound keeps a forged file from overflowing the sums.
  private static func bias(_ numbers: [Int32]) -> BoundaryScores {
    BoundaryScores(numbers).clamped(
      lowerBound: BoundaryScores(repeating: -100_000), upperBound: BoundaryScores(repeating: 100_000))
  }
}
