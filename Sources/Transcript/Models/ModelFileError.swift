/// Why a model file was refused.
public struct ModelFileError: Error, Equatable, Sendable {
  /// What is wrong with the file.
  public enum Reason: Equatable, Sendable {
    /// Nothing can be read there.
    case unreadable
    /// Some other file.
    case notAModel
    /// Written for another version of the tool.
    case otherVersion(found: Int, wanted: Int)
    /// Cut short or altered.
    case damaged
    /// Of another training than the file it should complete.
    case notTheCompanion
  }

  /// The file.
  public let path: String
  /// What it should have been.
  public let format: ModelFormat
  /// What is wrong with it.
  public let reason: Reason

  /// What is wrong and what to do, in Chinese.
  public var message: String {
    let (title, command) = (format.title, "courtnlp \(format.command)")
    return switch reason {
    case .unreadable: "无法读取\(title)“\(path)”，请检查路径和权限"
    case .notAModel: "“\(path)”不是\(title)文件，请用 \(command) 生成"
    case .otherVersion(let found, let wanted):
      "\(title)“\(path)”的版本是 \(found)，本程序需要 \(wanted)，请用 \(command) 重新训练"
    case .damaged: "\(title)“\(path)”已损坏（长度或校验和不符），请重新复制或用 \(command) 重新训练"
    case .notTheCompanion:
      "\(title)“\(path)”与同目录下用它的模型不是同一次训练的，请把两个文件一起复制，或用 \(command) 重新训练"
    }
  }
}
