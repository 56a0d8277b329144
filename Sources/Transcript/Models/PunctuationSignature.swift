/// What a punctuation model learnt from, one `use=name hash` a line; uses are `train`, `background`, `tune`, and `earlier`
/// for a training file of which a later version was learnt too.
enum PunctuationSignature {
  /// The lines of both, each once. Where biases are set anew, what the older one was tuned on is gone.
  static func joined(_ older: String, _ newer: String, keepsTuning: Bool = true) -> String {
    let new = Set(newer.split(separator: "\n"))
    let names = Set(new.compactMap(trainName))
    let old = older.split(separator: "\n").compactMap { line -> Substring? in
      if new.contains(line) { return nil }
      if line.hasPrefix("tune=") { return keepsTuning ? line : nil }
      guard let name = trainName(line), names.contains(name) else { return line }
      return "earlier=" + line.dropFirst("train=".count)
    }
    return (Set(old).union(new)).sorted().joined(separator: "\n")
  }

  private static func trainName(_ line: Substring) -> Substring? {
    line.hasPrefix("train=") ? line.dropFirst("train=".count).prefix { $0 != " " } : nil
  }
}
