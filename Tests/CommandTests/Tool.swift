import Foundation
import TextCore

/// Runs the real binary in a real process, as a clerk's shell would.
struct Tool {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The binary that `swift build` put beside the test bundle.
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("courtnlp")

  /// Runs `courtnlp` with the arguments and input, and waits.
  static func run(
    _ arguments: [String], input: Data = Data(), in directory: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    Platform.ignoreBrokenPipes()  // a tool that refuses its arguments reads no input
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = directory }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let errors = Reader(stderr)
    let output = Reader(stdout)
    DispatchQueue.global().async {
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    let texts = (output.text(), errors.text())
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: texts.0, errors: texts.1)
  }

  /// Runs with text as input.
  static func run(_ arguments: [String], text: String) throws -> Outcome {
    try run(arguments, input: Data(text.utf8))
  }

  /// A fresh folder that is removed when `body` ends.
  static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "courtnlp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

/// Reads a pipe to its end on a thread of its own, so that neither side can block the other.
private final class Reader: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  init(_ pipe: Pipe) {
    DispatchQueue.global().async { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      done.signal()
    }
  }

  func text() -> String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
