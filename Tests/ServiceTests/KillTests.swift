import Foundation
import Testing

@testable import Service

/// Kills the real command with SIGKILL. `Benchmarks/kill9.py` does the same 500 times with all commands.
struct KillTests {
  private let tool = packageRoot.appending(path: ".build/debug/courtnlp").path

  @Test func killedImportsLoseNothingAcknowledged() throws {
    guard FileManager.default.isExecutableFile(atPath: tool) else { return print("skipped: no \(tool)") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "kill-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var generator = SeededGenerator(11)
    for round in 1...6 {
      let file = "\(folder)/rows.csv"
      let rows = (0..<30).map { "（2026）鲁0102民初\(round * 100 + $0)号,普通,张三,被告,起诉状副本" }
      try (["案号,程序,受送达人,诉讼地位,送达文书"] + rows).joined(separator: "\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      let process = try start(["import", file], folder)
      Thread.sleep(forTimeInterval: Double.random(in: 0...0.2, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let storage = try DiskStorage(folder: "\(folder)/ledger")
      _ = try LedgerRecovery.recover(storage, as: ServiceState.self, at: noon)
      let found = try LedgerView<ServiceState>(storage).state.entries.count
      #expect([(round - 1) * 30, round * 30].contains(found), "half an import is visible: \(found)")
      let again = try start(["import", file], folder)
      again.waitUntilExit()
      #expect(again.terminationStatus == 0)
      #expect(try LedgerView<ServiceState>(storage).state.entries.count == round * 30)
      #expect(try LedgerVerifier<ServiceState>.verify(storage).isSound)
    }
  }

  private func start(_ words: [String], _ folder: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments =
      ["service"] + words + ["--ledger", "\(folder)/ledger", "--now", "2026-03-02T09:00:00"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
