/// The alphabet of the word model: every Han character that the corpora hold often enough, and four classes.
struct WordSymbols: Sendable {
  /// Marks, spaces and the edges of a speech; digits; Latin letters; Han characters outside the alphabet.
  static let edge: UInt16 = 0
  static let digit: UInt16 = 1
  static let letter: UInt16 = 2
  static let rare: UInt16 = 3
  /// First symbol that stands for a character.
  static let firstCharacter = 4
  /// A symbol fits into twelve bits.
  static let bits: UInt64 = 12

  private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF
  /// Symbol of each Han character.
  private let table: [UInt16]
  /// The characters in the order of their symbols.
  let characters: [UInt16]

  /// Takes the characters in order; what is no Han character or comes too late for twelve bits is left out.
  init(characters: [UInt16]) {
    var table = [UInt16](repeating: Self.rare, count: Self.han.count)
    let most = (1 << Int(Self.bits)) - Self.firstCharacter
    self.characters = Array(characters.filter { Self.han.contains(UInt32($0)) }.prefix(most))
    for (index, character) in self.characters.enumerated() {
      table[Int(UInt32(character) - Self.han.lowerBound)] = UInt16(index + Self.firstCharacter)
    }
    self.table = table
  }

  /// Number of symbols.
  var count: Int { characters.count + Self.firstCharacter }

  /// The symbol of a scalar. Constant.
  @inline(__always)
  func symbol(_ scalar: UInt32) -> UInt16 {
    if Self.han.contains(scalar) { return table[Int(scalar - Self.han.lowerBound)] }
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19, 0x2E, 0x25, 0xFF05: return Self.digit
    case 0x41...0x5A, 0x61...0x7A: return Self.letter
    default: return Self.edge
    }
  }

  /// The character that a symbol stands for; nil for a class.
  func character(_ symbol: UInt16) -> UInt32? {
    let index = Int(symbol) - Self.firstCharacter
    return characters.indices.contains(index) ? UInt32(characters[index]) : nil
  }
}

/// A speech as the word model sees it: an edge, the symbols, an edge; runs of one class count once.
struct SymbolLine {
  /// The symbols.
  private(set) var symbols: [UInt16] = []
  /// For each symbol the index of its scalar; -1 for the edges.
  private(set) var places: [Int] = []

  /// Takes the scalars in place of what was there. O(scalars).
  mutating func load(_ scalars: [UInt32], _ alphabet: WordSymbols) {
    symbols.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    append(WordSymbols.edge, -1)
    for (index, scalar) in scalars.enumerated() { append(alphabet.symbol(scalar), index) }
    append(WordSymbols.edge, -1)
  }

  /// Puts another symbol in the place of one.
  mutating func replace(_ index: Int, with symbol: UInt16) { symbols[index] = symbol }

  @inline(__always)
  private mutating func append(_ symbol: UInt16, _ place: Int) {
    if symbol < WordSymbols.rare, symbol == symbols.last { return }
    symbols.append(symbol)
    places.append(place)
  }
}
