/// Words that take a title as their object, so that no mark stands between: 依据《民法典》, 违反《员工手册》.
///
/// Of the places that GB/T 15834—2011, 4.4 gives ，, none is between a preposition or a verb and a short object.
enum TitleLead {
  private static let words = [
    "根据", "依据", "按照", "依照", "参照", "遵照", "违反", "适用", "援引", "以及",
  ].map { $0.unicodeScalars.map(\.value) }
  /// Alone these may end a noun (证据, 备案), so that they count only at the head of a clause.
  private static let headWords: Set<UInt32> = Set("按依据照凭".unicodeScalars.map(\.value))
  /// Before 依据 these make a noun of it: 法律依据, 请求的依据.
  private static let makers: Set<UInt32> = Set("律实的要何价同".unicodeScalars.map(\.value))

  /// True when the scalars before `first` end with such a word.
  static func stands(before first: Int, _ speech: [UInt32], _ marks: [Mark]) -> Bool {
    guard first > 0, first <= speech.count else { return false }
    let isHead = first == 1 || marks[first - 2] != .none
    if isHead, headWords.contains(speech[first - 1]) { return true }
    guard let word = words.first(where: { speech[..<first].suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    let before = first - word.count - 1
    return before < 0 || marks[before] != .none || !makers.contains(speech[before])
  }
}
