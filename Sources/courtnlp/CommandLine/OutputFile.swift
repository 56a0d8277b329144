import Foundation
import TextCore

/// Writes a result file so that it is there whole or not at all: write beside, fsync, rename.
struct OutputFile {
  private let path: String
  private let beside: String
  private let handle: FileHandle
  /// The error number that stopped writing; 0 while all is well.
  private var error: Int32 = 0

  /// Writes `bytes` to `path`; an existing file is kept unless `overwrite`. Returns what went wrong.
  static func write(_ bytes: [UInt8], to path: String, overwrite: Bool) -> Diagnostic? {
    do throws(Diagnostic) {
      var file = try OutputFile(path, overwrite: overwrite)
      file.append(bytes)
      return file.finish()
    } catch {
      return error
    }
  }

  /// Starts a file beside `path`; throws why that cannot be.
  init(_ path: String, overwrite: Bool) throws(Diagnostic) {
    self.path = path
    beside = "\(path).part-\(Platform.processID)"
    let place = Place(file: path)
    if !overwrite, FileManager.default.fileExists(atPath: path) {
      throw Diagnostic(.error, "IO010", "输出文件已存在，没有覆盖", at: place, fix: "换一个文件名，或加 --force")
    }
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handle = FileHandle(forWritingAtPath: beside)
    else {
      throw Diagnostic(.error, "IO011", "无法在输出目录里建立文件", at: place, fix: "检查目录是否存在、是否可写")
    }
    self.handle = handle
  }

  /// Adds bytes; what goes wrong is told by `finish`.
  mutating func append(_ bytes: [UInt8]) {
    guard error == 0 else { return }
    error = bytes.withUnsafeBytes { Platform.write(handle.fileDescriptor, $0) }
  }

  /// Puts the file in its place, or takes it away again and returns what went wrong.
  func finish() -> Diagnostic? {
    let isSafe = error == 0 && Platform.synchronize(handle.fileDescriptor)
    try? handle.close()
    guard isSafe, Platform.replace(beside, path) else {
      try? FileManager.default.removeItem(atPath: beside)
      let why = error == 0 ? "文件系统拒绝" : Platform.message(error)
      return Diagnostic(
        .error, "IO012", "写出失败：\(why)，原文件没有改动", at: Place(file: path), fix: "检查磁盘空间和权限")
    }
    let folder = (path as NSString).deletingLastPathComponent
    Platform.synchronizeDirectory(folder.isEmpty ? "." : folder)
    return nil
  }
}
