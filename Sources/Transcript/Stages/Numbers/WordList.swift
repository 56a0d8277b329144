import TextCore

/// A small fixed list of words that is asked for at a given place: which one begins here, which one ends here.
struct WordList: Sendable {
  private let byFirst: [[[UInt8]]]
  private let byLast: [[[UInt8]]]

  /// Takes words separated by spaces or line feeds.
  init(_ text: String) {
    self.init(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Takes the words.
  init(_ list: [String]) {
    var first = [[[UInt8]]](repeating: [], count: 64)
    var last = first
    let words = list.map { Array($0.utf8) }
    for word in words.sorted(by: { $0.count > $1.count }) {
      first[Self.firstKey(word, 0)].append(word)
      last[Self.lastKey(word, word.count)].append(word)
    }
    byFirst = first
    byLast = last
  }

  /// Bytes of the longest word that begins at `offset` and ends by `end`; 0 when none does.
  func prefix(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    guard offset < end else { return 0 }
    for word in byFirst[Self.firstKey(bytes, offset)]
    where offset + word.count <= end && UTF8Bytes.hasPrefix(bytes, offset, word) { return word.count }
    return 0
  }

  /// Bytes of the longest word that ends just before `offset` and begins at or after `start`; 0 when none does.
  func suffix(_ bytes: [UInt8], _ offset: Int, _ start: Int) -> Int {
    guard offset > start else { return 0 }
    for word in byLast[Self.lastKey(bytes, offset)]
    where offset - word.count >= start && UTF8Bytes.hasSuffix(bytes, offset, word) { return word.count }
    return 0
  }

  private static func firstKey(_ bytes: [UInt8], _ offset: Int) -> Int {
    let lead = bytes[offset]
    guard lead >= 0xE0, offset + 2 < bytes.count else { return Int(lead & 63) }
    return Int(bytes[offset + 2] & 63)
  }

  private static func lastKey(_ bytes: [UInt8], _ offset: Int) -> Int { Int(bytes[offset - 1] & 63) }
}
