import TextCore

/// The scalars of one speech and where they start; a buffer that is filled again for each speech.
///
/// Cleanup rules look a few characters left and right, which is simple on scalars and slow on `String`. What a rule
/// takes out is gone for the next rule and noted in `removed`.
struct SpeechScalars {
  /// Scalar values in order.
  private(set) var values: [UInt32] = []
  /// Byte offset of each scalar in the working text, in four bytes: a speech may be a whole hostile file.
  private var starts: [UInt32] = []
  /// The classes of each scalar.
  private(set) var classes: [ScalarClass] = []
  /// All classes that occur, or occurred before something was taken out.
  private(set) var present: ScalarClass = []
  /// What has been taken out of this speech.
  private(set) var removed: [RemovedBytes] = []
  /// Working offsets where two segments met; sorted.
  private let joints: [Int]

  /// An empty buffer for speeches of a text with these joints.
  init(joints: [Int] = []) { self.joints = joints }

  /// Byte offset of a scalar in the working text.
  func start(_ index: Int) -> Int { Int(starts[index]) }

  /// Number of scalars.
  var count: Int { values.count }

  /// Takes the speech in `range`.
  mutating func load(_ bytes: [UInt8], _ range: Range<Int>) {
    removed.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { text in
      resize(UTF8Bytes.scalarCount(text, range))
      decode(text, range)
    }
    classify()
  }

  private mutating func decode(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    values.withUnsafeMutableBufferPointer { values in
      starts.withUnsafeMutableBufferPointer { starts in
        var offset = range.lowerBound
        for index in values.indices {
          let (value, length) = Self.scalar(text, offset, range.upperBound)
          values[index] = value
          starts[index] = UInt32(truncatingIfNeeded: offset)
          offset += length
        }
      }
    }
  }

  private mutating func classify() {
    var present: ScalarClass = []
    ScalarClass.table.withUnsafeBufferPointer { table in
      values.withUnsafeBufferPointer { values in
        classes.withUnsafeMutableBufferPointer { classes in
          for index in values.indices {
            let scalarClass = values[index] < 0x1_0000 ? table[Int(values[index])] : []
            classes[index] = scalarClass
            present.formUnion(scalarClass)
          }
        }
      }
    }
    self.present = present
  }

  private mutating func resize(_ count: Int) {
    Self.resize(&values, count, 0)
    Self.resize(&starts, count, 0)
    Self.resize(&classes, count, [])
  }

  @inline(__always)
  private static func resize<Element>(_ list: inout [Element], _ count: Int, _ filler: Element) {
    if list.count > count {
      list.removeLast(list.count - count)
    } else if list.count < count {
      list.reserveCapacity(count)
      list.append(contentsOf: repeatElement(filler, count: count - list.count))
    }
  }

  @inline(__always)
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (UInt32, Int) {
    let lead = text[at]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = min(UTF8Bytes.length(lead: lead), end - at)
    if length == 3 {
      return (UInt32(lead & 0xF) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F), 3)
    }
    var value = UInt32(lead) & (length == 2 ? 0x1F : 0x07)
    for index in 1..<max(1, length) { value = value << 6 | UInt32(text[at + index] & 0x3F) }
    return (value, length)
  }

  /// True when the character at `index` comes again soon enough for a unit that begins here to be said twice.
  func mayRepeat(at index: Int, within reach: Int) -> Bool {
    values.withUnsafeBufferPointer { values in
      classes.withUnsafeBufferPointer { classes in
        let scalar = values[index]
        for next in (index + 1)..<max(index + 1, min(index + reach + 1, values.count)) {
          if values[next] == scalar { return true }
          if !classes[next].isDisjoint(with: .gap) {
            return values[next..<min(next + 7, values.count)].contains(scalar)
          }
        }
        return false
      }
    }
  }

  /// True when a gap between repetitions may begin at `index`: a comma, a blank, a hesitation.
  @inline(__always)
  func mayOpenGap(_ index: Int) -> Bool {
    index < classes.count && !classes[index].isDisjoint(with: .gap)
  }

  /// Takes out what the mask marks.
  mutating func remove(_ mask: RemovalMask) {
    var kept = 0
    for index in values.indices {
      if let reason = mask.reasons[index] {
        note(start(index)..<(start(index) + width(values[index])), reason)
      } else {
        values[kept] = values[index]
        starts[kept] = starts[index]
        classes[kept] = classes[index]
        kept += 1
      }
    }
    values.removeLast(values.count - kept)
    starts.removeLast(starts.count - kept)
    classes.removeLast(classes.count - kept)
  }

  /// Neighbours that go for one reason are one entry, so that memory stays small where nearly everything goes.
  private mutating func note(_ range: Range<Int>, _ reason: RemovalReason) {
    if let last = removed.last, last.reason == reason, last.range.upperBound == range.lowerBound {
      removed[removed.count - 1] = RemovedBytes(
        range: last.range.lowerBound..<range.upperBound, reason: reason)
    } else {
      removed.append(RemovedBytes(range: range, reason: reason))
    }
  }

  private func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }

  /// The scalar at `index`, or 0 outside the speech.
  subscript(index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0 }

  /// The classes of the scalar at `index`; none outside the speech.
  func has(_ scalarClass: ScalarClass, at index: Int) -> Bool {
    index >= 0 && index < classes.count && classes[index].contains(scalarClass)
  }

  /// True when `word` stands at `index`.
  func has(_ word: Word, at index: Int) -> Bool {
    guard index >= 0, index + word.scalars.count <= values.count else { return false }
    for place in word.scalars.indices where values[index + place] != word.scalars[place] { return false }
    return true
  }

  /// True when one of `words` stands at `index`.
  func has(anyOf words: [Word], at index: Int) -> Bool {
    guard index >= 0, index < values.count else { return false }
    let scalar = values[index]
    for word in words where word.first == scalar && has(word, at: index) { return true }
    return false
  }

  /// True when a clause begins at `index`: the start of the speech, a joint, or a mark or space before it.
  func startsClause(_ index: Int) -> Bool {
    index <= 0 || has(.mark, at: index - 1) || has(.space, at: index - 1) || isJoint(index)
  }

  /// True when the clause is over at `index`: the end of the speech or a mark.
  func endsClause(_ index: Int) -> Bool { index >= count || has(.mark, at: index) || isJoint(index) }

  /// True for marks and blanks.
  func isMarkOrSpace(_ index: Int) -> Bool { has(.mark, at: index) || has(.space, at: index) }

  /// True when two segments met between the scalars `index - 1` and `index`.
  private func isJoint(_ index: Int) -> Bool {
    guard !joints.isEmpty, index > 0, index < starts.count else { return false }
    var low = 0
    var high = joints.count
    while low < high {
      let middle = (low + high) / 2
      if joints[middle] <= start(index - 1) { low = middle + 1 } else { high = middle }
    }
    return low < joints.count && joints[low] <= start(index)
  }
}

/// A word as scalars, ready to be compared.
struct Word: ExpressibleByStringLiteral, Hashable, Sendable {
  let scalars: [UInt32]
  /// The first scalar, at hand because nearly every comparison ends there; 0 for no word.
  let first: UInt32

  init(scalars: some Sequence<UInt32>) {
    self.scalars = Array(scalars)
    first = self.scalars.first ?? 0
  }
  init(_ text: some StringProtocol) { self.init(scalars: text.unicodeScalars.map(\.value)) }
  init(stringLiteral value: String) { self.init(value) }

  /// The words of a list separated by blanks.
  static func list(_ text: String) -> [Word] { text.split(separator: " ").map { Word($0) } }
}
