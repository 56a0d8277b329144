/// Writes learnt weights as the Swift source file that ships them.
enum RoleModelWriter {
  /// The whole file `RoleModelData.swift`.
  static func source(_ model: RoleModel, _ scorer: BayesScorer) -> [UInt8] {
    var text = Array(
      "// swift-format-ignore-file\n// Written by the speaker trainer from a corpus of hearings; not edited by hand.\n\n"
        .utf8)
    text += Array(
      "/// Learnt weights of the role models; `RoleTable` says how they are written.\nenum RoleModelData {\n"
        .utf8)
    append(model.inside, "inside", to: &text)
    append(model.turn, "turn", to: &text)
    append(scorer.inside, "bayesInside", to: &text)
    append(scorer.turn, "bayesTurn", to: &text)
    for (table, name) in zip(
      RoleModel.smallTables, ["follow", "resume", "same", "named", "called", "length"])
    {
      let numbers = model[keyPath: table].map { String(Int(($0 * 100).rounded())) }
      text += Array("  static let \(name): [Int32] = [\(numbers.joined(separator: ", "))]\n".utf8)
    }
    return text + Array("}\n".utf8)
  }

  private static func append(_ table: RoleTable, _ name: String, to text: inout [UInt8]) {
    let (rows, step) = table.encoded()
    text += Array(
      "  static let \(name)Step: Float = \(step)\n  static let \(name): StaticString = \"\"\"\n".utf8)
    text += rows + Array("\"\"\"\n".utf8)
  }
}
