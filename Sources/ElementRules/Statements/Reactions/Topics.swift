import TextCore

/// What people call the elements of a rule base: 押金 for the deposit, 起算点 for the day from which interest runs.
struct Topics {
  private let words: Cues
  private let elements: [[UInt8]: [String]]

  init(_ elements: [Element]) {
    var byWord: [[UInt8]: [String]] = [:]
    for element in elements {
      for word in element.called { byWord[Array(word.utf8), default: []].append(element.id) }
    }
    self.elements = byWord
    words = Cues(byWord.keys.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The elements that `range` names, by the longest name at each place: 逾期利息 is not 利息.
  func named(_ bytes: [UInt8], in range: Range<Int>) -> Set<String> {
    guard !elements.isEmpty else { return [] }
    var found: Set<String> = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let length = words.length(bytes, at: offset, to: range.upperBound) {
        found.formUnion(elements[Array(bytes[offset..<offset + length])] ?? [])
        offset += length
      } else {
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return found
  }
}
