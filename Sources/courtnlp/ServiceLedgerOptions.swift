import ChineseText
import Foundation
import Service
import TextCore

/// What the commands over a ledger share: `--ledger`, `--now`, opening and its errors.
struct ServiceSession {
  static let options: [OptionSpec] = [
    .value("--ledger", "DIR", "台账目录"),
    .value("--now", "时间", "当作现在的时间，如 2026-03-02T09:00:00；默认取系统时间（北京时间）"),
  ]

  let folder: String
  let now: Moment
  let console: Console

  /// Reads the options.
  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    guard let folder = arguments["--ledger"], !folder.isEmpty else {
      throw UsageError(message: "缺少 --ledger", command: arguments.spec)
    }
    self.folder = folder
    self.console = console
    if let text = arguments["--now"] {
      guard let now = Moment(text) else {
        throw UsageError(message: "看不懂 --now 的时间“\(text)”：应写成 2026-03-02T09:00:00", command: arguments.spec)
      }
      self.now = now
    } else {
      now = Moment(seconds: Int(Date().timeIntervalSince1970))
    }
  }

  /// Opens for writing and runs the body; reports errors. `creating` makes the folder when missing.
  func writing(creating: Bool = false, _ body: (ServiceCentre) throws(LedgerError) -> ExitCode) -> ExitCode {
    do throws(LedgerError) {
      let storage = try storage(creating: creating)
      let centre = try ServiceCentre(storage)
      let code = try body(centre)
      do throws(LedgerError) { try centre.saveSnapshot() } catch {
        console.report(error.diagnostic(folder: folder))
      }
      return code
    } catch {
      console.report(error.diagnostic(folder: folder))
      return .incomplete
    }
  }

  /// Takes a look without the lock and runs the body; reports errors.
  func reading(_ body: (ServiceState, any LedgerStorage) throws(LedgerError) -> ExitCode) -> ExitCode {
    do throws(LedgerError) {
      let storage = try storage(creating: false)
      return try body(LedgerView<ServiceState>(storage).state, storage)
    } catch {
      console.report(error.diagnostic(folder: folder))
      return .incomplete
    }
  }

  /// The files of the ledger.
  func storage(creating: Bool) throws(LedgerError) -> DiskStorage {
    do throws(StorageError) {
      return creating ? try DiskStorage(folder: folder) : try DiskStorage(existing: folder)
    } catch {
      throw .storage(StorageError(error.step, "", "\(error.reason)（\(error.name)）"))
    }
  }

  /// Reads the named inputs; what cannot be read is reported and makes `code` worse.
  func inputs(_ names: [String], _ code: inout ExitCode) -> [(name: String, bytes: [UInt8])] {
    names.compactMap { name in
      switch InputFile.read(name) {
      case .success(let bytes): return (name, bytes)
      case .failure(let failure):
        console.report(failure.diagnostic)
        code = .incomplete
        return nil
      }
    }
  }
}
