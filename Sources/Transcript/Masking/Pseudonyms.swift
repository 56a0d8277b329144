import ChineseText
import TextCore

/// Gives every person one pseudonym: surname and 某, a number from the second of one surname on (张某, 张某1); for names
/// with a dot or without a Han surname the first character and 某.
struct Pseudonyms {
  private(set) var all: [(name: String, pseudonym: String)] = []
  private var known: Set<String> = []
  private var sounds: Set<[Syllable?]> = []
  private var next: [String: Int] = [:]
  private let taken: Set<String>

  /// `taken` is the text, whose own 张某 must not be given to somebody else.
  init(taken text: [UInt8]) { taken = Self.pseudonyms(in: text) }

  /// Adds people in order; a name that is known, or no name, is left out.
  mutating func add(_ names: [String]) {
    for name in names where isName(name) && known.insert(name).inserted {
      let stem = String(String.UnicodeScalarView(name.unicodeScalars.prefix(surnameLength(name)))) + "某"
      all.append((name, free(stem)))
      sounds.insert(Self.sound(name))
    }
  }

  /// Adds people whom the text names; one who sounds exactly like a known person of three characters is that person.
  mutating func addHeard(_ names: [String]) {
    add(names.filter { $0.unicodeScalars.count < 3 || !sounds.contains(Self.sound($0)) })
  }

  private static func sound(_ name: String) -> [Syllable?] {
    name.unicodeScalars.map { Pronunciation.syllable(of: $0.value) }
  }

  private mutating func free(_ stem: String) -> String {
    while true {
      let number = next[stem, default: 0]
      next[stem] = number + 1
      let candidate = number == 0 ? stem : "\(stem)\(number)"
      if !taken.contains(candidate) { return candidate }
    }
  }

  /// Every X某 and X某N that stands in the text, X being one or two characters.
  private static func pseudonyms(in text: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for match in LiteralAutomaton(["某"]).matches(in: text) {
      var end = match.end
      while end < text.count, end < match.end + 6, (0x30...0x39).contains(text[end]) { end += 1 }
      for start in [match.start - 3, match.start - 6]
      where start >= 0 && !UTF8Bytes.isContinuation(text[start]) {
        found.insert(String(decoding: text[start..<end], as: UTF8.self))
      }
    }
    return found
  }

  private func surnameLength(_ name: String) -> Int {
    name.unicodeScalars.count < 3 || isMinority(name) ? 1 : max(1, Surname.length(atStartOf: name))
  }

  private func isMinority(_ name: String) -> Bool { name.contains("·") || name.unicodeScalars.count > 4 }

  private func isName(_ name: String) -> Bool {
    (2...20).contains(name.unicodeScalars.count) && !name.contains("某")
      && name.unicodeScalars.allSatisfy {
        CharacterForms.isHan($0.value) || [0xB7, 0x2022, 0x30FB].contains($0.value)
      }
  }
}
