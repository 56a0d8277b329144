/// Encodings that court files come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first (Windows “Unicode”).
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, which contains GBK and GB 2312.
  case gb18030 = "GB18030"

  /// Reads a name as users write it: case, hyphens and underscores do not matter (`gbk`, `utf_16le`); nil when unknown.
  public init?(userName: String) {
    let name = userName.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch name {
    case "utf8", "utf8bom", "utf8sig", "ascii": self = .utf8
    case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "936", "ansi": self = .gb18030
    default: return nil
    }
  }
}
