import TextCore

/// Reads engine JSON: FunASR `sentence_info`, FunASR command line and Whisper / WhisperX `segments`, Transformers
/// `chunks`, SegLST and any array of objects with a text; several documents one after the other (JSON Lines) too.
///
/// A segment is an object with a text and no segment inside it, so that the text of the whole recording beside
/// `segments` is not read twice. Constant memory beside the turns. The speech is the text between the quotes; edits
/// resolve its escapes. Times with a fraction are seconds, whole ones milliseconds.
public struct JSONReader: TranscriptReader {
  private var builder: TurnBuilder
  private var frames: [Frame] = []
  private var field: JSONField = .other
  private var hasFraction = false
  /// Depth at which a list of words or time stamps began; nil outside.
  private var ignoredFrom: Int?

  private struct Frame {
    let isObject: Bool
    var text: Span<Source>?
    var speaker: Span<Source>?
    var start: Double?
    var end: Double?
    var hasSegment = false
  }

  /// Most broken segments listed one by one; the rest is counted.
  private static let listing = 10
  private var loneSurrogates = 0

  private init(_ source: SourceText) { builder = TurnBuilder(source) }

  /// Reads the whole source.
  public static func read(_ source: SourceText) -> Reading {
    var reader = JSONReader(source)
    do {
      try reader.walk()
    } catch {
      reader.builder.reading.diagnostics.append(ReadingDiagnostics.badJSON(source, error))
      return reader.finished()
    }
    if reader.builder.reading.turns.isEmpty {
      reader.builder.reading.diagnostics.append(ReadingDiagnostics.noSegments(source))
    }
    return reader.finished()
  }

  private mutating func walk() throws(JSONError) {
    let bytes = builder.source.bytes
    var scanner = JSONScanner(bytes)
    while !builder.isFull {
      let token = try scanner.next()
      if token == .end { return }
      take(token, bytes)
      if frames.isEmpty {
        let rest = JSONReader.skipSpace(bytes, scanner.offset)
        if rest == bytes.count { return }
        scanner = JSONScanner(bytes, in: rest..<bytes.count)
      }
    }
  }

  private static func skipSpace(_ bytes: [UInt8], _ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return offset
  }

  private mutating func take(_ token: JSONToken, _ bytes: [UInt8]) {
    switch token {
    case .beginObject, .beginArray:
      if field == .ignored, ignoredFrom == nil { ignoredFrom = frames.count }
      frames.append(Frame(isObject: token == .beginObject))
      field = .other
    case .endObject, .endArray: close(bytes)
    case .key(let span): field = JSONField(bytes, span)
    case .string(let span): set(span)
    case .number(let span): set(number: span, bytes)
    case .bool, .null, .end: field = .other
    }
  }

  private mutating func set(_ span: Span<Source>) {
    defer { field = .other }
    guard ignoredFrom == nil, let last = frames.indices.last, frames[last].isObject else { return }
    switch field {
    case .text, .ignored: if frames[last].text == nil || field == .text { frames[last].text = span }
    case .speaker: frames[last].speaker = span
    default: break
    }
  }

  private mutating func set(number span: Span<Source>, _ bytes: [UInt8]) {
    defer { field = .other }
    guard ignoredFrom == nil, let last = frames.indices.last, frames[last].isObject else { return }
    switch field {
    case .speaker: frames[last].speaker = span
    case .start: frames[last].start = value(bytes, span)
    case .end: frames[last].end = value(bytes, span)
    default: break
    }
  }

  private mutating func value(_ bytes: [UInt8], _ span: Span<Source>) -> Double? {
    guard span.count <= 32, let value = Double(builder.source.string(span)), value >= 0, value < 1e12 else {
      return nil
    }
    if bytes[span.range].contains(UInt8(ascii: ".")) { hasFraction = true }
    return value
  }

  private mutating func close(_ bytes: [UInt8]) {
    field = .other
    guard var frame = frames.popLast() else { return }
    if let from = ignoredFrom {
      if frames.count == from { ignoredFrom = nil }
      return
    }
    if frame.isObject, !frame.hasSegment, let text = frame.text { frame.hasSegment = add(frame, text, bytes) }
    if frame.hasSegment, let last = frames.indices.last { frames[last].hasSegment = true }
  }

  /// Adds a segment; true also when its text is empty.
  private mutating func add(_ frame: Frame, _ text: Span<Source>, _ bytes: [UInt8]) -> Bool {
    let range = Blank.trim(bytes, text.range)
    if range.isEmpty { return true }
    let key = frame.speaker.map { JSONScanner.decode(bytes, $0) } ?? []
    let time = frame.start.map { TimeRange(start: Int($0 * 1000), end: Int((frame.end ?? $0) * 1000)) }
    builder.add(range, builder.voice(key), time)
    guard !builder.isFull, bytes[range].contains(UInt8(ascii: "\\")) else { return true }
    let escapes = JSONEscapes(bytes, range)
    builder.reading.edits += escapes.edits
    if let lone = escapes.loneSurrogate {
      loneSurrogates += 1
      if loneSurrogates <= Self.listing {
        builder.reading.diagnostics.append(ReadingDiagnostics.loneSurrogate(builder.source, lone))
      }
    }
    return true
  }

  /// Times were kept as if they were seconds; whole numbers throughout mean milliseconds.
  private func finished() -> Reading {
    var reading = builder.reading
    if loneSurrogates > Self.listing {
      reading.diagnostics.append(
        ReadingDiagnostics.moreSurrogates(builder.source, loneSurrogates, Self.listing))
    }
    guard !hasFraction else { return reading }
    for index in reading.turns.indices {
      guard let time = reading.turns[index].time else { continue }
      reading.turns[index].time = TimeRange(start: time.start / 1000, end: time.end / 1000)
    }
    return reading
  }
}

/// What a key of a segment means; keys are compared without case, `_` and `-`.
enum JSONField {
  case text, speaker, start, end
  /// Lists of words and time stamps; as a string, `words` is the text (SegLST).
  case ignored
  case other

  private static let names: [(String, JSONField)] = [
    ("text", .text), ("sentence", .text), ("transcript", .text), ("content", .text), ("onebest", .text),
    ("spk", .speaker), ("speaker", .speaker), ("spkid", .speaker), ("speakerid", .speaker),
    ("role", .speaker),
    ("speakerlabel", .speaker), ("start", .start), ("starttime", .start), ("begintime", .start),
    ("begin", .start),
    ("bg", .start), ("end", .end), ("endtime", .end), ("ed", .end), ("words", .ignored), ("word", .ignored),
    ("wordsegments", .ignored), ("timestamp", .ignored), ("timestamps", .ignored), ("tokens", .ignored),
    ("chars", .ignored),
  ]
  private static let table: [(bytes: [UInt8], field: JSONField)] = names.map { (Array($0.0.utf8), $0.1) }

  init(_ bytes: [UInt8], _ span: Span<Source>) {
    guard span.count <= 24 else {
      self = .other
      return
    }
    self = JSONField.table.first { JSONField.matches(bytes, span, $0.bytes) }?.field ?? .other
  }

  private static func matches(_ bytes: [UInt8], _ span: Span<Source>, _ name: [UInt8]) -> Bool {
    var index = 0
    for offset in span.range where bytes[offset] != UInt8(ascii: "_") && bytes[offset] != UInt8(ascii: "-") {
      let byte = bytes[offset] >= 0x41 && bytes[offset] <= 0x5A ? bytes[offset] | 0x20 : bytes[offset]
      guard index < name.count, name[index] == byte else { return false }
      index += 1
    }
    return index == name.count
  }
}
