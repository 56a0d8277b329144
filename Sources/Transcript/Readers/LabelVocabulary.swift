import TextCore

/// Decides which words at the start of a line are labels of speakers; the one place readers ask.
enum LabelVocabulary {
  /// True for a role's full label or shorthand, with side mark, agent mark, ordinal and name in brackets.
  static func isRole(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
    let end = withoutBracket(bytes, label)
    var index = label.lowerBound
    if base(bytes, index, end) == nil { index = ordinal(bytes, index + ordinalMark(bytes, index, end), end) }
    guard let base = base(bytes, index, end) else { return false }
    index = ordinal(bytes, index + base.count, end)
    if index < end, let suffix = LabelTable.suffixes.first(where: { fits(bytes, index, end, $0) }) {
      index = ordinal(bytes, index + suffix.count, end)
    }
    return index == end
  }

  /// The longest base that starts at `index`.
  private static func base(_ bytes: [UInt8], _ index: Int, _ end: Int) -> [UInt8]? {
    guard index + 2 < end else { return nil }
    return LabelTable.basesByKey[LabelTable.key(bytes[index + 1], bytes[index + 2])].first {
      fits(bytes, index, end, $0)
    }
  }

  /// True for a clerk's shorthand: a role written in at most three scalars with a one-scalar side (审, 原代, 被2代).
  static func isShorthand(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
    guard isRole(bytes, label) else { return false }
    let full = LabelTable.fullBases.contains { fits(bytes, label.lowerBound, label.upperBound, $0) }
    return !full
  }

  /// True when words that are no known role may still be a label: a person's name or an unlisted office.
  ///
  /// Speech that quotes (`我说：`), counts (`第一：`) or names a heading (`事实与理由：`) is not.
  static func mayBeLabel(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
    guard label.count >= 3, label.count <= 36 else { return false }
    guard !LabelTable.deniedStarts.contains(where: { fits(bytes, label.lowerBound, label.upperBound, $0) })
    else {
      return false
    }
    var index = label.lowerBound
    while index < label.upperBound {
      let length = UTF8Bytes.length(lead: bytes[index])
      if LabelTable.deniedInside.contains(where: { fits(bytes, index, label.upperBound, $0) }) {
        return false
      }
      index += length
    }
    return true
  }

  /// True when a word seen only once is a label all the same: an office such as 调解员.
  static func isOffice(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
    let end = withoutBracket(bytes, label)
    return LabelTable.offices.contains {
      UTF8Bytes.hasSuffix(bytes, end, $0) && label.lowerBound + $0.count < end
    }
  }

  private static func fits(_ bytes: [UInt8], _ index: Int, _ end: Int, _ word: [UInt8]) -> Bool {
    index < end && bytes[index] == word[0] && index + word.count <= end
      && UTF8Bytes.hasPrefix(bytes, index, word)
  }

  /// Bytes of 第 in 第一被告.
  private static func ordinalMark(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    fits(bytes, index, end, LabelTable.ordinalMark) ? LabelTable.ordinalMark.count : 0
  }

  /// Skips 一 … 十, 甲 … 丁 and digits.
  private static func ordinal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if bytes[index] >= 0x30, bytes[index] <= 0x39 {
        index += 1
      } else if let mark = LabelTable.ordinals.first(where: { fits(bytes, index, end, $0) }) {
        index += mark.count
      } else {
        break
      }
    }
    return index
  }

  /// The end of the label before a bracket group that closes it.
  private static func withoutBracket(_ bytes: [UInt8], _ label: Range<Int>) -> Int {
    for (open, close) in LabelTable.brackets where UTF8Bytes.hasSuffix(bytes, label.upperBound, close) {
      var index = label.lowerBound
      while index < label.upperBound {
        if fits(bytes, index, label.upperBound, open) { return index }
        index += UTF8Bytes.length(lead: bytes[index])
      }
    }
    return label.upperBound
  }
}
