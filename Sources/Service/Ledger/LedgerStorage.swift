/// Where a ledger keeps its files: a folder, or in tests a memory that fails at a chosen byte.
///
/// Every operation that changes something is on the disk when it returns (fsync), or throws.
public protocol LedgerStorage: Sendable {
  /// Names of all files, in no order.
  func names() throws(StorageError) -> [String]
  /// The bytes of a file from an offset to its end; a missing file throws.
  func read(_ name: String, from offset: Int) throws(StorageError) -> [UInt8]
  /// Adds bytes at the end and fsyncs; makes the file when missing. When it throws, any part may have been written.
  func append(_ bytes: [UInt8], to name: String) throws(StorageError)
  /// Cuts a file down to so many bytes and fsyncs.
  func truncate(_ name: String, to size: Int) throws(StorageError)
  /// Puts a file in place whole or not at all: written beside, fsynced, renamed, folder fsynced.
  func replace(_ name: String, with bytes: [UInt8]) throws(StorageError)
  /// Overwrites a small file in place without fsync; only for hints that may be lost or torn.
  func hint(_ name: String, _ bytes: [UInt8]) throws(StorageError)
  /// Removes a file.
  func remove(_ name: String) throws(StorageError)
  /// Takes the single writer's lock, held until the token is let go or the process dies; nil when another holds it.
  func lock() throws(StorageError) -> LedgerLock?
}

/// Holds the writer's lock for as long as it lives.
public protocol LedgerLock: AnyObject {}

/// Why the storage could not do it.
public struct StorageError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Step: String, Sendable {
    /// Listing the folder.
    case list = "列目录"
    /// Opening or making a file.
    case open = "打开文件"
    /// Reading.
    case read = "读取"
    /// Writing; the disk may be full.
    case write = "写入"
    /// Waiting until the disk has it; what is on the disk is unknown afterwards.
    case synchronize = "落盘"
    /// Cutting.
    case truncate = "截断"
    /// Renaming.
    case rename = "改名"
  }

  /// What was being done.
  public let step: Step
  /// The file.
  public let name: String
  /// What the system says.
  public let reason: String

  /// Makes an error.
  public init(_ step: Step, _ name: String, _ reason: String) {
    self.step = step
    self.name = name
    self.reason = reason
  }
}
