import Foundation
import Testing

@testable import Transcript

/// The network of the accurate punctuation model: sums, way back, training, file.
@Suite struct MarkNetworkTests {
  private static let shape = NetworkShape(
    width: 16, layers: [.init(taps: 3, dilation: 1), .init(taps: 3, dilation: 2)], pairBits: 8)

  private static func speech(_ text: String) -> TrainingSpeech {
    var scalars: [UInt32] = []
    var marks: [Mark] = []
    for scalar in text.unicodeScalars {
      if let mark = Mark.of(scalar.value) {
        marks[marks.count - 1] = mark
      } else {
        scalars.append(scalar.value)
        marks.append(.none)
      }
    }
    return TrainingSpeech(scalars: scalars, marks: marks, setting: SpeechSetting(voice: .party))
  }

  private static let speeches = ["他来了，我走了。", "你来不来？", "钱、车、房都给他。", "我说：不还。", "还了吗？还了。"].map(speech)

  private static func trained(_ epochs: Int, _ speeches: [TrainingSpeech] = speeches) -> MarkNetwork {
    var trainer = NetworkTrainer()
    trainer.shape = shape
    trainer.leastCount = 1
    trainer.hearings.epochs = epochs
    trainer.hearings.layerRate = 0.05
    trainer.hearings.tableRate = 0.3
    return trainer.train(speeches, after: [])
  }

  @Test func integerSumsAreThePlainSums() {
    var random = SplitMix64(state: 3)
    let (rows, columns) = (24, 32)
    let weights = (0..<rows * columns).map { _ in Int8(truncatingIfNeeded: random.next()) }
    let inputs = (0..<2 * rows).map { _ in Int16(truncatingIfNeeded: random.next()) }
    let matrix = IntegerMatrix(
      rows: rows, weights: weights, scales: [Float](repeating: 1, count: columns),
      biases: [Float](repeating: 0, count: columns))
    var sums = [SIMD4<Int32>](repeating: .zero, count: columns / 2)
    inputs.withUnsafeBufferPointer { inputs in
      sums.withUnsafeMutableBufferPointer { sums in
        matrix.multiply(
          inputs.baseAddress!, inputs.baseAddress! + rows, .init(taps: 3, pairs: rows / 6, step: rows / 3),
          into: sums.baseAddress!)
      }
    }
    for input in 0..<2 {
      for column in 0..<columns {
        let plain = (0..<rows).reduce(Int32(0)) {
          $0 &+ Int32(inputs[input * rows + $1]) &* Int32(weights[$1 * columns + column])
        }
        #expect(sums[(input * columns + column) / 4][column % 4] == plain)
      }
    }
  }

  /// Whatever is left beside the tiles of four rows by 32 columns.
  @Test(arguments: [(1, 8, 3), (4, 32, 5), (6, 40, 7), (9, 72, 2), (3, 64, 9)])
  func floatSumsAreThePlainSums(_ rows: Int, _ columns: Int, _ inner: Int) {
    var random = SplitMix64(state: 4)
    let a = (0..<rows * inner).map { _ in random.bell() }
    let b = (0..<inner * columns).map { _ in random.bell() }
    var sums = (0..<rows * columns).map { Float($0) }
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        sums.withUnsafeMutableBufferPointer { sums in
          FloatMatrix.addProduct(
            .init(start: a.baseAddress!, rowStep: inner, columnStep: 1),
            .init(start: b.baseAddress!, rowStep: columns, columnStep: 1), to: sums.baseAddress!,
            toStep: columns, size: (rows, columns, inner))
        }
      }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let plain = (0..<inner).reduce(Float(row * columns + column)) {
          $0 + a[row * inner + $1] * b[$1 * columns + column]
        }
        #expect(sums[row * columns + column] == plain, "\(row) \(column)")
      }
    }
  }

  @Test func roundingGoesToTheNearestAndTiesToEven() {
    let values: [(Float, Int32)] = [(0.5, 0), (1.5, 2), (-0.5, 0), (-2.5, -2), (7.49, 7), (1e30, 4_000_000)]
    for (value, rounded) in values { #expect(FixedPoint.rounded(SIMD4(repeating: value))[0] == rounded) }
  }

  /// The gradient of every tenth parameter, and of a table row, is the slope of the loss.
  @Test func wayBackIsTheSlopeOfTheLoss() {
    let vocabulary = Vocabulary(Self.speeches, least: 1)
    var parameters = NetworkParameters(Self.shape, characters: vocabulary.count, seed: 5)
    let heap = Self.speeches.map { speech in
      let text = NetworkText(speech.scalars, speech.setting, vocabulary, pairBits: Self.shape.pairBits)
      return NetworkPiece(text: text, marks: speech.marks, range: text.characters.indices)
    }
    let stage = NetworkTrainer.Stage(
      epochs: 1, layerRate: 0, tableRate: 0, lastShare: 1, hiding: .init(), doubt: 0)
    let shard = NetworkShard(Self.shape, room: 16)
    func learn() -> Double {
      parameters.turn()
      shard.learn(heap, parameters, stage, weight: 1, seed: 1)
      return shard.loss
    }
    _ = learn()
    let gradient = shard.gradient
    let row = Int(heap[0].text.characters[1])
    let ofRow = shard.pass.rows.indices.filter { Int(shard.pass.rows[$0].character) == row }
      .reduce(Float(0)) { $0 + shard.pass.rowGradients[$1 * Self.shape.width] }
    func slope(_ at: WritableKeyPath<NetworkParameters, Float>) -> Float {
      let kept = parameters[keyPath: at]
      parameters[keyPath: at] = kept + 0.01
      let above = learn()
      parameters[keyPath: at] = kept - 0.01
      let below = learn()
      parameters[keyPath: at] = kept
      return Float((above - below) / 0.02)
    }
    for index in stride(from: 0, to: gradient.count, by: 10) {
      #expect(abs(slope(\.dense[index]) - gradient[index]) < 0.01 + abs(gradient[index]) * 0.02, "\(index)")
    }
    #expect(abs(slope(\.characters[row * Self.shape.width]) - ofRow) < 0.01 + abs(ofRow) * 0.02)
  }

  @Test func trainingLearnsAndRepeatsItself() {
    let two = [Self.speeches[0], Self.speeches[4]]
    let network = Self.trained(200, two)
    for speech in two {
      let scores = network.scores(speech.scalars, speech.setting)
      for index in scores.indices.dropLast() {
        #expect(MarkDecoder.best(scores[index]).0 == speech.marks[index], "\(speech.scalars) \(index)")
      }
    }
    #expect(Self.trained(3) == Self.trained(3))
  }

  /// Learning on begins where the network stood: with no pass it is the same but for rounding twice.
  @Test func learningOnKeepsWhatWasLearnt() {
    let network = Self.trained(30)
    var trainer = NetworkTrainer()
    trainer.furtherEpochs = 0
    let again = trainer.train([], with: [], from: network)
    #expect(again.shape == network.shape && again.vocabulary == network.vocabulary)
    for speech in Self.speeches {
      let (old, new) = (
        network.scores(speech.scalars, speech.setting), again.scores(speech.scalars, speech.setting)
      )
      for (one, other) in zip(old, new) {
        #expect((0..<7).allSatisfy { abs(one[$0] - other[$0]) <= 4 }, "\(one) \(other)")
      }
    }
  }

  /// A score depends on what is within reach, not on where a long speech is cut for computing.
  @Test func farTextDoesNotMatter() {
    let network = Self.trained(5)
    let unit = Self.speeches.flatMap(\.scalars)
    let long = Array(repeatElement(unit, count: 150).joined())
    #expect(long.count > 3_000)
    let whole = network.scores(long, SpeechSetting())
    for start in [0, 1_900, 2_040, 2_047, 2_048, 2_100] {
      let from = max(start - Self.shape.reach, 0)
      let part = Array(long[from..<start + 200])
      let scores = network.scores(part, SpeechSetting())
      for index in start..<start + 200 - Self.shape.reach where index >= from + Self.shape.reach {
        #expect(scores[index - from] == whole[index], "\(index)")
      }
    }
  }

  @Test func strangeTextsAreScored() {
    let network = Self.trained(1)
    #expect(network.scores([], SpeechSetting()).isEmpty)
    let strange: [UInt32] = [0, 1, 4, 0x10_FFFF, 0x1_F600, 0xFFFF, 0x30]
    let setting = SpeechSetting(voice: .bench, next: NextSpeech(.party, [0, 0x1_F600]))
    #expect(network.scores(strange, setting).count == strange.count)
  }

  @Test func fileBringsTheNetworkBack() throws {
    var model = try #require(ShippedModels.punctuation)
    model.networks = [Self.trained(1), Self.trained(2)]
    model.inner = MarkBlend((0..<24).map { $0 * 3 - 20 })
    model.asksInside = MarkBlend((0..<24).map { $0 * 2 - 9 })
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(model.fileBytes).write(to: file)
    let again = try PunctuationModel(path: file.path)
    #expect(again.networks == model.networks && again.inner == model.inner)
    #expect(again.asksInside == model.asksInside && again.asksAtEnd == model.asksAtEnd)
    #expect(again.fileBytes == model.fileBytes)
  }
}
