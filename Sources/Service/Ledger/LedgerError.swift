import TextCore

/// Why a ledger cannot be opened, read or written.
public enum LedgerError: Error, Hashable, Sendable {
  /// The storage failed; nothing of the commit counts.
  case storage(StorageError)
  /// Another process writes to this ledger.
  case locked
  /// The last commit was not finished: a crash, a full disk.
  case torn(Damage)
  /// A record is not what was written.
  case damaged(Damage)
  /// Records that were acknowledged are missing at the end.
  case shortened(acknowledged: Int, found: Int)
  /// An earlier failure left it unknown what is on the disk; open the ledger again.
  case uncertain

  /// A place in a ledger and what is wrong there.
  public struct Damage: Hashable, Sendable {
    /// The segment file.
    public let segment: String
    /// The line in it, from 1.
    public let line: Int
    /// Byte offset of the line in the file.
    public let offset: Int
    /// The record that should stand there.
    public let sequence: Int
    /// What is wrong, in Chinese.
    public let reason: String
  }

  /// The message for people; `folder` names the ledger.
  public func diagnostic(folder: String) -> Diagnostic {
    switch self {
    case .storage(let error):
      return Diagnostic(
        .error, "LG001", "台账\(error.step.rawValue)失败：\(error.reason)",
        at: Place(file: "\(folder)/\(error.name)"),
        notes: ["未确认的事件没有写入，已确认的事件不受影响"], fix: "检查磁盘空间和目录权限后重试")
    case .locked:
      return Diagnostic(
        .error, "LG002", "另一个进程正在写这份台账", at: Place(file: folder), notes: ["同一时间只允许一个写入者"], fix: "等它结束后重试")
    case .torn(let damage):
      return place(
        damage, "LG003", folder, "台账末尾有一次没有写完的提交", "先运行 courtnlp service recover --ledger \(folder)")
    case .damaged(let damage):
      return place(damage, "LG004", folder, "台账第 \(damage.sequence) 号事件已损坏", "不要改动台账目录；从备份恢复该文件后再核验")
    case .shortened(let acknowledged, let found):
      return Diagnostic(
        .error, "LG005", "已确认到第 \(acknowledged) 号事件，台账里只有 \(found) 号", at: Place(file: folder),
        notes: ["末尾的事件在确认之后丢失，不是正常的中断"],
        fix: "从备份恢复；确实无法恢复时用 recover --accept-loss 记入台账后继续")
    case .uncertain:
      return Diagnostic(
        .error, "LG006", "上一次写入失败后，磁盘上的内容不能确定", at: Place(file: folder), fix: "重新打开台账；必要时先运行 recover")
    }
  }

  private func place(
    _ damage: Damage, _ code: String, _ folder: String, _ message: String, _ fix: String
  ) -> Diagnostic {
    Diagnostic(
      .error, code, message,
      at: Place(file: "\(folder)/\(damage.segment)", position: Position(line: damage.line, column: 1)),
      notes: ["\(damage.reason)（文件第 \(damage.offset) 字节起）"], fix: fix)
  }
}
