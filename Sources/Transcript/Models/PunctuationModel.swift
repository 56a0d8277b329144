/// A learnt linear scorer of marks: hashed features around the gap, one row of small integers for each.
///
/// Scoring adds integers only, so every machine, with any vector width, gets the same scores. About 36 rows per gap.
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
    var result = firstScores(speech, setting)
    guard !speech.isEmpty else { return result }
    addClauseScores(speech, setting, &result)
    for index in 0..<speech.count - 1 { result[index] &+= innerBias }
    result[speech.count - 1] &+= endBias
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
