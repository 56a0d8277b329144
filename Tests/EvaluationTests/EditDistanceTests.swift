import Testing

@testable import Evaluation

@Suite struct EditDistanceTests {
  /// Wagner & Fischer 1974, the plain table.
  static func textbook(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let value = min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = value
      }
    }
    return row[b.count]
  }

  static func random(_ generator: inout SplitMix64, _ most: Int, _ letters: Int) -> [UInt32] {
    (0..<generator.index(below: most + 1)).map { _ in 0x4E00 + UInt32(generator.index(below: letters)) }
  }

  @Test func tenThousandRandomPairs() {
    var generator = SplitMix64(seed: 1)
    for round in 0..<10_000 {
      let most = round % 100 == 0 ? 400 : 1 + round % 40
      let a = Self.random(&generator, most, 1 + round % 7)
      let b = Self.random(&generator, most, 1 + round % 7)
      let expected = Self.textbook(a, b)
      #expect(EditDistance.between(a, b) == expected)
      #expect(Self.check(Aligner().align(a, b), a, b) == expected)
    }
  }

  @Test func oneCharacterLines() {
    let (yes, no): ([UInt32], [UInt32]) = ([0x662F], [0x4E0D])
    #expect(EditDistance.between(yes, no) == 1)
    #expect(EditDistance.between(yes, yes) == 0)
    #expect(EditDistance.between(yes, []) == 1)
    #expect(EditDistance.between([], []) == 0)
  }

  /// Halving must give the same distance as one piece; a tiny memory forces it everywhere.
  @Test func hirschbergHalvesAreExact() {
    var generator = SplitMix64(seed: 2)
    for round in 0..<100 {
      let a = Self.random(&generator, 500, 2 + round % 50)
      var b = a
      for _ in 0..<generator.index(below: 60) where !b.isEmpty {
        let place = generator.index(below: b.count)
        switch generator.index(below: 3) {
        case 0: b.remove(at: place)
        case 1: b.insert(0x4E00 + UInt32(generator.index(below: 50)), at: place)
        default: b[place] = 0x5000
        }
      }
      let distance = Self.textbook(a, b)
      #expect(Self.check(Aligner(memory: 0).align(a, b), a, b) == distance)
      #expect(Self.check(Aligner(memory: 2000).align(a, b), a, b) == distance)
      #expect(EditDistance.between(a, b) == distance)
    }
  }

  @Test func unrelatedTextsFillTheWholeBand() {
    let a = (0..<500).map { UInt32(0x4E00 + $0) }
    let b = (0..<300).map { UInt32(0x7000 + $0) }
    #expect(EditDistance.between(a, b) == 500)
    #expect(Self.check(Aligner(memory: 100).align(a, b), a, b) == 500)
  }

  /// Cost of a path, after checking that it really leads from one text to the other.
  static func check(_ alignment: Alignment, _ a: [UInt32], _ b: [UInt32]) -> Int? {
    var (i, j) = (0, 0)
    for step in alignment.steps {
      switch step {
      case .match:
        guard i < a.count, j < b.count, a[i] == b[j] else { return nil }
      case .substitution:
        guard i < a.count, j < b.count, a[i] != b[j] else { return nil }
      case .deletion, .insertion: break
      }
      if step != .insertion { i += 1 }
      if step != .deletion { j += 1 }
    }
    return i == a.count && j == b.count ? alignment.distance : nil
  }
}
