import Testing

@testable import Transcript

/// The character model, on a corpus small enough to count by hand, and on the model that is shipped.
@Suite struct WordModelTests {
  private static let corpus = Array(
    String(repeating: "原告申请回避。被告申请鉴定。原告请求判令被告返还借款。\n必须，壁垒，反对，由于，甲方，难民，兰州\n", count: 20).utf8)

  private func trained() -> WordModel {
    WordTraining.run(
      hearings: [], background: [TrainingFile(name: "a.txt", bytes: Self.corpus)],
      shapes: TrainingFile(name: "shapes.txt", bytes: Array("# 说明\n申 甲由\n返 反\n".utf8)))
  }

  private func costs(_ model: WordModel, _ text: String) -> [Int] {
    var line = SymbolLine()
    line.load(text.unicodeScalars.map(\.value), model.alphabet)
    return line.symbols.indices.map { model.grams.cost(line.symbols, at: $0) }
  }

  @Test func sameFilesGiveTheSameModel() {
    #expect(trained().fileBytes == trained().fileBytes)
    #expect(trained().signature.contains("train=a.txt "))
  }

  @Test func whatWasReadCostsLittle() {
    let model = trained()
    #expect(costs(model, "原告申请回避。").reduce(0, +) * 2 < costs(model, "原告请申避回。").reduce(0, +))
    #expect(costs(model, "原告申请回避。")[6] <= 1, "避 follows 申请回 every time")
  }

  /// Two ways to one figure: all costs at once, and each alone.
  @Test(arguments: ["", "原", "原告申请回避", "，，原告12 34号abc", "甲乙丙丁戊己庚辛", "被告返还借款。被告申请鉴定"])
  func costsAtOnceAndAlone(_ text: String) throws {
    for model in [trained(), try #require(ShippedModels.words)] {
      var line = SymbolLine()
      line.load(text.unicodeScalars.map(\.value), model.alphabet)
      var atOnce: [Int] = []
      model.grams.appendCosts(of: line.symbols, to: &atOnce)
      #expect(atOnce == costs(model, text))
    }
  }

  /// The shares that a context gives to every symbol add up to one, within what quarter nats can tell.
  @Test func probabilitiesAddUp() {
    let model = trained()
    for context in ["原告", "申请", "被"] {
      var line = SymbolLine()
      line.load(context.unicodeScalars.map(\.value), model.alphabet)
      let symbols = line.symbols.dropLast()
      let sum = (0..<model.alphabet.count).reduce(0.0) { sum, symbol in
        let all = symbols + [UInt16(symbol)]
        return sum + Self.power(model.grams.cost(Array(all), at: all.count - 1))
      }
      #expect(sum > 0.8 && sum < 1.25, "\(context)")
    }
  }

  private static func power(_ cost: Int) -> Double {
    (0..<cost).reduce(1.0) { product, _ in product * 0.778_800_783 }  // e^(-1/4)
  }

  @Test func confusionsAreSoundsShapesAndAccents() {
    let model = trained()
    func candidates(_ character: Unicode.Scalar, _ kind: ConfusionKind) -> Set<UInt32> {
      let range = model.confusions.range(model.alphabet.symbol(character.value))
      let entries = model.confusions.entries[range].filter { $0 >> 12 == kind.rawValue }
      return Set(entries.compactMap { model.alphabet.character($0 & 0xFFF) })
    }
    func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
    #expect(candidates("避", .sound) == scalars("必壁"))
    #expect(candidates("申", .shape) == scalars("甲由"))
    #expect(candidates("返", .shape).isEmpty, "反 sounds the same, which comes first")
    #expect(candidates("难", .accent).contains(0x5170))
  }
}
