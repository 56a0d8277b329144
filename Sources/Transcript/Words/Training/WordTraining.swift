import ChineseText
import TextCore

/// Learns the word model from text that is right.
public enum WordTraining {
  private static let leastCharacterCount = 3

  /// Trains on hearings in the standard and on other text; the signature names every file.
  ///
  /// Hearings are read twice, with their marks and without, since raw speech has none. `shapes` holds lines of a
  /// character and those that look like it, `#` for notes. The same files in the same order give the same model. About
  /// two minutes for twelve million characters on one core.
  public static func run(hearings: [TrainingFile], background: [TrainingFile], shapes: TrainingFile?)
    -> WordModel
  {
    let speeches = hearings.map { Self.speeches($0.bytes) }
    let texts = background.map { Self.scalars($0.bytes) }
    let alphabet = Self.alphabet(Array(speeches.joined()) + texts)
    var symbols: [UInt16] = []
    var line = SymbolLine()
    func take(_ scalars: [UInt32]) {
      line.load(scalars, alphabet)
      symbols += line.symbols
    }
    for speech in speeches.joined() {
      take(speech)
      take(speech.filter { alphabet.symbol($0) != WordSymbols.edge })
    }
    for text in texts { for part in text.split(separator: 0x0A) { take(Array(part)) } }
    let signature =
      (hearings + background).map { "train=" + $0.signature }
      + (shapes.map { ["shapes=" + $0.signature] } ?? [])
    return WordModel(
      alphabet: alphabet, grams: KneserNey(symbols, alphabet: alphabet.count).table,
      confusions: Confusions(alphabet, shapes: shapes.map { Self.shapes($0.bytes) } ?? [:]),
      signature: signature.joined(separator: "\n"))
  }

  /// Han characters by falling frequency.
  private static func alphabet(_ texts: [[UInt32]]) -> WordSymbols {
    var counts = [Int](repeating: 0, count: 0x1_0000)
    for text in texts { for scalar in text where scalar < 0x1_0000 { counts[Int(scalar)] += 1 } }
    let usual = counts.indices.filter { counts[$0] >= leastCharacterCount && (0x4E00...0x9FFF).contains($0) }
    return WordSymbols(
      characters: usual.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map { UInt16($0) })
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// What was said in a hearing, without its labels and header.
  private static func speeches(_ bytes: [UInt8]) -> [[UInt32]] {
    LabelledHearing(String(decoding: bytes, as: UTF8.self)).turns.map { $0.text.unicodeScalars.map(\.value) }
  }

  private static func shapes(_ bytes: [UInt8]) -> [UInt32: [UInt32]] {
    var table: [UInt32: [UInt32]] = [:]
    for line in scalars(bytes).split(separator: 0x0A) where line.first != 0x23 {
      let characters = line.filter { $0 > 0x20 }
      guard let first = characters.first else { continue }
      table[first, default: []] += characters.dropFirst()
    }
    return table
  }
}
