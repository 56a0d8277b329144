import TextCore
import Transcript

/// Writes what a live hearing gives out, as text or as JSON Lines, at once.
struct LiveOutput {
  private let console: Console
  private let asJSON: Bool
  private var isLineOpen = false
  private var turns = 0

  init(_ console: Console, asJSON: Bool) {
    self.console = console
    self.asJSON = asJSON
  }

  /// Writes parts in order; notes go to standard error.
  mutating func write(_ parts: [LivePart]) {
    for part in parts {
      switch part {
      case .note(let diagnostic): console.report(diagnostic)
      case .header(let bytes): console.write(asJSON ? Self.header(bytes) : bytes)
      case .turn(let turn):
        turns += turn.continues ? 0 : 1
        console.write(asJSON ? json(turn) : text(turn))
      }
    }
  }

  /// Ends the output.
  mutating func finish() {
    if isLineOpen { console.write("\n") }
    isLineOpen = false
    if asJSON { console.write("{\"type\":\"end\",\"turns\":\(turns)}\n") }
  }

  /// The pieces of a turn stand on one line.
  private mutating func text(_ turn: LiveTurn) -> [UInt8] {
    var bytes: [UInt8] = isLineOpen && !turn.continues ? [0x0A] : []
    if !turn.continues, !turn.speaker.label.isEmpty { bytes += Array("\(turn.speaker.label)：".utf8) }
    bytes += turn.text
    isLineOpen = !turn.isWhole
    if turn.isWhole { bytes.append(0x0A) }
    return bytes
  }

  /// Each piece is an object of its own; `n` counts turns.
  private func json(_ turn: LiveTurn) -> [UInt8] {
    let role = turn.speaker.role
    var object = JSONObjectWriter()
    object.add("type", "turn")
    object.add("n", turns)
    object.add("role", role?.with(ordinal: role?.ordinal, name: nil).text ?? turn.speaker.key)
    object.add("name", orNull: role?.name)
    object.add("text", String(decoding: turn.text, as: UTF8.self))
    object.addRaw("source", "{\"start\":\(turn.source.start),\"end\":\(turn.source.end)}")
    object.add("label", turn.speaker.label)
    object.add("speaker", turn.speaker.key)
    object.add("resolved", role != nil)
    object.add("continues", turn.continues)
    object.add("whole", turn.isWhole)
    return Array((object.text + "\n").utf8)
  }

  private static func header(_ bytes: [UInt8]) -> [UInt8] {
    var object = JSONObjectWriter()
    object.add("type", "header")
    object.add("text", String(decoding: bytes, as: UTF8.self))
    return Array((object.text + "\n").utf8)
  }
}
