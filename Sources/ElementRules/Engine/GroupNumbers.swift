/// The numbers of the words and groups that patterns need, those first that texts may be expected to hold most often.
///
/// A group of one word has the word's number; those of several are numbered after all words. The words of a group have
/// numbers near to each other, as far as no group before it holds them, so that 32 of them are looked at at once.
struct GroupNumbers {
  /// The number of each group; -1 of those that are not needed.
  let group: [Int32]
  /// The words, in the order of their numbers.
  let words: [Int]
  /// The groups of several words, in the order of their numbers.
  private let several: [Int]
  /// The number of each word; -1 of those that are not needed.
  let number: [Int32]

  /// Words of a group whose numbers differ in the lowest five bits alone.
  struct Block: BitwiseCopyable, Sendable {
    /// Their numbers without those bits.
    let place: Int32
    /// One bit for each.
    var bits: UInt32
  }

  /// Numbers the `needed` of `groups`, lists of words; the costs tell how often a group is to be expected.
  init(_ groups: [[Int]], needed: [Int], _ costs: [Int], words wordCount: Int) {
    let sorted = needed.sorted { costs[$0] > costs[$1] }
    several = sorted.filter { groups[$0].count > 1 }
    var words: [Int] = []
    var number = [Int32](repeating: -1, count: wordCount)
    for word in sorted.lazy.flatMap({ groups[$0] }) where number[word] < 0 {
      number[word] = Int32(words.count)
      words.append(word)
    }
    var group = [Int32](repeating: -1, count: groups.count)
    for index in needed where groups[index].count == 1 { group[index] = number[groups[index][0]] }
    for (index, each) in several.enumerated() { group[each] = Int32(words.count + index) }
    (self.words, self.number, self.group) = (words, number, group)
  }

  /// Groups of several words.
  var severalCount: Int { several.count }

  /// For each group of several words its words, by its place among these groups.
  func members(_ groups: [[Int]]) -> [(row: Int32, item: Block)] {
    var blocks: [(row: Int32, item: Block)] = []
    for (row, group) in several.enumerated() {
      let first = blocks.count
      for word in groups[group] {
        let (place, bit) = (number[word] >> 5, UInt32(1) << UInt32(number[word] & 31))
        if let known = blocks[first...].lastIndex(where: { $0.item.place == place }) {
          blocks[known].item.bits |= bit
        } else {
          blocks.append((Int32(row), Block(place: place, bits: bit)))
        }
      }
    }
    return blocks
  }
}
