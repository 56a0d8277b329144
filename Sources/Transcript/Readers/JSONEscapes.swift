import TextCore

/// The edits that resolve the escapes of one JSON string; one edit for each run of escapes.
struct JSONEscapes {
  /// A string with more runs than this gets one edit over all of it, so that memory stays small on any input.
  private static let maximumRuns = 256
  /// In source order.
  private(set) var edits: [Edit] = []
  /// The first surrogate without its pair.
  private(set) var loneSurrogate: Range<Int>?
  private let bytes: [UInt8]

  /// Reads the part of a string that `range` covers.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      index = start
      var text: [UInt8] = []
      while index < range.upperBound, bytes[index] == UInt8(ascii: "\\") {
        let end = escapeEnd(index, range.upperBound)
        append(index..<end, to: &text)
        index = end
      }
      edits.append(Edit("encoding.jsonEscape", Span(start, index), flat(text, start, index, range)))
      if edits.count > Self.maximumRuns {
        mergeAll(range)
        return
      }
    }
  }

  private mutating func mergeAll(_ range: Range<Int>) {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let end = bytes[index] == UInt8(ascii: "\\") ? escapeEnd(index, range.upperBound) : index + 1
      append(index..<end, to: &text)
      index = end
    }
    edits = [
      Edit(
        "encoding.jsonEscape", Span(range.lowerBound, range.upperBound),
        flat(text, range.lowerBound, range.upperBound, range))
    ]
  }

  private mutating func append(_ escape: Range<Int>, to text: inout [UInt8]) {
    if escape.count == 1 { return text.append(bytes[escape.lowerBound]) }
    text += JSONScanner.decode(bytes, Span(escape.lowerBound, escape.upperBound))
    if escape.count == 6, isSurrogate(escape.lowerBound), loneSurrogate == nil { loneSurrogate = escape }
  }

  /// The end of the escape; a pair of surrogates is one.
  private func escapeEnd(_ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit, bytes[start + 1] == UInt8(ascii: "u") else { return min(start + 2, limit) }
    let end = min(start + 6, limit)
    guard isSurrogate(start, lead: true), end + 6 <= limit, bytes[end] == UInt8(ascii: "\\"),
      bytes[end + 1] == UInt8(ascii: "u"),
      isSurrogate(end, lead: false)
    else { return end }
    return end + 6
  }

  /// True for `\uD800` to `\uDFFF`; with `lead`, only its first or second half.
  private func isSurrogate(_ start: Int, lead: Bool? = nil) -> Bool {
    guard start + 3 < bytes.count, bytes[start + 2] | 0x20 == UInt8(ascii: "d") else { return false }
    let digit = bytes[start + 3] | 0x20
    let isLead = digit == UInt8(ascii: "8") || digit == UInt8(ascii: "9") || digit == 0x61 || digit == 0x62
    let isTrail = digit >= 0x63 && digit <= 0x66
    switch lead {
    case .some(true): return isLead
    case .some(false): return isTrail
    case .none: return isLead || isTrail
    }
  }

  /// Line ends inside a speech go, or become a space between Latin words.
  private func flat(_ text: [UInt8], _ start: Int, _ end: Int, _ range: Range<Int>) -> [UInt8] {
    guard text.contains(where: { (0x09...0x0D).contains($0) }) else { return text }
    var output: [UInt8] = []
    for (index, byte) in text.enumerated() {
      guard (0x09...0x0D).contains(byte) else {
        output.append(byte)
        continue
      }
      let before = output.last ?? (start > range.lowerBound ? bytes[start - 1] : 0)
      let after = index + 1 < text.count ? text[index + 1] : end < range.upperBound ? bytes[end] : 0
      output += LineJoin.glue(before, after)
    }
    return output
  }
}
