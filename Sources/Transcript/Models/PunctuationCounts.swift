/// Right, put and wanted marks; counts add, scores are made from sums. ！ is left out, as in section 8 of the standard.
struct PunctuationCounts: Sendable {
  private(set) var right = [Int](repeating: 0, count: 8)
  private(set) var put = [Int](repeating: 0, count: 8)
  private(set) var wanted = [Int](repeating: 0, count: 8)
  /// Marks of any kind: right place, put, wanted.
  private(set) var places = (right: 0, put: 0, wanted: 0)

  /// Compares the mark at one gap.
  mutating func add(_ predicted: Mark, _ gold: Mark) {
    put[Int(predicted.rawValue)] += 1
    wanted[Int(gold.rawValue)] += 1
    if predicted == gold { right[Int(gold.rawValue)] += 1 }
    places.put += predicted == .none ? 0 : 1
    places.wanted += gold == .none ? 0 : 1
    places.right += predicted == .none || gold == .none ? 0 : 1
  }

  /// Adds the counts of other gaps.
  mutating func add(_ other: PunctuationCounts) {
    for lane in right.indices {
      right[lane] += other.right[lane]
      put[lane] += other.put[lane]
      wanted[lane] += other.wanted[lane]
    }
    places.right += other.places.right
    places.put += other.places.put
    places.wanted += other.places.wanted
  }

  /// F1 of one mark; 1 where there is nothing to find and nothing found.
  func f1(_ mark: Mark) -> Double {
    Self.f1(right[Int(mark.rawValue)], put[Int(mark.rawValue)], wanted[Int(mark.rawValue)])
  }

  /// Micro F1 over ， 。 ？ 、 ； ：.
  var micro: Double {
    let lanes = 1...6
    return Self.f1(right[lanes].reduce(0, +), put[lanes].reduce(0, +), wanted[lanes].reduce(0, +))
  }

  /// F1 of any mark at the right place.
  var anyMark: Double { Self.f1(places.right, places.put, places.wanted) }

  private static func f1(_ right: Int, _ put: Int, _ wanted: Int) -> Double {
    put + wanted == 0 ? 1 : 2 * Double(right) / Double(put + wanted)
  }
}
