/// One line that names an error and stays the same while the error does.
enum ErrorKey {
  static func text(_ kind: String, _ before: String, _ gold: String, _ predicted: String, _ after: String)
    -> String
  {
    "\(kind) …\(before)［\(Figures.shown(gold)) → \(Figures.shown(predicted))］\(after)…"
  }
}
