/// A learnt scorer of marks: hashed features around the gap, one row of small integers for each; in the accurate model
/// also networks that see whole clauses; at last a table that reads every sentence whole and tells which ask.
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
  /// Joins rows and networks inside a speech; tuned on hearings kept from training.
  var inner = MarkBlend.rowsAlone
  /// What it was trained on and how, one `key=value` a line.
  public internal(set) var signature: String

  /// 2^`ClauseFeatures.bits` rows of the second pass, added to the scores of the first.
  var clauseRows = [SIMD8<Int8>](repeating: .zero, count: 1 << Int(ClauseFeatures.bits))

  /// Tell which sentences ask, and how that is joined with the scores inside a speech and at its end.
  var questions = QuestionRows()
  var asksInside = MarkBlend.networksAlone
  var asksAtEnd = MarkBlend.rowsAlone

  /// See whole clauses; none in the fast model.
  var networks: [MarkNetwork] = []

  init(rows: [SIMD8<Int8>], signature: String = "") {
    precondition(rows.count == 1 << Self.slotBits)
    self.rows = rows
    self.signature = signature
  }

  /// Scores every gap; O(scalars).
  func scores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    var result = gapScores(speech, setting)
    QuestionDecision(table: questions, inside: asksInside, end: asksAtEnd)
      .decide(QuestionText(speech, setting), &result)
    return result
  }

  /// Rows and networks together, before sentences are read whole; the last are those of the networks alone. O(scalars).
  func gapScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    var result = rowScores(speech, setting)
    let others = networkScores(speech, setting)
    for index in result.indices.dropLast() {
      result[index] = inner.score(result[index], others?[index] ?? .zero)
    }
    if let last = others?.last { result[result.count - 1] = last }
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

  /// The scores of the rows, both passes; nothing at the end. O(scalars).
  func rowScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    var result = firstScores(speech, setting)
    add(ClauseFeatures(speech, setting, first: result), to: &result)
    return result
  }

  private func add(_ features: ClauseFeatures, to scores: inout [BoundaryScores]) {
    clauseRows.withUnsafeBufferPointer { table in
      features.forEachGap { index, forEachRow in
        var sum = SIMD8<Int16>(repeating: 0)
        forEachRow { sum &+= SIMD8<Int16>(truncatingIfNeeded: table[$0]) }
        scores[index] &+= BoundaryScores(truncatingIfNeeded: sum)
      }
    }
  }

  /// The first pass: each gap by the characters around it; nothing at the end.
  func firstScores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    let features = PunctuationFeatures(speech, setting)
    var result = [BoundaryScores](repeating: .zero, count: speech.count)
    rows.withUnsafeBufferPointer { table in
      for index in speech.indices.dropLast() {
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
