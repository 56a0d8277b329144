import TextCore

/// Marks inside the text of a cue: voices, style tags, entities (WebVTT, W3C 2019, sections 4 and 6.4).
enum SubtitleMarkup {
  /// The voice a line names: a tag `<v 原告>` or a label `原告：`.
  static func voice(_ bytes: [UInt8], _ range: Range<Int>) -> (name: Range<Int>, rest: Int, isTag: Bool)? {
    if bytes[range.lowerBound] == UInt8(ascii: "<"),
      let end = tagEnd(bytes, range.lowerBound, range.upperBound),
      let name = voiceName(bytes, range.lowerBound + 1..<end - 1)
    {
      return (name, Blank.skip(bytes, end, range.upperBound), true)
    }
    let head = LineHead(bytes, withoutDash(bytes, range))
    guard !head.label.isEmpty,
      head.terminator == .colon || (head.terminator == .bracket && !head.speech.isEmpty)
    else {
      return nil
    }
    guard head.isID || LabelVocabulary.isRole(bytes, head.label) else { return nil }
    return (head.label, head.speech.lowerBound, false)
  }

  /// The next voice tag from `offset` on.
  static func nextVoice(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    var index = offset
    while index < end, let open = bytes[index..<end].firstIndex(of: UInt8(ascii: "<")) {
      if let close = tagEnd(bytes, open, end), voiceName(bytes, open + 1..<close - 1) != nil { return open }
      index = open + 1
    }
    return nil
  }

  /// The name in `v 原告` or `v.loud 原告`.
  private static func voiceName(_ bytes: [UInt8], _ tag: Range<Int>) -> Range<Int>? {
    guard tag.count > 2, bytes[tag.lowerBound] | 0x20 == UInt8(ascii: "v") else { return nil }
    guard bytes[tag.lowerBound + 1] == 0x20 || bytes[tag.lowerBound + 1] == UInt8(ascii: ".") else {
      return nil
    }
    guard let space = bytes[tag].firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
    let name = Blank.trim(bytes, space..<tag.upperBound)
    return name.isEmpty ? nil : name
  }

  /// The line without the dash that starts a change of speaker.
  static func withoutDash(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "-"), bytes[range.lowerBound + 1] == 0x20
    else {
      return range
    }
    return Blank.skip(bytes, range.lowerBound + 1, range.upperBound)..<range.upperBound
  }

  /// The range without tags at its ends.
  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = Blank.trim(bytes, range)
    while range.count > 2, let end = markEnd(bytes, range.lowerBound, range.upperBound) {
      range = Blank.trim(bytes, end..<range.upperBound)
    }
    while range.count > 3, bytes[range.upperBound - 1] == UInt8(ascii: ">") {
      let window = max(range.lowerBound, range.upperBound - 64)
      guard let open = bytes[window..<range.upperBound].lastIndex(of: UInt8(ascii: "<")),
        tagEnd(bytes, open, range.upperBound) == range.upperBound
      else { break }
      range = Blank.trim(bytes, range.lowerBound..<open)
    }
    return range
  }

  /// Removes tags and resolves entities inside a speech.
  static func appendEdits(_ bytes: [UInt8], _ range: Range<Int>, to edits: inout [Edit]) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = markEnd(bytes, index, range.upperBound) {
        edits.append(Edit("encoding.subtitleTag", Span(index, end), []))
        index = end
      } else if let entity = entity(bytes, index, range.upperBound) {
        edits.append(Edit("encoding.entity", Span(index, index + entity.length), entity.text))
        index += entity.length
      } else {
        index += 1
      }
    }
  }

  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""),
    ("&quot;", "\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func entity(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (length: Int, text: [UInt8])? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    let found = entities.first { index + $0.name.count <= end && UTF8Bytes.hasPrefix(bytes, index, $0.name) }
    return found.map { ($0.name.count, $0.text) }
  }

  /// The end of a `<…>` tag or a `{\…}` style mark that starts at `index`.
  private static func markEnd(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if bytes[index] == UInt8(ascii: "<") { return tagEnd(bytes, index, end) }
    guard bytes[index] == UInt8(ascii: "{"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "\\") else {
      return nil
    }
    return bytes[index..<min(end, index + 64)].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
  }

  /// The end of a tag of WebVTT; `<unk>` and other marks of the recognizer are left for the stages.
  private static func tagEnd(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    let window = bytes[index + 1..<max(index + 1, min(end, index + 160))]
    guard let close = window.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      bytes[close] == UInt8(ascii: ">")
    else { return nil }
    var start = index + 1
    if bytes[start] == UInt8(ascii: "/") { start += 1 }
    if bytes[start] >= 0x30, bytes[start] <= 0x39 { return close + 1 }
    let name = bytes[start..<close].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return tagNames.contains(name.map { $0 | 0x20 }) ? close + 1 : nil
  }

  private static let tagNames: Set<[UInt8]> = Set(
    ["c", "i", "b", "u", "v", "ruby", "rt", "lang", "font", "s", "em", "strong"].map { Array($0.utf8) })
}
