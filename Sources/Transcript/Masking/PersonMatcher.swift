import ChineseText
import TextCore

/// Finds all mentions of known people: the name itself, and what a recognizer made of a name of three characters or
/// more when it sounds exactly the same.
struct PersonMatcher {
  private let people: [(name: String, pseudonym: [UInt8])]
  private let literals: LiteralAutomaton
  /// Kept names first: a person's name inside one of them is not the person.
  private let keptCount: Int
  /// Sounds of three-character names → index in `people`.
  private let sounds: [UInt64: Int]

  init(_ pseudonyms: Pseudonyms, kept: [String]) {
    people = pseudonyms.all.map { ($0.name, Array($0.pseudonym.utf8)) }
    keptCount = kept.count
    literals = LiteralAutomaton(kept + people.map(\.name))
    var sounds: [UInt64: Int] = [:]
    for (index, person) in people.enumerated() {
      let read = person.name.unicodeScalars.compactMap { Pronunciation.syllable(of: $0.value) }
      if read.count == 3, person.name.unicodeScalars.count == 3 { sounds[read.reduce(0, Self.push)] = index }
    }
    self.sounds = sounds
  }

  func edits(in bytes: [UInt8]) -> [Edit] {
    guard !people.isEmpty else { return [] }
    var edits: [Edit] = []
    var covered: [Range<Int>] = []
    for match in literals.leftmostLongest(in: bytes) {
      covered.append(match.start..<match.end)
      guard match.pattern >= keptCount else { continue }
      edits.append(edit(match.start..<match.end, match.pattern - keptCount))
    }
    return sounds.isEmpty ? edits : edits + homophones(bytes, covered)
  }

  private func edit(_ range: Range<Int>, _ person: Int) -> Edit {
    Edit(MaskKind.names.rule, Span(range.lowerBound, range.upperBound), people[person].pseudonym)
  }

  /// Three Han characters that sound like a name; places already matched are passed over.
  private func homophones(_ bytes: [UInt8], _ covered: [Range<Int>]) -> [Edit] {
    var edits: [Edit] = []
    var window: UInt64 = 0
    var (next, index, heard) = (0, 0, 0)
    while index < bytes.count {
      while next < covered.count, covered[next].upperBound <= index { next += 1 }
      if next < covered.count, covered[next].contains(index) {
        index = covered[next].upperBound
        heard = 0
        continue
      }
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      index += length
      guard length == 3, let syllable = Pronunciation.syllable(of: scalar) else {
        heard = 0
        continue
      }
      window = Self.push(window, syllable)
      heard += 1
      guard heard >= 3, let person = sounds[window] else { continue }
      edits.append(edit(index - 9..<index, person))
      heard = 0
    }
    return edits
  }

  /// The last three syllables, 16 bits each.
  private static func push(_ window: UInt64, _ syllable: Syllable) -> UInt64 {
    (window << 16 | UInt64(syllable.raw)) & 0xFFFF_FFFF_FFFF
  }
}
