import Foundation

@testable import Service

/// A ledger's files in memory, failing where a test wants it: after so many more bytes, or at the next fsync.
final class MemoryStorage: LedgerStorage, @unchecked Sendable {
  var files: [String: [UInt8]] = [:]
  /// Bytes that can still be written; then the disk is full.
  var room = Int.max
  /// The next append writes everything and fails to reach the disk.
  var failsToSync = false
  /// Truncation fails too.
  var failsToTruncate = false
  /// The machine dies at that write: half of an append is there, nothing else happens any more.
  var diesAt: Int?
  private var writes = 0
  private weak var held: Held?

  /// Counts a write; throws from the deadly one on. True at the deadly one itself.
  private func live() throws(StorageError) {
    if let diesAt, writes >= diesAt {
      writes += 1
      throw StorageError(.write, "", "断电")
    }
    writes += 1
  }

  private final class Held: LedgerLock {}

  init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  func names() throws(StorageError) -> [String] { Array(files.keys) }

  func read(_ name: String, from offset: Int) throws(StorageError) -> [UInt8] {
    guard let file = files[name] else { throw StorageError(.open, name, "没有") }
    return offset < file.count ? Array(file[max(0, offset)...]) : []
  }

  func append(_ bytes: [UInt8], to name: String) throws(StorageError) {
    if let diesAt, writes == diesAt { files[name, default: []] += bytes.prefix(bytes.count / 2) }
    try live()
    let count = min(room, bytes.count)
    files[name, default: []] += bytes.prefix(count)
    room -= count
    if count < bytes.count { throw StorageError(.write, name, "磁盘已满") }
    if failsToSync { throw StorageError(.synchronize, name, "I/O 错误") }
  }

  func truncate(_ name: String, to size: Int) throws(StorageError) {
    try live()
    if failsToTruncate { throw StorageError(.truncate, name, "I/O 错误") }
    files[name] = files[name].map { Array($0.prefix(size)) }
  }

  func replace(_ name: String, with bytes: [UInt8]) throws(StorageError) {
    try live()
    guard bytes.count <= room else { throw StorageError(.write, name, "磁盘已满") }
    files[name] = bytes
  }

  func hint(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    try live()
    files[name] = bytes
  }
  func remove(_ name: String) throws(StorageError) {
    try live()
    files[name] = nil
  }

  func lock() throws(StorageError) -> LedgerLock? {
    guard held == nil else { return nil }
    let lock = Held()
    held = lock
    return lock
  }
}

/// A state that keeps the events as they came.
struct ListState: LedgerState, Hashable {
  var events: [[UInt8]] = []
  init() {}
  init?(encoded bytes: [UInt8], from offset: Int) {
    events = bytes[offset...].split(separator: 0x0A).map(Array.init)
  }
  mutating func apply(_ record: LedgerRecord) throws(LedgerEventError) { events.append(record.event) }
  func encoded() -> [UInt8] { Array(events.joined(separator: [0x0A])) }
}

func event(_ number: Int) -> [UInt8] { Array("{\"type\":\"test\",\"n\":\(number),\"文\":\"送达\"}".utf8) }
let noon = Moment(date("2026-03-02"), second: 12 * 3600)
