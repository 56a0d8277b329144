import ChineseText

/// A hearing in the transcript standard, as training reads it: who said what.
struct LabelledHearing: Sendable {
  /// One labelled turn.
  struct Turn: Sendable {
    /// Index into `actors`.
    let actor: Int
    /// What was said, with its marks.
    let text: String
  }

  /// Everybody who speaks.
  private(set) var actors: [Actor] = []
  /// All turns but stage notes.
  private(set) var turns: [Turn] = []

  /// Reads the text: header, a blank line, `角色：发言。` lines. Lines with other labels are left out.
  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.drop { !$0.isEmpty }
    let labelled = body.compactMap(Self.turn)
    let hasPresiding = labelled.contains { $0.label.base == .presidingJudge }
    var known: [RoleLabel: Int] = [:]
    for (label, speech) in labelled {
      if known[label] == nil {
        guard let role = RoleClass(label, hasPresiding: hasPresiding) else { continue }
        known[label] = actors.count
        actors.append(Actor(role, ordinal: ordinal(label, role)))
      }
      turns.append(Turn(actor: known[label] ?? 0, text: speech))
    }
  }

  private static func turn(_ line: Substring) -> (label: RoleLabel, speech: String)? {
    guard let colon = line.firstIndex(of: "："), let label = RoleLabel(text: String(line[..<colon])),
      label.base != .stageNote
    else { return nil }
    return (label, String(line[line.index(after: colon)...]))
  }

  /// The ordinal of the label; members told apart by name get numbers that nobody says.
  private func ordinal(_ label: RoleLabel, _ role: RoleClass) -> Int {
    if let ordinal = label.ordinal { return ordinal }
    let others = actors.filter { $0.role == role }.count
    return label.name == nil && others == 0 ? 0 : 10 + others
  }
}
