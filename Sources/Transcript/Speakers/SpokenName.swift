import ChineseText

/// Finds a person's name in speech by how it sounds: 代国庆 for 戴国庆.
struct SpokenName: Sendable {
  private let scalars: [UInt32]

  /// A name of two to five characters; nil for others.
  init?(_ name: String) {
    scalars = name.unicodeScalars.map(\.value)
    guard (2...5).contains(scalars.count) else { return nil }
  }

  /// True when the name is said somewhere in the characters: every character sounds alike, at most one only nearly.
  func isSaid(in text: SpokenText, _ range: Range<Int>) -> Bool {
    guard range.count >= scalars.count else { return false }
    return (range.lowerBound...range.upperBound - scalars.count).contains { isSaid(text.scalars, at: $0) }
  }

  private func isSaid(_ text: [UInt32], at start: Int) -> Bool {
    var distance = 0
    for offset in scalars.indices {
      if text[start + offset] == scalars[offset] { continue }
      guard let step = Pronunciation.distance(ofScalar: text[start + offset], scalars[offset]), step < 2
      else {
        return false
      }
      distance += step
      if distance > 1 { return false }
    }
    return true
  }
}
