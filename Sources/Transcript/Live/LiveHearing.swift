import ChineseText
import TextCore

/// Normalizes a hearing while it runs: lines in as they come, turns out as soon as they are settled.
///
/// A turn is settled when another voice speaks after it, since only then is its end known; `pause` gives out what is
/// held when nothing comes. Each time the whole way of `Normalizer` runs over what is in the window (at least the last
/// 128 KiB, more than an hour of speech), so turns come out as the batch run writes them, except for decisions that
/// it takes from what is said later: who a voice is, the form of the input, header fields said after the eighth turn,
/// how far existing marks are trusted, the end of a piece given out by `pause` or because a turn is very long.
/// What is given out is never taken back. Memory is bounded; a call costs one run over the window.
public struct LiveHearing: Sendable {
  private let name: String
  private let limits: LiveLimits
  private var options: NormalizeOptions
  private var window = LiveWindow()
  private var hasGivenHeader = false
  /// The label of the turn given last, when more of it may come.
  private var openLabel: String?
  /// The label each voice was given out with last.
  private var labels: [String: String] = [:]
  /// The form found so far; nil before the first line.
  public private(set) var form: TranscriptForm?

  /// Bytes looked at with each call.
  var windowSize: Int { window.bytes.count }

  /// A hearing that diagnostics call `name`; `options.isLines` has no meaning here.
  public init(name: String, options: NormalizeOptions, limits: LiveLimits = LiveLimits()) {
    self.name = name
    self.limits = limits
    self.options = options
    self.options.isLines = false
  }

  /// How much may be given out.
  private enum Extent { case settled, heard, all }

  /// Takes decoded whole lines and gives out what they settle.
  public mutating func add(_ lines: [UInt8]) -> [LivePart] {
    window.append(lines)
    return give(.settled)
  }

  /// Gives out all that was heard: nobody has spoken for a while.
  public mutating func pause() -> [LivePart] { give(.heard) }

  /// Gives out what is left at the end, with what stayed open.
  public mutating func finish() -> [LivePart] { give(.all) }

  private mutating func give(_ extent: Extent) -> [LivePart] {
    guard !window.bytes.isEmpty else { return [] }
    let result = Normalizer.normalize(SourceText(name: name, bytes: window.bytes), options)
    let hearing = HeardTurns(result.draft)
    form = result.form
    var parts: [LivePart] = []
    if hasGivenHeader || extent != .settled || isOpened(hearing) {
      if !hasGivenHeader, !hearing.turns.isEmpty {
        hasGivenHeader = true
        if !hearing.header.isEmpty { parts.append(.header(hearing.header)) }
      }
      for index in hearing.turns.indices { give(hearing, index, extent, &parts) }
    }
    if extent == .all { parts += result.diagnostics.map { .note($0) } }
    if window.bytes.count > limits.longestWindow { cutBack(result, hearing) }
    return parts
  }

  /// True when enough was heard for the header, or the input brought one.
  private func isOpened(_ hearing: HeardTurns) -> Bool {
    hearing.turns.count > limits.opening || hearing.hasHeader || window.bytes.count > 2 * limits.longestHeld
  }

  private mutating func give(
    _ hearing: HeardTurns, _ index: Int, _ extent: Extent, _ parts: inout [LivePart]
  ) {
    let turn = hearing.turns[index]
    guard turn.source.end > window.given else { return }
    // Where a turn of plain text ends shows only when the one after it has ended.
    let isHeld = extent == .settled && index >= hearing.turns.count - (form == .plain ? 2 : 1)
    let hasBegun = turn.source.start < window.given
    let start = hasBegun ? hearing.working(window.given, in: turn) : turn.turn.speech.start
    let end = isHeld ? hearing.pieceEnd(turn, from: start, limits) : turn.turn.speech.end
    guard start < end else { return }
    let speaker = hearing.draft.speakers[turn.turn.speaker]
    if let note = change(of: speaker) { parts.append(.note(note)) }
    let piece = Span<Working>(start, end)
    let source = hearing.draft.text.sourceSpan(of: piece)
    let isWhole = extent == .all || (!isHeld && index < hearing.turns.count - 1)
    parts.append(
      .turn(
        LiveTurn(
          speaker: speaker, text: Array(hearing.draft.text.bytes[piece.range]),
          source: window.inStream(source), continues: hasBegun && openLabel == speaker.label,
          isWhole: isWhole)))
    openLabel = isWhole ? nil : speaker.label
    window.given = max(window.given, source.end)
  }

  /// What to say when a voice is called otherwise than before.
  private mutating func change(of speaker: Speaker) -> Diagnostic? {
    let before = labels.updateValue(speaker.label, forKey: speaker.key)
    guard let before, before != speaker.label, !speaker.key.isEmpty else { return nil }
    return Diagnostic(
      .note, "SP010", "“\(speaker.key)”此前写作“\(before)”，听到这里认定为“\(speaker.label)”",
      fix: "庭审结束后以 -o 的定稿为准")
  }

  /// Forgets the oldest lines; what was decided with them stays decided.
  private mutating func cutBack(_ result: Normalized, _ hearing: HeardTurns) {
    options.form = result.form
    for speaker in result.draft.speakers {
      if let role = speaker.role { options.settledRoles[speaker.key] = role }
    }
    window.cut(
      afterHeader: hearing.headerSourceEnd, ends: hearing.turns.map(\.source.end), keeping: limits.keptWindow)
  }
}
