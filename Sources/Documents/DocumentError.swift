import TextCore

/// Why an office file cannot be read; nothing of it is used then.
public enum DocumentError: Error, Hashable, Sendable {
  /// The container or its XML breaks its own rules; what and where, in Chinese.
  case damaged(String)
  /// Right, but in a way this reader leaves out: encryption, ZIP64, the old binary format.
  case unsupported(String)
  /// Larger when unpacked than any hearing can be.
  case tooLarge(String)
  /// A container of something else, such as a spreadsheet.
  case notWord

  /// The finding for the user (`WD001`–`WD004`).
  public func diagnostic(file: String) -> Diagnostic {
    let place = Place(file: file)
    switch self {
    case .damaged(let what):
      return Diagnostic(
        .error, "WD001", "Word 文件已损坏：\(what)", at: place, fix: "用 Word 或 WPS 打开并另存一份，或者另存为文本（UTF-8）")
    case .unsupported(let what):
      return Diagnostic(
        .error, "WD002", "读不了这种文件：\(what)", at: place, fix: "用 Word 或 WPS 去掉密码，另存为 .docx")
    case .tooLarge(let what):
      return Diagnostic(
        .error, "WD003", "拒绝读取：\(what)", at: place, fix: "请检查文件；确是笔录的，分成几个文件处理")
    case .notWord:
      return Diagnostic(
        .error, "WD004", "是压缩包，但里面没有 Word 正文", at: place, fix: "请给出 .docx 文件；表格和演示文稿请先另存为文本")
    }
  }
}
