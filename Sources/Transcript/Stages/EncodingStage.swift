import ChineseText
import TextCore

/// Character forms below the level of words: unseen characters go, NFC, traditional → simplified.
///
/// Rules: `encoding.mark` `encoding.control` `encoding.invisible` `encoding.composition` `encoding.simplified`.
public struct EncodingStage: SpeechStage {
  /// Switchable as `encoding`.
  public static let kind = EditKind.encoding

  /// The stage has no settings.
  public init() {}

  /// Appends the edits for `range`; linear.
  public func appendEdits(in bytes: [UInt8], range: Range<Int>, to edits: inout [Edit]) {
    var scan = EncodingScan(bytes: bytes, range: range, hasEvidence: false)
    scan.run()
    if scan.hasEvidence, scan.hasDoubt {
      scan = EncodingScan(bytes: bytes, range: range, hasEvidence: true)
      scan.run()
    }
    edits += scan.runs.finish()
  }
}

/// One pass over a speech.
private struct EncodingScan {
  let bytes: [UInt8]
  let range: Range<Int>
  /// A character that only traditional text writes has been seen.
  var hasEvidence: Bool
  /// A character was left alone for want of evidence.
  var hasDoubt = false
  var runs = RunEdits()

  init(bytes: [UInt8], range: Range<Int>, hasEvidence: Bool) {
    self.bytes = bytes
    self.range = range
    self.hasEvidence = hasEvidence
  }

  mutating func run() {
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = bytes[index]
      if lead < 0x80 {
        index = lead < 0x20 || lead == 0x7F ? control(index) : index + 1
      } else if lead >= 0xE4, lead <= 0xE9 {
        let scalar = UTF8Bytes.scalar(bytes, index).value
        if !SimplifiedForms.stays(scalar) { simplify(scalar, index) }
        index += 3
      } else if isCommonMark(index) {
        index += 3
      } else {
        index = other(index)
      }
    }
  }

  /// Chinese punctuation and full-width forms: U+3000–3029, U+FF00–FF7F, and — ‘ ’ “ ” … of U+2010–2027.
  private func isCommonMark(_ index: Int) -> Bool {
    guard index + 2 < range.upperBound else { return false }
    switch (bytes[index], bytes[index + 1]) {
    case (0xE3, 0x80): return bytes[index + 2] < 0xAA
    case (0xEF, 0xBC): return true
    case (0xE2, 0x80): return bytes[index + 2] >= 0x90 && bytes[index + 2] < 0xA8
    default: return false
    }
  }

  private mutating func control(_ index: Int) -> Int {
    CharacterForms.unseen(UInt32(bytes[index])) == nil ? index + 1 : removeUnseen(index)
  }

  private mutating func simplify(_ scalar: UInt32, _ index: Int) {
    let form = SimplifiedForms.simplified(
      scalar, before: neighbour(before: index), after: neighbour(after: index + 3), hasEvidence: hasEvidence)
    guard let form else {
      hasDoubt = true
      return
    }
    if !SimplifiedForms.isAmbiguous(scalar) { hasEvidence = true }
    var new: [UInt8] = []
    UTF8Bytes.append(form, to: &new)
    runs.replace(index..<index + 3, new, "encoding.simplified")
  }

  private func neighbour(before index: Int) -> UInt32 {
    index > range.lowerBound ? UTF8Bytes.scalar(bytes, before: index)?.value ?? 0 : 0
  }

  private func neighbour(after index: Int) -> UInt32 {
    index < range.upperBound ? UTF8Bytes.scalar(bytes, index).value : 0
  }

  /// Removes a run of unseen characters, or hands it to composition when a mark follows that belongs before it.
  private mutating func removeUnseen(_ start: Int) -> Int {
    var end = start
    while end < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, end)
      guard CharacterForms.unseen(scalar) != nil else { break }
      end = min(range.upperBound, end + length)
    }
    if end > start, end < range.upperBound, CharacterForms.isCombining(UTF8Bytes.scalar(bytes, end).value) {
      return compose(start)
    }
    var index = start
    while index < end {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      runs.replace(index..<index + length, [], Self.rule(CharacterForms.unseen(scalar)))
      index += length
    }
    return end
  }

  private static func rule(_ unseen: CharacterForms.Unseen?) -> String {
    switch unseen {
    case .mark: "encoding.mark"
    case .control: "encoding.control"
    case .invisible, nil: "encoding.invisible"
    }
  }

  /// Anything outside the common blocks; gives the index to go on from.
  private mutating func other(_ index: Int) -> Int {
    let (scalar, length) = UTF8Bytes.scalar(bytes, index)
    if CharacterForms.unseen(scalar) != nil { return removeUnseen(index) }
    return CharacterForms.mayCompose(scalar) ? compose(index) : min(range.upperBound, index + length)
  }

  /// Brings the character at `index`, what it belongs to, and the marks on it to NFC.
  private mutating func compose(_ index: Int) -> Int {
    var start = index
    var end = index
    var kept: [UInt8] = []
    let first = UTF8Bytes.scalar(bytes, index).value
    if CharacterForms.isCombining(first) || CharacterForms.unseen(first) != nil,
      index > max(range.lowerBound, runs.coveredEnd),
      let before = UTF8Bytes.scalar(bytes, before: index)
    {
      start = max(range.lowerBound, index - before.length)
      kept += bytes[start..<index]
    }
    while end < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, end)
      let isUnseen = CharacterForms.unseen(scalar) != nil
      guard end == index || isUnseen || CharacterForms.isCombining(scalar) else { break }
      let next = min(range.upperBound, end + length)
      if !isUnseen { kept += bytes[end..<next] }
      end = next
    }
    let composed = CharacterForms.composed(kept[...])
    if !composed.elementsEqual(bytes[start..<end]) {
      runs.replace(start..<end, composed, "encoding.composition")
    }
    return end
  }
}
