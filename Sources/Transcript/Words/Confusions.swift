import ChineseText

/// How two characters may be taken for each other.
enum ConfusionKind: UInt16, CaseIterable, Sendable {
  /// The same syllable, tones apart.
  case sound = 0
  /// Alike in print: 未 and 末, 诉 and 拆.
  case shape = 1
  /// A regional confusion apart: n/l, f/h, zh/z, ang/an.
  case accent = 2
}

/// For each symbol the symbols it may have been meant as.
struct Confusions: Sendable {
  /// Candidates of symbol s are `entries[starts[s]..<starts[s + 1]]`: symbol, and kind in the top four bits.
  let starts: [UInt32]
  let entries: [UInt16]

  /// Takes the lists of a file; nil when they do not fit together.
  init?(starts: [UInt32], entries: [UInt16], symbols: Int) {
    guard starts.count == symbols + 1, starts.first == 0, Int(starts[symbols]) == entries.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      entries.allSatisfy({ Int($0 & 0xFFF) < symbols && ConfusionKind(rawValue: $0 >> 12) != nil })
    else { return nil }
    (self.starts, self.entries) = (starts, entries)
  }

  /// Gathers what sounds alike, by any reading, and what `shapes` says looks alike. A second or two.
  init(_ alphabet: WordSymbols, shapes: [UInt32: [UInt32]]) {
    let all = (0..<alphabet.count).map { alphabet.character(UInt16($0)) }
    let readings = all.map { $0.map(Pronunciation.readings) ?? [] }
    var bySyllable: [Syllable: [Int]] = [:]
    for symbol in all.indices {
      for syllable in readings[symbol] { bySyllable[syllable, default: []].append(symbol) }
    }
    let near = bySyllable.keys.reduce(into: [Syllable: [Syllable]]()) { table, syllable in
      table[syllable] = bySyllable.keys.filter { Pronunciation.distance(syllable, $0) == 1 }
    }
    var starts: [UInt32] = [0]
    var entries: [UInt16] = []
    for symbol in all.indices {
      let same = Set(readings[symbol].flatMap { bySyllable[$0] ?? [] })
      let alike = Set((all[symbol].flatMap { shapes[$0] } ?? []).map { Int(alphabet.symbol($0)) })
      let accent = Set(readings[symbol].flatMap { near[$0] ?? [] }.flatMap { bySyllable[$0] ?? [] })
      var taken: Set<Int> = [symbol, Int(WordSymbols.rare), Int(WordSymbols.edge)]
      for (kind, members) in [(ConfusionKind.sound, same), (.shape, alike), (.accent, accent)] {
        entries += members.subtracting(taken).sorted().map { UInt16($0) | kind.rawValue << 12 }
        taken.formUnion(members)
      }
      starts.append(UInt32(entries.count))
    }
    (self.starts, self.entries) = (starts, entries)
  }

  /// Where the candidates of a symbol stand in `entries`.
  @inline(__always)
  func range(_ symbol: UInt16) -> Range<Int> { Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1]) }
}
