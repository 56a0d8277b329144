import ChineseText
import TextCore

/// A speech under correction: what was written and what it is taken for, character by character.
///
/// Rules replace characters one for one, so places stay; later rules see what earlier ones have made.
struct HeardSpeech {
  /// The scalars as written.
  private(set) var written = SpeechScalars()
  /// The scalars as understood so far.
  private(set) var values: [UInt32] = []
  /// The most usual syllable of each, 0 for what is no Han character.
  private(set) var syllables: [UInt16] = []
  private var rules: [TermRule?] = []
  /// True when the last round changed something.
  private(set) var hasChanged = false

  /// Number of scalars.
  var count: Int { values.count }

  /// Takes the speech in `range`.
  mutating func load(_ bytes: [UInt8], _ range: Range<Int>) {
    written.load(bytes, range)
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: written.values)
    rules.removeAll(keepingCapacity: true)
    Pronunciation.readSyllables(of: values, into: &syllables)
    hasChanged = false
  }

  /// Begins a round.
  mutating func startRound() { hasChanged = false }

  /// The scalar at `index`, or 0 outside.
  subscript(index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0 }

  /// True when `word` stands at `index`.
  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= values.count else { return false }
    for place in word.indices where values[index + place] != word[place] { return false }
    return true
  }

  /// True when one of `words` stands in `range`.
  func holds(anyOf words: [Word], in range: Range<Int>) -> Bool {
    range.clamped(to: 0..<values.count).contains { index in
      words.contains { $0.first == values[index] && has($0.scalars, at: index) }
    }
  }

  /// True for the edges of the speech and for anything but letters and digits.
  func isEdge(_ index: Int) -> Bool {
    index < 0 || index >= values.count
      || !ScalarClass.of(values[index]).isDisjoint(with: [.mark, .space, .bracket])
  }

  /// True between 《 and 》: titles are names.
  func isInTitle(_ index: Int) -> Bool {
    for place in stride(from: index, through: max(0, index - Self.longestTitle), by: -1) {
      if values[place] == 0x300A { return true }
      if values[place] == 0x300B { return false }
    }
    return false
  }
  private static let longestTitle = 50

  /// Takes the characters from `index` on for `word`.
  mutating func take(_ word: [UInt32], at index: Int, by rule: TermRule) {
    if rules.isEmpty { rules = Array(repeating: nil, count: values.count) }
    for place in word.indices where values[index + place] != word[place] {
      values[index + place] = word[place]
      syllables[index + place] = Pronunciation.syllable(of: word[place])?.raw ?? 0
      rules[index + place] = rule
      hasChanged = true
    }
  }

  /// One edit for each run of changed characters.
  func appendEdits(to edits: inout [Edit]) {
    guard !rules.isEmpty else { return }
    var index = 0
    while index < count {
      guard let rule = rules[index], values[index] != written.values[index] else {
        index += 1
        continue
      }
      var after: [UInt8] = []
      let start = written.start(index)
      var end = start
      while index < count, values[index] != written.values[index] {
        UTF8Bytes.append(values[index], to: &after)
        end = written.start(index) + UTF8Bytes.width(written.values[index])
        index += 1
      }
      edits.append(Edit(rule.rawValue, Span(start, end), after, confidence: rule.confidence))
    }
  }
}

/// The rules of the terms stage.
enum TermRule: String {
  case lexicon = "terms.lexicon"
  case misheard = "terms.misheard"
  case answer = "terms.answer"
  case name = "terms.name"
  case model = "terms.model"

  /// Share of right changes on held-out gold, rounded down.
  var confidence: Double {
    switch self {
    case .lexicon, .misheard: 0.95
    case .answer: 0.92
    case .name, .model: 0.9
    }
  }
}

extension UTF8Bytes {
  /// Bytes of a scalar.
  static func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }
}
