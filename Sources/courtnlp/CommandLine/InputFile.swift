import Foundation
import TextCore

/// Reads inputs named on the command line.
enum InputFile {
  /// Largest input read; more is refused with a message instead of filling the memory.
  static let maximumSize = 256 << 20

  /// All bytes of a file, or of standard input for `-`; else the diagnostic that says why not.
  static func read(_ name: String) -> Result<[UInt8], ReadFailure> {
    if name == "-" { return readStandardInput() }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory) else {
      return failure("IO002", "找不到文件", name, "检查路径是否写对")
    }
    guard !isDirectory.boolValue else {
      return failure("IO003", "这是一个目录，不是文件", name, "请给出目录里的文件，例如 \(name)/*.txt")
    }
    guard let handle = FileHandle(forReadingAtPath: name) else {
      return failure("IO004", "无法打开文件", name, "检查读取权限")
    }
    return readAll(handle, name)
  }

  private static func readStandardInput() -> Result<[UInt8], ReadFailure> { readAll(.standardInput, "-") }

  private static func readAll(_ handle: FileHandle, _ name: String) -> Result<[UInt8], ReadFailure> {
    var bytes: [UInt8] = []
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        guard bytes.count + part.count <= maximumSize else {
          return failure("IO005", "输入超过 \(maximumSize >> 20) MiB，拒绝读取", name, "请分成几个文件处理")
        }
        bytes.append(contentsOf: part)
      }
    } catch {
      return failure("IO006", "读取中断：\(error.localizedDescription)", name, "检查磁盘或权限后重试")
    }
    return .success(bytes)
  }

  private static func failure(
    _ code: String, _ message: String, _ name: String, _ fix: String
  ) -> Result<[UInt8], ReadFailure> {
    .failure(ReadFailure(diagnostic: Diagnostic(.error, code, message, at: Place(file: name), fix: fix)))
  }
}

/// Why an input could not be read.
struct ReadFailure: Error {
  let diagnostic: Diagnostic
}
