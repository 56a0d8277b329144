import Foundation
import TextCore

/// Reads inputs named on the command line.
enum InputFile {
  /// Largest input read; more is refused with a message instead of filling the memory.
  static let maximumSize = 256 << 20

  /// All bytes of a file, or of standard input for `-`; else the diagnostic that says why not.
  static func read(_ name: String) -> Result<[UInt8], ReadFailure> {
    do throws(ReadFailure) { return .success(try readAll(try open(name), name)) } catch {
      return .failure(error)
    }
  }

  /// A file opened for reading, or standard input for `-`.
  static func open(_ name: String) throws(ReadFailure) -> FileHandle {
    if name == "-" { return .standardInput }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory) else {
      throw failure("IO002", "找不到文件", name, "检查路径是否写对")
    }
    guard !isDirectory.boolValue else {
      throw failure("IO003", "这是一个目录，不是文件", name, "请给出目录里的文件，例如 \(name)/*.txt")
    }
    guard let handle = FileHandle(forReadingAtPath: name) else {
      throw failure("IO004", "无法打开文件", name, "检查读取权限")
    }
    return handle
  }

  /// Reading broke off in the middle.
  static func interrupted(_ name: String, _ why: String) -> ReadFailure {
    failure("IO006", "读取中断：\(why)", name, "检查磁盘或权限后重试")
  }

  private static func readAll(_ handle: FileHandle, _ name: String) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        guard bytes.count + part.count <= maximumSize else {
          throw failure("IO005", "输入超过 \(maximumSize >> 20) MiB，拒绝读取", name, "请分成几个文件处理")
        }
        bytes.append(contentsOf: part)
      }
    } catch let error as ReadFailure {
      throw error
    } catch {
      throw interrupted(name, error.localizedDescription)
    }
    return bytes
  }

  private static func failure(_ code: String, _ message: String, _ name: String, _ fix: String) -> ReadFailure
  {
    ReadFailure(diagnostic: Diagnostic(.error, code, message, at: Place(file: name), fix: fix))
  }
}

/// Why an input could not be read.
struct ReadFailure: Error {
  let diagnostic: Diagnostic
}
