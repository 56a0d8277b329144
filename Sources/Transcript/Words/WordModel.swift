import Foundation
import TextCore

/// What was learnt about which words follow which: finds words that were misheard or mistyped.
///
/// A character model of order four, interpolated Kneser–Ney (Chen and Goodman 1999), pruned and in quarter nats; and for
/// each character those that sound or look like it.
public struct WordModel: Sendable {
  /// What it was trained on and how, one `key=value` a line.
  public let signature: String
  let alphabet: WordSymbols
  let grams: GramTable
  let confusions: Confusions

  init(alphabet: WordSymbols, grams: GramTable, confusions: Confusions, signature: String) {
    self.alphabet = alphabet
    self.grams = grams
    self.confusions = confusions
    self.signature = signature
  }
}

/// The model on disk: characters, candidates, cells, each with its number before it.
extension WordModel: LearntModel {
  /// The frame of its files.
  public static let format = ModelFormat(
    magic: "CNLPWORD", version: 2, fileName: "words.model", title: "用词模型", command: "train words")

  /// The file's bytes.
  public var fileBytes: [UInt8] {
    var body: [UInt8] = []
    body.append(list: alphabet.characters)
    body.append(list: confusions.starts)
    body.append(list: confusions.entries)
    body.append(list: grams.cells)
    return Self.format.bytes(signature: signature, body: body)
  }

  /// Reads a model; 5 MB, a few milliseconds.
  public init(path: String) throws(ModelFileError) {
    var file = try Self.format.open(path)
    signature = file.signature
    let characters = try file.list(UInt16.self)
    alphabet = WordSymbols(characters: characters)
    let starts = try file.list(UInt32.self)
    let entries = try file.list(UInt16.self)
    guard alphabet.characters == characters,
      let confusions = Confusions(starts: starts, entries: entries, symbols: alphabet.count),
      let grams = GramTable(cells: try file.list(UInt8.self))
    else { throw file.damaged }
    (self.confusions, self.grams) = (confusions, grams)
    try file.end()
  }
}
