/// Reading the word lists that are built into the program.
extension LexiconText {
  /// The words of a list, as scalars.
  static func words(_ list: StaticString) -> [[UInt32]] {
    var words: [[UInt32]] = []
    var word: [UInt32] = []
    for scalar in string(list).unicodeScalars {
      if scalar.value > 0x20 {
        word.append(scalar.value)
      } else if !word.isEmpty {
        words.append(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The lines of a list.
  static func lines(_ list: StaticString) -> [Substring] { string(list).split(separator: "\n") }

  private static func string(_ list: StaticString) -> String {
    String(decoding: UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount), as: UTF8.self)
  }
}
