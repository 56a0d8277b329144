import Foundation
import TextCore

/// A ledger's files in a folder of the file system.
public struct DiskStorage: LedgerStorage {
  /// The folder.
  public let folder: String

  /// Uses a folder, and makes it when missing; throws when that is not possible.
  public init(folder: String) throws(StorageError) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StorageError(.open, folder, "无法建立目录")
    }
  }

  /// Uses a folder that must exist.
  public init(existing folder: String) throws(StorageError) {
    self.folder = folder
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue
    else { throw StorageError(.open, folder, "没有这个目录") }
  }

  /// Names of all files.
  public func names() throws(StorageError) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw StorageError(.list, folder, "目录不可读")
    }
  }

  /// The bytes of a file from an offset on.
  public func read(_ name: String, from offset: Int) throws(StorageError) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path(name)) else {
      throw StorageError(.open, name, "文件不存在或没有读取权限")
    }
    defer { try? handle.close() }
    do {
      let size = Int(try handle.seekToEnd())
      guard size > offset else { return [] }
      try handle.seek(toOffset: UInt64(offset))
      return [UInt8](try handle.readToEnd() ?? Data())
    } catch {
      throw StorageError(.read, name, error.localizedDescription)
    }
  }

  /// Adds bytes at the end and fsyncs.
  public func append(_ bytes: [UInt8], to name: String) throws(StorageError) {
    let isNew = !FileManager.default.fileExists(atPath: path(name))
    let handle = try writable(name)
    defer { try? handle.close() }
    guard (try? handle.seekToEnd()) != nil else { throw StorageError(.write, name, "无法定位到文件末尾") }
    try write(bytes, handle, name)
    try synchronize(handle, name)
    if isNew { Platform.synchronizeDirectory(folder) }
  }

  /// Cuts a file and fsyncs.
  public func truncate(_ name: String, to size: Int) throws(StorageError) {
    let handle = try writable(name)
    defer { try? handle.close() }
    do { try handle.truncate(atOffset: UInt64(size)) } catch {
      throw StorageError(.truncate, name, error.localizedDescription)
    }
    try synchronize(handle, name)
  }

  /// Writes beside, fsyncs, renames, fsyncs the folder.
  public func replace(_ name: String, with bytes: [UInt8]) throws(StorageError) {
    let beside = "\(name).part-\(Platform.processID)"
    do throws(StorageError) {
      try? FileManager.default.removeItem(atPath: path(beside))
      let handle = try writable(beside)
      defer { try? handle.close() }
      try write(bytes, handle, beside)
      try synchronize(handle, beside)
    } catch {
      try? FileManager.default.removeItem(atPath: path(beside))
      throw error
    }
    guard Platform.replace(path(beside), path(name)) else {
      try? FileManager.default.removeItem(atPath: path(beside))
      throw StorageError(.rename, name, "文件系统拒绝")
    }
    Platform.synchronizeDirectory((path(name) as NSString).deletingLastPathComponent)
  }

  /// Overwrites in place without fsync.
  public func hint(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    let handle = try writable(name)
    defer { try? handle.close() }
    try write(bytes, handle, name)
  }

  /// Removes a file.
  public func remove(_ name: String) throws(StorageError) {
    do { try FileManager.default.removeItem(atPath: path(name)) } catch {
      throw StorageError(.write, name, error.localizedDescription)
    }
  }

  /// Takes the writer's lock on the file `lock`.
  public func lock() throws(StorageError) -> LedgerLock? {
    let handle = try writable("lock")
    return Platform.lock(handle.fileDescriptor) ? DiskLock(handle) : nil
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func writable(_ name: String) throws(StorageError) -> FileHandle {
    let path = path(name)
    if let handle = FileHandle(forUpdatingAtPath: path) { return handle }
    let parent = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: path)
    else { throw StorageError(.open, name, "没有写入权限，或磁盘已满") }
    return handle
  }

  private func write(_ bytes: [UInt8], _ handle: FileHandle, _ name: String) throws(StorageError) {
    let code = bytes.withUnsafeBytes { Platform.write(handle.fileDescriptor, $0) }
    guard code == 0 else { throw StorageError(.write, name, Platform.message(code)) }
  }

  private func synchronize(_ handle: FileHandle, _ name: String) throws(StorageError) {
    guard Platform.synchronize(handle.fileDescriptor) else {
      throw StorageError(.synchronize, name, "系统没有确认数据已写到磁盘")
    }
  }
}

/// The lock on a folder: the kernel drops it when the descriptor closes, a killed process included.
private final class DiskLock: LedgerLock {
  private let handle: FileHandle
  init(_ handle: FileHandle) { self.handle = handle }
  deinit { try? handle.close() }
}
