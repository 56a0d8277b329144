/// Items of a list that was numbered aloud: 第一，…；第二，… and 一、…；二、…: standard section 5.
struct ListStructure {
  private let speech: [UInt32]

  init(_ speech: [UInt32]) { self.speech = speech }

  /// Sets the marks after the ordinals and before the second and later items.
  ///
  /// A list needs its first two items in order. An item that holds a whole sentence keeps 。 before the next.
  func decide(_ choice: inout MarkDecoder.Choice) {
    for style in [Style.ordinal, .numeral] {
      let items = items(style, choice)
      guard items.count > 1 else { continue }
      for (number, item) in items.enumerated() {
        set(style.mark, after: item + style.length - 1, &choice)
        guard number > 0 else { continue }
        let hasStop = choice.marks[items[number - 1]..<item - 1].contains { $0.endsSentence }
        if choice.marks[item - 1] == .comma || choice.marks[item - 1] == .none
          || choice.marks[item - 1] == .enumeration
        {
          set(hasStop ? .stop : .semicolon, after: item - 1, &choice)
        }
      }
    }
  }

  private func set(_ mark: Mark, after index: Int, _ choice: inout MarkDecoder.Choice) {
    if index < speech.count - 1 { choice.set(mark, at: index, confidence: 90) }
  }

  private enum Style {
    case ordinal, numeral
    var length: Int { self == .ordinal ? 2 : 1 }
    var mark: Mark { self == .ordinal ? .comma : .enumeration }
  }

  /// First scalars of items 1, 2, 3 … as far as they go.
  private func items(_ style: Style, _ choice: MarkDecoder.Choice) -> [Int] {
    var found: [Int] = []
    for index in speech.indices where found.count < Self.numerals.count {
      let at = index + style.length - 1
      guard at + 1 < speech.count, speech[at] == Self.numerals[found.count] else { continue }
      guard style == .numeral || speech[index] == 0x7B2C else { continue }  // 第
      if opens(index, at, style, choice) { found.append(index) }
    }
    return found
  }

  private func opens(_ start: Int, _ numeral: Int, _ style: Style, _ choice: MarkDecoder.Choice) -> Bool {
    let before = start == 0 ? .stop : choice.marks[start - 1]
    let after = choice.marks[numeral]
    if style == .ordinal { return before != .none && (after == .comma || after == .enumeration) }
    return before != .none && before != .enumeration && (after == .enumeration || after == .comma)
  }

  private static let numerals: [UInt32] = "一二三四五六七八九十".unicodeScalars.map(\.value)
}
