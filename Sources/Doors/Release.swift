/// Which courtnlp this is.
public enum Release {
  /// The version.
  public static let version = "0.1.0"

  /// Abbreviated hash of the commit that the program was built from; nil in a working tree.
  public static var commit: String? { parts.count == 2 ? parts[0] : nil }

  /// Day of the commit; that of the version in a working tree.
  public static var date: String { parts.count == 2 ? parts[1] : "2026-11-22" }

  /// Version and commit in words.
  public static var text: String {
    "courtnlp \(version)（\(commit.map { "\($0) \(date)" } ?? "开发版")）"
  }

  /// Hash and date, filled in by `git archive` (`export-subst` in .gitattributes): `Tools/release.sh` builds from such
  /// an archive, a working tree keeps the placeholders.
  private static let stamp = "$Format:%h %cs$"

  private static var parts: [String] {
    stamp.hasPrefix("$") ? [] : stamp.split(separator: " ").map(String.init)
  }
}
