/// Numbers words in the order in which they come, each once.
///
/// A hash table of its own, small enough for the caches of a processor, with parts of the hashes beside the numbers: most
/// words are told apart without a look at their bytes.
struct WordNumbers {
  private struct Place {
    var hash: UInt32 = 0
    /// The word's number and 1 more; 0 for none.
    var number: UInt32 = 0
  }

  /// All words one after the other, and where each begins, with the end of the last.
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// A power of two, at least twice as many as words.
  private var places = [Place](repeating: Place(), count: 1 << 10)

  /// Words there are.
  var count: Int { starts.count - 1 }

  /// The word with a number.
  subscript(number: Int) -> [UInt8] { Array(bytes[starts[number]..<starts[number + 1]]) }

  /// Calls `body` with the word with a number.
  func withWord<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]]))
    }
  }

  /// The number of a word.
  mutating func number(of word: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(word)
    var index = Int(hash) & (places.count - 1)
    while places[index].number != 0 {
      let number = Int(places[index].number) - 1
      if places[index].hash == hash, stands(word, at: number) { return number }
      index = (index + 1) & (places.count - 1)
    }
    bytes += word
    starts.append(bytes.count)
    places[index] = Place(hash: hash, number: UInt32(count))
    if count * 2 > places.count { grow() }
    return count - 1
  }

  /// Differs from one run of the program to the next, as that of dictionaries does, so that no file can be written whose
  /// words all fall on one place.
  private static let secret = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// Folds eight bytes after the other, each time into both halves of a product.
  private static func hash(_ word: UnsafeRawBufferPointer) -> UInt32 {
    let secret = secret
    var (hash, place) = (secret ^ UInt64(word.count), 0)
    while place < word.count {
      var eight: UInt64 = 0
      if place + 8 <= word.count {
        eight = word.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      } else {
        for index in place..<word.count { eight = eight << 8 | UInt64(word[index]) }
      }
      let product = (hash ^ eight).multipliedFullWidth(by: secret)
      hash = product.high ^ product.low
      place += 8
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private func stands(_ word: UnsafeRawBufferPointer, at number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    return bytes.withUnsafeBytes { known in
      (0..<word.count).allSatisfy { known[start + $0] == word[$0] }
    }
  }

  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(), count: 2 * old.count)
    for entry in old where entry.number != 0 {
      var index = Int(entry.hash) & (places.count - 1)
      while places[index].number != 0 { index = (index + 1) & (places.count - 1) }
      places[index] = entry
    }
  }
}
