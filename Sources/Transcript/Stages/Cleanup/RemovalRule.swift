/// One reason to take something out of a speech.
protocol RemovalRule: Sendable {
  /// True when marks that lose their clause go with the words.
  var closesGaps: Bool { get }

  /// Marks what goes; linear in the speech.
  func mark(_ speech: SpeechScalars, _ turn: SpokenTurn, _ mask: inout RemovalMask)
}

/// A turn among the others.
struct SpokenTurn {
  /// Its index.
  let index: Int
  /// The hearing.
  let context: TurnContext
}

/// Why words go; the rule id of the edit.
enum RemovalReason: String {
  case noise = "cleanup.noise"
  case timestamp = "cleanup.timestamp"
  case backchannel = "cleanup.backchannel"
  case hesitation = "cleanup.hesitation"
  case particle = "cleanup.particle"
  case filler = "cleanup.filler"
  case topic = "cleanup.topic"
  case tag = "cleanup.tag"
  case stutter = "cleanup.stutter"

  /// Share of right removals on the gold hearings, rounded down.
  var confidence: Double {
    switch self {
    case .noise, .timestamp, .hesitation: 0.98
    case .stutter, .backchannel, .particle: 0.93
    case .filler, .topic, .tag: 0.9
    }
  }
}

/// Bytes of the working text that go.
struct RemovedBytes {
  let range: Range<Int>
  let reason: RemovalReason
}
