/// A learnt scorer of marks: hashed features around the gap, one row of small integers for each; in the accurate model
/// also networks that see whole clauses.
///
/// Every machine, with any vector width, gets the same scores. About 36 rows per gap.
public struct PunctuationModel: BoundaryScorer {
  /// Units per nat.
  static let unit: Float = 32
  /// Bits of a slot number; the rest of a feature number is kept in the row to tell features of one slot apart.
  static let slotBits: UInt32 = 18
  static let checkBits = PunctuationFeatures.bits - slotBits

  /// 2^slotBits rows; lanes 0 to 6 are weights by `Mark.rawValue`, lane 7 is the check of the feature, −1 for none.
  let rows: [SIMD8<Int8>]
  /// Added inside a speech; sets how readily each mark is put, tuned on hearings kept from training.
  var innerBias: BoundaryScores
  /// Added at the end of a speech.
  var endBias: BoundaryScores
  /// What it was trained on and how, one `key=value` a line.
  public internal(set) var signature: String

  /// 2^`ClauseFeatures.bits` rows of the second pass, added to the scores of the first.
  var clauseRows = [SIMD8<Int8>](repeating: .zero, count: 1 << Int(ClauseFeatures.bits))

  /// See whole clauses; none in the fast model.
  var networks: [MarkNetwork] = []
  /// How much of a score is the networks', in sixteenths; the rest is the rows'.
  var networkShare: Int32 = 0

  init(
    rows: [SIMD8<Int8>], innerBias: BoundaryScores = .zero, endBias: BoundaryScores = .zero,
    signature: String = ""
  ) {
    precondition(rows.count == 1 << Self.slotBits)
    self.rows = rows
    self.innerBias = innerBias
    self.endBias = endBias
    self.signature = signature
  }

  /// Scores every gap; O(scalars).
  func scores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    var result = rowScores(speech, setting)
    if let others = networkScores(speech, setting) {
      for index in result.indices { result[index] = Self.mean(result[index], others[index], networkShare) }
    }
    for index in 0..<speech.count - 1 { result[index] &+= innerBias }
    result[speech.count - 1] &+= endBias
    return result
  }

  /// The mean scores of the networks; nil without any. O(scalars).
  func networkScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores]? {
    guard var sum = networks.first?.scores(speech, setting) else { return nil }
    for network in networks.dropFirst() {
      for (index, score) in network.scores(speech, setting).enumerated() { sum[index] &+= score }
    }
    let count = BoundaryScores(repeating: Int32(networks.count))
    if networks.count > 1 { for index in sum.indices { sum[index] = sum[index] / count } }
    return sum
  }

  /// The mean of two scores; the second counts `share` sixteenths.
  @inline(__always)
  static func mean(_ rows: BoundaryScores, _ network: BoundaryScores, _ share: Int32) -> BoundaryScores {
    (rows &* (16 - share) &+ network &* share) &>> 4
  }

  /// The scores of the rows, both passes. O(scalars).
  func rowScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    var result = firstScores(speech, setting)
    if !speech.isEmpty { addClauseScores(speech, setting, &result) }
    return result
  }

  private func addClauseScores(_ speech: [UInt32], _ setting: SpeechSetting, _ scores: inout [BoundaryScores])
  {
    let features = ClauseFeatures(speech, setting, first: scores)
    clauseRows.withUnsafeBufferPointer { table in
      features.forEachGap { index, forEachRow in
        var sum = SIMD8<Int16>(repeating: 0)
        forEachRow { sum &+= SIMD8<Int16>(truncatingIfNeeded: table[$0]) }
        scores[index] &+= BoundaryScores(truncatingIfNeeded: sum)
      }
    }
  }

  /// The first pass: each gap by the characters around it.
  func firstScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    let features = PunctuationFeatures(speech, setting)
    var result = [BoundaryScores](repeating: .zero, count: speech.count)
    rows.withUnsafeBufferPointer { table in
      for index in speech.indices {
        var sum = SIMD8<Int16>(repeating: 0)
        features.forEachRow(index) { feature in
          let row = table[feature >> Int(Self.checkBits)]
          if row[7] == Int8(truncatingIfNeeded: feature & (1 << Int(Self.checkBits) - 1)) {
            sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
          }
        }
        sum[7] = -4096
        result[index] = BoundaryScores(truncatingIfNeeded: sum)
      }
    }
    return result
  }
}
