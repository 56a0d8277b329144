import Foundation
import TextCore
import Testing

@testable import Service

/// The commands from outside: outputs and exit codes that scripts rely on.
struct CommandLineTests {
  private let tool = packageRoot.appending(path: ".build/debug/courtnlp").path
  private var isThere: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  private func run(_ words: String...) throws -> (code: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: tool)
    process.arguments = ["service"] + words
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func deadline() throws {
    guard isThere else { return print("skipped: no \(tool)") }
    let plain = try run("deadline", "--period", "15日", "--from", "2025-09-16")
    #expect(plain.code == 0 && plain.output == "2025-10-09\n")
    let node = try JSONNode.parse(
      Array(try run("deadline", "--period", "6个月", "--from", "2025-08-31", "--json").output.utf8))
    #expect(node["deadline"]?.string == "2026-02-28" && node["rolled_from"]?.value == .null)
    #expect(node["basis"]?.string?.contains("第八十五条") == true)
    #expect(try run("deadline", "--period", "15日", "--from", "2027-03-01").code == 1)
    #expect(try run("deadline", "--period", "15小时", "--from", "2026-03-01").code == 64)
    #expect(try run("deadline", "--period", "15日", "--from", "2026-02-30").code == 64)
  }

  @Test func aDayOfWork() throws {
    guard isThere else { return print("skipped: no \(tool)") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "day-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (ledger, now) = ("\(folder)/ledger", "2026-03-02T09:00:00")
    func service(_ words: String...) throws -> (code: Int32, output: String) {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(filePath: tool)
      process.arguments = ["service"] + words + ["--ledger", ledger, "--now", now, "--json"]
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
    let header = "案号,程序,受送达人,诉讼地位,手机号,是否签署送达地址确认书,是否同意电子送达,送达文书\n"
    let good = "（2026）鲁0102民初1号,普通,张三,被告,13800138000,是,是,民事判决书\n"
    try (header + good + "坏,普通,李四,被告,,,,民事判决书\n").write(
      toFile: "\(folder)/a.csv", atomically: true, encoding: .utf8)
    #expect(try service("verify").code == 2)
    #expect(try service("import", "\(folder)/a.csv").code == 2)
    try (header + good).write(toFile: "\(folder)/b.csv", atomically: true, encoding: .utf8)
    let again = try service("import", "\(folder)/b.csv")
    #expect(again.code == 0 && again.output.contains("\"added\":0"))
    #expect(try service("dispatch").output.contains("\"channel\":\"electronic\""))
    #expect(try service("dispatch").output.isEmpty)
    let plan = try JSONNode.parse(Array(try service("plan").output.utf8))
    let id = try #require(plan["id"]?.string)
    #expect(plan["steps"]?.array.isEmpty == false)
    let planned = try service("plan").output
    #expect(!planned.contains("13800138000"))
    try "{\"key\":\"\(id)-1\",\"state\":\"发送成功\",\"at\":\"2026-03-02 09:01:00\"}\n".write(
      toFile: "\(folder)/r.jsonl", atomically: true, encoding: .utf8)
    #expect(try service("record", "\(folder)/r.jsonl").output.contains("\"recorded\":1"))
    #expect(try service("record", "\(folder)/r.jsonl").output.contains("\"duplicates\":1"))
    #expect(try service("due").output.contains("\"date\":\"2026-03-17\""))
    #expect(try service("proof", "--id", id).code == 0)
    #expect(try service("proof", "--id", "0000000000000000").code == 2)
    #expect(try service("report").output.contains("\"electronic_rate\":{\"numerator\":1,\"denominator\":1"))
    #expect(try service("verify").code == 0)
    try damage("\(ledger)/\(LedgerReader.segment(from: 1))")
    #expect(try service("verify").code == 2)
    #expect(try service("recover").code == 2)
    #expect(try service("dispatch").code == 2)
  }

  private func damage(_ path: String) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    data[200] ^= 1
    try data.write(to: URL(filePath: path))
  }
}
