import ChineseText
import TextCore

/// One voice of the hearing as the input names it, and the role it turned out to have.
public struct Speaker: Hashable, Sendable {
  /// What the input calls it: `发言人1`, `0`, `原代`, `审判员`; empty when it has no name.
  public let key: String
  /// The court role; nil while undecided. A turn without a role keeps `key` as its label.
  public var role: RoleLabel?
  /// How sure the role is, 0 to 1.
  public var confidence: Double

  /// A speaker, undecided unless a role is given.
  public init(key: String, role: RoleLabel? = nil, confidence: Double = 0) {
    self.key = key
    self.role = role
    self.confidence = confidence
  }

  /// The label to print.
  public var label: String { role?.text ?? key }
}

/// When something was said, in milliseconds from the start of the recording.
public struct TimeRange: Hashable, Sendable {
  /// Start in milliseconds.
  public let start: Int
  /// End in milliseconds.
  public let end: Int

  /// Makes the range.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A stretch of the source and when it was said.
public struct TimedSpan: Hashable, Sendable {
  /// Bytes of the decoded source.
  public let source: Span<Source>
  /// When.
  public let time: TimeRange
}

/// One speech by one speaker; the text is looked up in the draft, never copied.
public struct Turn: Hashable, Sendable {
  /// Index into `Draft.speakers`.
  public var speaker: Int
  /// What was said, without label and line end.
  public var speech: Span<Working>
  /// When, where the input says so.
  public var time: TimeRange?

  /// Makes a turn.
  public init(speaker: Int, speech: Span<Working>, time: TimeRange? = nil) {
    self.speaker = speaker
    self.speech = speech
    self.time = time
  }
}

/// A header line such as `案号：…`; the name is looked up in the draft.
public struct HeaderField: Hashable, Sendable {
  /// The field's name, `时间` `地点` `案号` `案由` …
  public let name: String
  /// Where its value stands.
  public var value: Span<Working>

  /// Makes a field.
  public init(name: String, value: Span<Working>) {
    self.name = name
    self.value = value
  }
}

/// A hearing under edit: the traced text and where its header values and turns stand in it.
///
/// Bytes outside header values and speeches (labels, timestamps, JSON punctuation) are left alone by all stages
/// until `LayoutStage` replaces each gap by the standard's label, so that every form runs through the same stages.
public struct Draft: Sendable {
  /// The text; changes only through `apply`.
  public private(set) var text: TracedText
  /// Header values, before all turns, in order.
  public private(set) var header: [HeaderField]
  /// Turns in order, never overlapping.
  public private(set) var turns: [Turn]
  /// All voices.
  public var speakers: [Speaker]
  /// Working offsets inside speeches where two segments of one speaker met; sorted. A pause: evidence for a mark.
  public private(set) var joints: [Int]
  /// True when every line is one utterance without label or header (`--lines`).
  public let isLines: Bool
  /// When each segment that the input times was said, in order; edits and merged turns do not touch it.
  public let times: [TimedSpan]

  /// Takes what a reader found; spans are sorted and do not overlap.
  public init(
    _ source: SourceText, header: [HeaderField] = [], turns: [Turn], speakers: [Speaker],
    isLines: Bool = false
  ) {
    text = TracedText(source)
    self.header = header
    self.turns = turns
    self.speakers = speakers
    self.isLines = isLines
    times = turns.compactMap { turn in
      turn.time.map { TimedSpan(source: Span(turn.speech.start, turn.speech.end), time: $0) }
    }
    joints = []
  }

  /// The text of a turn.
  public func string(_ turn: Turn) -> String { text.string(turn.speech) }

  /// The role of a turn, when it is known.
  public func role(_ turn: Turn) -> RoleLabel? { speakers[turn.speaker].role }

  /// Makes the edits and moves header, turns and joints along; O(text + turns + edits).
  ///
  /// Insertions at the edge of a speech belong to it, unless `layout` says that the edits are for what is between.
  public mutating func apply(_ edits: [Edit], layout: Bool = false) {
    let map = text.apply(edits)
    guard !map.isIdentity else { return }
    let moved = map.map(header.map(\.value) + turns.map(\.speech), growing: !layout)
    for index in header.indices { header[index].value = moved[index] }
    for index in turns.indices { turns[index].speech = moved[header.count + index] }
    joints = map.map(points: joints)
  }

  /// Runs a stage.
  public mutating func run(_ stage: some Stage) { apply(stage.edits(in: self)) }

  /// Cuts turns at sorted working offsets strictly inside speeches; the new turn after each cut starts with the
  /// same speaker. A line feed is put at each cut, so that turns never touch.
  public mutating func split(at cuts: [Int]) {
    var pieces: [Turn] = []
    var index = 0
    for turn in turns {
      var start = turn.speech.start + index
      while index < cuts.count, cuts[index] < turn.speech.end {
        if cuts[index] > turn.speech.start {
          var piece = turn
          piece.speech = Span(start, cuts[index] + index)
          pieces.append(piece)
          start = cuts[index] + index + 1
        }
        index += 1
      }
      var last = turn
      last.speech = Span(start, turn.speech.end + index)
      pieces.append(last)
    }
    let feeds = cuts.map { Edit("roles.split", Span($0, $0), [0x0A]) }
    let map = text.apply(feeds)
    for field in header.indices { header[field].value = map.map([header[field].value])[0] }
    joints = map.map(points: joints)
    turns = pieces
  }

  /// Joins each run of neighbouring turns with one speaker label into one turn; the gaps between them are removed
  /// and remembered as joints.
  public mutating func mergeTurns() {
    var merged: [Turn] = []
    var edits: [Edit] = []
    var places: [Int] = joints
    let voices = sameLabels()
    merged.reserveCapacity(turns.count)
    for turn in turns {
      guard let last = merged.last,
        voices[last.speaker] == voices[turn.speaker]
      else {
        merged.append(turn)
        continue
      }
      edits.append(Edit("roles.merge", Span(last.speech.end, turn.speech.start), []))
      places.append(last.speech.end)
      merged[merged.count - 1].speech = Span(last.speech.start, turn.speech.end)
      if let first = last.time, let second = turn.time {
        merged[merged.count - 1].time = TimeRange(start: first.start, end: second.end)
      }
    }
    guard !edits.isEmpty else { return }
    turns = merged
    joints = places.sorted()
    apply(edits)
  }

  /// For each speaker the first one with the same label.
  private func sameLabels() -> [Int] {
    var first: [String: Int] = [:]
    return speakers.indices.map { index in
      let label = speakers[index].label
      if let known = first[label] { return known }
      first[label] = index
      return index
    }
  }

  /// Gives voices the roles that are known, and takes such a role from any other anonymous voice.
  mutating func settle(_ roles: [String: RoleLabel]) {
    guard !roles.isEmpty else { return }
    let taken = Set(roles.values)
    for index in speakers.indices {
      if let role = roles[speakers[index].key] {
        speakers[index].role = role
      } else if let role = speakers[index].role, taken.contains(role),
        VoiceKind(speakers[index].key) == .anonymous
      {
        speakers[index].role = nil
      }
    }
  }

  /// Says who speaks each turn; one index into `speakers` for each turn.
  public mutating func assignSpeakers(_ indices: [Int]) {
    guard indices.count == turns.count else { return }
    for (turn, speaker) in indices.enumerated() where speakers.indices.contains(speaker) {
      turns[turn].speaker = speaker
    }
  }

  /// Leaves out turns of which nothing is left, and joins what they stood between.
  public mutating func dropEmptyTurns() {
    keepTurns { !$0.speech.isEmpty }
    mergeTurns()
  }

  /// Leaves out the turns that do not pass; their text goes when the layout is written.
  public mutating func keepTurns(where keep: (Turn) -> Bool) { turns.removeAll { !keep($0) } }
}
