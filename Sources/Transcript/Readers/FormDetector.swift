import TextCore

/// Finds out which form a transcript has.
///
/// In this order: `WEBVTT` or cue times make subtitles; a leading `{`, or `[` before `{` or `"`, makes JSON; lines
/// that name a voice of a recording make `diarized` when they are at least as many as role labels; role labels on a
/// tenth of the lines make `channel`, or `typed` when a fifth of the labels are shorthand; all else is `plain`.
/// Labels ended by a space count only where most lines have them: plain text has 原告 and 被告 at line starts too.
public enum FormDetector {
  /// What was found and why, in Chinese.
  public struct Finding: Hashable, Sendable {
    /// The form.
    public let form: TranscriptForm
    /// Why, one sentence for the user.
    public let reason: String
  }

  /// Looks at the first 400 lines that are not blank.
  public static func detect(_ source: SourceText) -> Finding {
    if let finding = markup(source) { return finding }
    var counts = Counts()
    count(source, &counts)
    return counts.finding
  }

  private static let sample = 400
  private static let lookedAt = 1 << 18

  private static func markup(_ source: SourceText) -> Finding? {
    let bytes = source.bytes
    var index = 0
    while index < bytes.count, Blank.length(bytes, index, bytes.count) > 0 || bytes[index] == 0x0A {
      index += max(1, Blank.length(bytes, index, bytes.count))
    }
    guard index < bytes.count else { return nil }
    if UTF8Bytes.hasPrefix(bytes, index, Array("WEBVTT".utf8)) {
      return Finding(form: .vtt, reason: "以 WEBVTT 开头")
    }
    if bytes[index] == UInt8(ascii: "{") { return Finding(form: .json, reason: "以 { 开头") }
    guard bytes[index] == UInt8(ascii: "[") else { return nil }
    let next = bytes[(index + 1)...].prefix(4096).first { $0 > 0x20 }
    guard let next, next == UInt8(ascii: "{") || next == UInt8(ascii: "]") || next == UInt8(ascii: "[") else {
      return nil
    }
    return Finding(form: .json, reason: "以 [ 开头，是片段的数组")
  }

  private static func count(_ source: SourceText, _ counts: inout Counts) {
    let first = HeaderReader(source).bodyLine
    for line in first..<max(first, source.lines.count + 1) {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      if range.isEmpty { continue }
      if counts.lines >= sample || range.lowerBound > lookedAt { break }
      counts.add(source.bytes, range)
    }
  }

  private struct Counts {
    var lines = 0
    var cues = 0
    var commaCues = 0
    var identifiers = 0
    var labels = 0
    var spaced = 0
    var short = 0

    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
      lines += 1
      if SubtitleReader.cueTime(bytes, range) != nil {
        cues += 1
        if bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + 16)].contains(UInt8(ascii: ","))
        {
          commaCues += 1
        }
        return
      }
      let head = LineHead(bytes, range)
      if DiarizedReader.isIdentifier(head, bytes) {
        identifiers += 1
      } else if !head.label.isEmpty, head.terminator != .lineEnd, LabelVocabulary.isRole(bytes, head.label) {
        if head.terminator == .space { spaced += 1 } else { labels += 1 }
        if LabelVocabulary.isShorthand(bytes, head.label) { short += 1 }
      }
    }

    var finding: Finding {
      if cues > 0, cues * 8 >= lines {
        let form = commaCues > 0 ? TranscriptForm.srt : .vtt
        return Finding(form: form, reason: "有 \(cues) 行字幕时间（-->）")
      }
      let marked = labels + (spaced * 2 >= lines ? spaced : 0)
      if identifiers > 0, identifiers >= marked {
        return Finding(form: .diarized, reason: "前 \(lines) 行里有 \(identifiers) 行是发言人编号")
      }
      guard marked > 0, marked * 10 >= lines else {
        return Finding(form: .plain, reason: "前 \(lines) 行里没有发言人标签")
      }
      if short * 5 >= marked {
        return Finding(form: .typed, reason: "前 \(lines) 行里有 \(marked) 行带标签，其中 \(short) 行是简写")
      }
      return Finding(form: .channel, reason: "前 \(lines) 行里有 \(marked) 行带角色标签")
    }
  }
}
