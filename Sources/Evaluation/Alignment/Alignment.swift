/// How one gold text becomes one prediction, step by step, at the least possible number of edits.
public struct Alignment: Sendable {
  /// One step of the path.
  public enum Step: UInt8, Sendable {
    /// Same symbol on both sides.
    case match
    /// Another symbol.
    case substitution
    /// Gold symbol without counterpart.
    case deletion
    /// Predicted symbol without counterpart.
    case insertion
  }

  /// The steps from the beginning of both texts to their end.
  public let steps: [Step]

  /// Number of substitutions, deletions and insertions.
  public var distance: Int { steps.reduce(0) { $0 + ($1 == .match ? 0 : 1) } }

  /// Number of steps of one kind.
  public func count(_ kind: Step) -> Int { steps.reduce(0) { $0 + ($1 == kind ? 1 : 0) } }

  /// For every gold symbol its predicted counterpart (matched or substituted), or -1.
  public func counterparts(goldCount: Int) -> [Int] {
    var result = [Int](repeating: -1, count: goldCount)
    var (gold, predicted) = (0, 0)
    for step in steps {
      if step == .match || step == .substitution { result[gold] = predicted }
      if step != .insertion { gold += 1 }
      if step != .deletion { predicted += 1 }
    }
    return result
  }

  /// For every cut of the gold text (before symbol i, or at its end) the first cut of the prediction it meets.
  public func cuts(goldCount: Int) -> [Int] {
    var result = [Int](repeating: 0, count: goldCount + 1)
    var (gold, predicted) = (0, 0)
    for step in steps {
      if step != .insertion { gold += 1 }
      if step != .deletion { predicted += 1 }
      if step != .insertion { result[gold] = predicted }
    }
    return result
  }
}
