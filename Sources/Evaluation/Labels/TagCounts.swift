/// Right, invented and missed labels of a multi-label task, one entry for each label.
public struct TagCounts: AdditiveCounts, Hashable {
  /// Labels predicted and right.
  public var truePositive: [Int]
  /// Labels predicted and wrong.
  public var falsePositive: [Int]
  /// Labels not predicted.
  public var falseNegative: [Int]

  /// Nothing counted; grows to the size of what is added.
  public static let zero = TagCounts(labelCount: 0)

  /// Nothing counted for so many labels.
  public init(labelCount: Int) {
    truePositive = Array(repeating: 0, count: labelCount)
    falsePositive = truePositive
    falseNegative = truePositive
  }

  /// Adds another unit's counts.
  public static func += (sum: inout TagCounts, other: TagCounts) {
    if sum.truePositive.isEmpty {
      sum = other
      return
    }
    for index in other.truePositive.indices {
      sum.truePositive[index] += other.truePositive[index]
      sum.falsePositive[index] += other.falsePositive[index]
      sum.falseNegative[index] += other.falseNegative[index]
    }
  }

  /// Counts one sentence.
  public mutating func add(gold: Set<Int>, predicted: Set<Int>) {
    for label in gold.intersection(predicted) { truePositive[label] += 1 }
    for label in predicted.subtracting(gold) { falsePositive[label] += 1 }
    for label in gold.subtracting(predicted) { falseNegative[label] += 1 }
  }

  /// Precision, recall and F1 as the CAIL judge has them: all 1 when there is nothing to find and nothing found,
  /// all 0 when nothing found is right.
  public struct Score: Hashable, Sendable {
    /// Share of predictions that are right.
    public let precision: Double
    /// Share of gold that was found.
    public let recall: Double
    /// 2PR / (P + R).
    public let f1: Double

    /// The judge's arithmetic, step by step, so that the bits agree.
    public init(truePositive: Int, falsePositive: Int, falseNegative: Int) {
      guard truePositive > 0 else {
        let value = falsePositive == 0 && falseNegative == 0 ? 1.0 : 0.0
        (precision, recall, f1) = (value, value, value)
        return
      }
      precision = 1.0 * Double(truePositive) / Double(truePositive + falsePositive)
      recall = 1.0 * Double(truePositive) / Double(truePositive + falseNegative)
      f1 = 2 * precision * recall / (precision + recall)
    }
  }

  /// Score of one label.
  public func score(_ label: Int) -> Score {
    Score(
      truePositive: truePositive[label], falsePositive: falsePositive[label],
      falseNegative: falseNegative[label])
  }

  /// Score over all labels together.
  public var micro: Score {
    Score(
      truePositive: truePositive.reduce(0, +), falsePositive: falsePositive.reduce(0, +),
      falseNegative: falseNegative.reduce(0, +))
  }

  /// Mean F1 of the labels, summed in label order.
  public var macroF1: Double {
    guard !truePositive.isEmpty else { return 1 }
    var sum = 0.0
    for label in truePositive.indices { sum += score(label).f1 }
    return sum / Double(truePositive.count)
  }

  /// Mean of micro and macro F1: the CAIL2019 figure.
  public var mean: Double { (micro.f1 + macroF1) / 2 }
}
