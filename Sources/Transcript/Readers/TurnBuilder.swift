import ChineseText
import TextCore

/// Collects voices, turns and joins while a reader walks through the source.
struct TurnBuilder {
  /// Most voices one hearing may have.
  static let maximumVoices = 10_000
  let source: SourceText
  var reading = Reading()
  private var voices: [[UInt8]: Int] = [:]
  private let maximumTurns: Int
  /// True when a limit was passed; the reader stops then.
  private(set) var isFull = false

  init(_ source: SourceText) {
    self.source = source
    maximumTurns = 100_000 + source.bytes.count / 32
  }

  /// The index of the voice with this name; a new one when it was not heard before.
  mutating func voice(_ key: some Collection<UInt8>) -> Int {
    let key = Array(key)
    if let known = voices[key] { return known }
    guard voices.count < Self.maximumVoices else {
      stop(ReadingDiagnostics.tooMany(source, "发言人", Self.maximumVoices))
      return 0
    }
    voices[key] = voices.count
    reading.speakers.append(Speaker(key: String(decoding: key, as: UTF8.self)))
    return voices.count - 1
  }

  /// The voice without a name.
  mutating func unnamed() -> Int { voice([]) }

  /// The voice of stage notes.
  mutating func narrator() -> Int {
    let index = voice(CourtRole.stageNote.rawValue.utf8)
    reading.speakers[index].role = RoleLabel(.stageNote)
    reading.speakers[index].confidence = 1
    return index
  }

  /// Adds a turn unless the range is empty.
  mutating func add(_ speech: Range<Int>, _ speaker: Int, _ time: TimeRange? = nil) {
    guard !speech.isEmpty, !isFull else { return }
    guard reading.turns.count < maximumTurns else {
      return stop(ReadingDiagnostics.tooMany(source, "发言", maximumTurns))
    }
    reading.turns.append(
      Turn(speaker: speaker, speech: Span(speech.lowerBound, speech.upperBound), time: time))
  }

  /// Lets the last turn go on with a line that the typist's page width cut off.
  mutating func join(_ speech: Range<Int>) {
    guard let last = reading.turns.last, !speech.isEmpty else { return }
    let bytes = source.bytes
    let (before, after) = (bytes[last.speech.end - 1], bytes[speech.lowerBound])
    reading.edits.append(
      Edit("cleanup.lineJoin", Span(last.speech.end, speech.lowerBound), LineJoin.glue(before, after)))
    reading.turns[reading.turns.count - 1].speech = Span(last.speech.start, speech.upperBound)
  }

  private mutating func stop(_ diagnostic: Diagnostic) {
    guard !isFull else { return }
    isFull = true
    reading.diagnostics.append(diagnostic)
  }
}

/// What belongs between two lines that are one.
enum LineJoin {
  /// A space between Latin words, nothing between Chinese or inside a number.
  static func glue(_ before: UInt8, _ after: UInt8) -> [UInt8] {
    guard isWord(before), isWord(after), !(isDigit(before) && isDigit(after)) else { return [] }
    return [0x20]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
