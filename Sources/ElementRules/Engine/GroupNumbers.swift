/// The numbers of the words and groups that patterns need, those first that texts may be expected to hold most often.
///
/// A group of one word has the word's number; those of several are numbered after all words.
struct GroupNumbers {
  /// The number of each group; -1 of those that are not needed.
  let group: [Int32]
  /// The words, in the order of their numbers.
  let words: [Int]
  /// The groups of several words, in the order of their numbers.
  private let several: [Int]
  /// The number of each word; -1 of those that are not needed.
  let number: [Int32]

  /// Numbers the `needed` of `groups`, lists of words; the costs tell how often a group or word is to be expected.
  init(_ groups: [[Int]], needed: [Int], _ costs: [Int], _ wordCosts: [Int]) {
    var isWanted = [Bool](repeating: false, count: wordCosts.count)
    for group in needed { for word in groups[group] { isWanted[word] = true } }
    words = isWanted.indices.filter { isWanted[$0] }.sorted { (-wordCosts[$0], $0) < (-wordCosts[$1], $1) }
    several = needed.filter { groups[$0].count > 1 }.sorted { (-costs[$0], $0) < (-costs[$1], $1) }
    var number = [Int32](repeating: -1, count: wordCosts.count)
    for (index, word) in words.enumerated() { number[word] = Int32(index) }
    var group = [Int32](repeating: -1, count: groups.count)
    for index in needed where groups[index].count == 1 { group[index] = number[groups[index][0]] }
    for (index, each) in several.enumerated() { group[each] = Int32(words.count + index) }
    (self.number, self.group) = (number, group)
  }

  /// Groups of several words.
  var severalCount: Int { several.count }

  /// For each group of several words its words, by its place among these groups.
  func members(_ groups: [[Int]]) -> [(row: Int32, item: Int32)] {
    several.enumerated().flatMap { place, each in groups[each].map { (Int32(place), number[$0]) } }
  }
}
