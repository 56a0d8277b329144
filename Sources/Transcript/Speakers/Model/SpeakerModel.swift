import Foundation
import TextCore

/// What was learnt about who says what: the tables that cut speech without speakers, and those that tell voices apart.
///
/// Copies share the tables; each is unfolded at its first use, in a millisecond or two, and is then 2 to 4 MB.
public struct SpeakerModel: Sendable {
  /// What it was trained on and how, one `key=value` a line.
  public let signature: String
  private let cutter: Deferred<RoleModel>
  private let voices: Deferred<BayesScorer>

  /// Cuts speech that comes without speakers.
  var roles: RoleModel { cutter.value }
  /// Tells what each voice of a hearing sounds like.
  var scorer: BayesScorer { voices.value }

  init(roles: RoleModel, scorer: BayesScorer, signature: String) {
    self.signature = signature
    cutter = Deferred { roles }
    voices = Deferred { scorer }
  }
}

/// The model on disk: the four big tables, then the small ones in hundredths.
extension SpeakerModel: LearntModel {
  /// The frame of its files.
  public static let format = ModelFormat(
    magic: "CNLPSPKR", version: 2, fileName: "speakers.model", title: "发言人模型", command: "train speakers")

  /// The file's bytes.
  public var fileBytes: [UInt8] {
    var body: [UInt8] = []
    for table in [roles.inside, roles.turn, scorer.inside, scorer.turn] {
      let (levels, step) = table.encoded()
      body.append(number: step)
      body += levels.map(UInt8.init(bitPattern:))
    }
    for table in RoleModel.smallTables {
      for weight in roles[keyPath: table] { body.append(integer: Int32((weight * 100).rounded())) }
    }
    return Self.format.bytes(signature: signature, body: body)
  }

  /// Opens a model; its megabyte is checked now and read when it is used.
  public init(path: String) throws(ModelFileError) {
    var file = try Self.format.open(path)
    signature = file.signature
    let empty = (roles: RoleModel(), scorer: BayesScorer())
    let inside = try RoleTable.Folded(&file, like: empty.roles.inside)
    let turn = try RoleTable.Folded(&file, like: empty.roles.turn)
    let voiceInside = try RoleTable.Folded(&file, like: empty.scorer.inside)
    let voiceTurn = try RoleTable.Folded(&file, like: empty.scorer.turn)
    var small: [[Float]] = []
    for table in RoleModel.smallTables {
      small.append(try file.integers(empty.roles[keyPath: table].count).map { Float($0) / 100 })
    }
    try file.end()
    voices = Deferred { BayesScorer(inside: voiceInside.table, turn: voiceTurn.table) }
    cutter = Deferred { [small] in RoleModel(inside: inside.table, turn: turn.table, small: small) }
  }
}
