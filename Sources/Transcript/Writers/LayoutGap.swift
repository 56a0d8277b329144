import TextCore

/// The stretch between two speeches while the layout is written: where it starts and what must stand in it.
struct LayoutGap {
  private static let feed: UInt8 = 0x0A
  private static let colon = Array("：".utf8)
  let bytes: [UInt8]
  /// Where the gap starts.
  private var start = 0
  /// What comes before the label of the next speech.
  var text: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Starts a gap at the end of a speech.
  mutating func open(at offset: Int, _ text: [UInt8]) {
    start = offset
    self.text = text
  }

  /// True when the gap up to `end` holds its text and then the label, as most do in a tidy input.
  private func isRight(_ end: Int, _ label: [UInt8]) -> Bool {
    end - start == text.count + label.count && UTF8Bytes.hasPrefix(bytes, start, text)
      && UTF8Bytes.hasSuffix(bytes, end, label)
  }

  /// The smallest edit that makes the gap up to `end` hold its text and then the label; nil when it does.
  ///
  /// A label that is right stays untouched; a label that is not is replaced as a whole, so that the change can be read.
  func edit(to end: Int, label: [UInt8], rule: String, confidence: Double = 1) -> Edit? {
    if isRight(end, label) { return nil }
    var (from, to) = (start, max(start, end))
    var new = text
    if to - from >= label.count, UTF8Bytes.hasSuffix(bytes, to, label) {
      to -= label.count
    } else {
      new += label
      if new.count >= 3, new.suffix(3).elementsEqual(Self.colon), to - from >= 3,
        UTF8Bytes.hasSuffix(bytes, to, Self.colon)
      {
        new.removeLast(3)
        to -= 3
      }
    }
    var same = 0
    while from < to, same < new.count, new[same] == Self.feed, bytes[from] == Self.feed {
      from += 1
      same += 1
    }
    new.removeFirst(same)
    if new.elementsEqual(bytes[from..<to]) { return nil }
    return Edit(rule, Span(from, to), new, confidence: confidence)
  }
}
