/// Everything measured on one hearing.
public struct CaseScore: Sendable {
  /// Folder name.
  public let id: String
  /// Form of the raw input.
  public let form: String
  /// Cause of action.
  public let cause: String
  /// Counts of the whole hearing.
  public internal(set) var counts = TranscriptCounts.zero
  /// 95 % interval of character accuracy, by bootstrap over the turns of this hearing; nil with fewer than two turns.
  public internal(set) var characterInterval: Interval?
  /// Counts by gold label; bodies have none.
  public internal(set) var speakers: [String: TranscriptCounts] = [:]
  /// Counts by phase; bodies have none.
  public internal(set) var phases: [HearingPhase: TranscriptCounts] = [:]
  /// Every difference, in gold order.
  public internal(set) var errors: [TranscriptError] = []
  /// Changes of meaning, in gold order.
  public internal(set) var safety: [SafetyError] = []
  /// Which character for which.
  public internal(set) var characters = Confusions()
  /// Which mark for which.
  public internal(set) var marks = Confusions()
  /// Which label for which, in content characters.
  public internal(set) var roles = Confusions()

  init(_ gold: GoldCase) {
    id = gold.id
    form = gold.form
    cause = gold.cause
  }

  /// Edits by kind of work; roles count content characters.
  public var errorsByKind: [TranscriptError.Kind: Int] {
    errors.reduce(into: [:]) { $0[$1.kind, default: 0] += $1.weight }
  }
}
