import Foundation
import TextCore

/// Writes a result file so that it is there whole or not at all: write beside, fsync, rename.
enum OutputFile {
  /// Writes `bytes` to `path`; an existing file is kept unless `overwrite`. Returns what went wrong.
  static func write(_ bytes: [UInt8], to path: String, overwrite: Bool) -> Diagnostic? {
    let place = Place(file: path)
    if !overwrite, FileManager.default.fileExists(atPath: path) {
      return Diagnostic(.error, "IO010", "输出文件已存在，没有覆盖", at: place, fix: "换一个文件名，或加 --force")
    }
    let beside = "\(path).part-\(Platform.processID)"
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handle = FileHandle(forWritingAtPath: beside)
    else {
      return Diagnostic(.error, "IO011", "无法在输出目录里建立文件", at: place, fix: "检查目录是否存在、是否可写")
    }
    let error = bytes.withUnsafeBytes { Platform.write(handle.fileDescriptor, $0) }
    let safe = error == 0 && Platform.synchronize(handle.fileDescriptor)
    try? handle.close()
    guard safe, Platform.replace(beside, path) else {
      try? FileManager.default.removeItem(atPath: beside)
      let why = error == 0 ? "文件系统拒绝" : Platform.message(error)
      return Diagnostic(.error, "IO012", "写出失败：\(why)，原文件没有改动", at: place, fix: "检查磁盘空间和权限")
    }
    Platform.synchronizeDirectory(
      (path as NSString).deletingLastPathComponent.isEmpty
        ? "." : (path as NSString).deletingLastPathComponent)
    return nil
  }
}
