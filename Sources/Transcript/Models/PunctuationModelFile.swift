import Foundation

/// The model on disk: how rows and networks are joined, and the table of questions with them inside and at the end; the rows
/// of both passes and that table, or the digest of those it shares with the fast model beside it, the number of networks, the networks.
extension PunctuationModel: LearntModel {
  /// The frame of its files.
  public static let format = ModelFormat(
    magic: "CNLPPUNC", version: 7, fileName: "punctuation.model", title: "标点模型",
    command: "train punctuation")

  /// File name of the model with networks, where nobody gives another.
  public static let accurateFileName = "punctuation-accurate.model"

  /// The bytes of a file that stands alone.
  public var fileBytes: [UInt8] { fileBytes(sharing: nil) }

  /// The bytes of a file that leaves its rows to the model in `format.fileName` beside it, when those are the same.
  public func fileBytes(sharing companion: PunctuationModel?) -> [UInt8] {
    var body: [UInt8] = []
    for number in [inner, asksInside, asksAtEnd].flatMap(\.numbers) { body.append(integer: number) }
    if let companion, companion.hasRows(of: self) {
      body.append(integer: rowDigest)
    } else {
      body.append(integer: PunctuationFile.rowsFollow)
      for table in [rows, clauseRows] { table.withUnsafeBytes { body += $0 } }
      questions.weights.withUnsafeBytes { body += $0 }
    }
    body.append(integer: Int32(networks.count))
    for network in networks { network.append(to: &body) }
    return Self.format.bytes(signature: signature, body: body)
  }

  private func hasRows(of other: PunctuationModel) -> Bool {
    rows == other.rows && clauseRows == other.clauseRows && questions == other.questions
  }

  /// Tells the rows of one training from those of another: FNV-1a over 4-byte words, made odd.
  private var rowDigest: Int32 {
    var hash: UInt32 = 2_166_136_261
    func take(_ bytes: UnsafeRawBufferPointer) {
      for word in bytes.bindMemory(to: UInt32.self) {
        hash = (hash ^ UInt32(littleEndian: word)) &* 16_777_619
      }
    }
    for table in [rows, clauseRows] { table.withUnsafeBytes(take) }
    questions.weights.withUnsafeBytes(take)
    return Int32(bitPattern: hash | 1)
  }

  /// Reads a model, and the rows it shares from the file beside it; 2.5 to 12 MiB, some milliseconds.
  public init(path: String) throws(ModelFileError) {
    let file = try PunctuationFile(path)
    if let rows = file.rows { self.init(rows) } else { try self.init(rowsBeside: path, file.digest) }
    (inner, asksInside, asksAtEnd) = (file.inner, file.asksInside, file.asksAtEnd)
    networks = file.networks
    signature = file.signature
  }

  private init(_ rows: PunctuationFile.Rows) {
    self.init(rows: rows.first)
    (clauseRows, questions) = (rows.clauses, rows.questions)
  }

  private init(rowsBeside path: String, _ digest: Int32) throws(ModelFileError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let companion = folder.appendingPathComponent(Self.format.fileName).path
    let refusal = ModelFileError(path: companion, format: Self.format, reason: .notTheCompanion)
    guard let rows = try PunctuationFile(companion).rows else { throw refusal }
    self.init(rows)
    guard rowDigest == digest else { throw refusal }
  }
}

extension PunctuationNetworks {
  /// The networks of a model file, whatever rows stand beside it; nil when it has none.
  public init?(path: String) throws(ModelFileError) {
    let file = try PunctuationFile(path)
    guard !file.networks.isEmpty else { return nil }
    self.init(networks: file.networks, signature: file.signature)
  }
}

/// A model file as it was read.
private struct PunctuationFile {
  typealias Rows = (first: [SIMD8<Int8>], clauses: [SIMD8<Int8>], questions: QuestionRows)

  /// Stands where else the digest of shared rows stands.
  static let rowsFollow: Int32 = 0
  private static let mostNetworks: Int32 = 8

  let inner, asksInside, asksAtEnd: MarkBlend
  let digest: Int32
  /// Nil when they are in the file beside.
  let rows: Rows?
  let networks: [MarkNetwork]
  let signature: String

  init(_ path: String) throws(ModelFileError) {
    var file = try PunctuationModel.format.open(path)
    inner = MarkBlend(try file.integers(24))
    asksInside = MarkBlend(try file.integers(24))
    asksAtEnd = MarkBlend(try file.integers(24))
    digest = try file.integer()
    rows = digest == Self.rowsFollow ? try Self.rows(&file) : nil
    let count = try file.integer()
    try file.require((0...Self.mostNetworks).contains(count))
    var networks: [MarkNetwork] = []
    for _ in 0..<count { networks.append(try MarkNetwork(&file)) }
    self.networks = networks
    signature = file.signature
    try file.end()
  }

  private static func rows(_ file: inout ModelFile) throws(ModelFileError) -> Rows {
    (
      try file.rows(1 << Int(PunctuationModel.slotBits)), try file.rows(1 << Int(ClauseFeatures.bits)),
      QuestionRows(try file.rows(1 << Int(QuestionFeatures.bits - 3)))
    )
  }
}
