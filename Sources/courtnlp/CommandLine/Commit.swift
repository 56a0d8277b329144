/// The commit that the program was built from.
enum Commit {
  /// Hash and date, filled in by `git archive` (`export-subst` in .gitattributes): `Tools/release.sh` builds from such
  /// an archive, a working tree keeps the placeholders.
  private static let stamp = "$Format:%h %cs$"

  /// Abbreviated hash; nil in a working tree.
  static var hash: String? { parts.count == 2 ? parts[0] : nil }
  /// Day of the commit; that of the version in a working tree.
  static var date: String { parts.count == 2 ? parts[1] : "2026-11-22" }

  private static var parts: [String] {
    stamp.hasPrefix("$") ? [] : stamp.split(separator: " ").map(String.init)
  }
}
