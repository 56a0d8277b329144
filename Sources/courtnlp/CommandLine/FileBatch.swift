import Dispatch
import Doors
import Foundation
import TextCore

/// One input that was read.
struct InputBytes: Sendable {
  let name: String
  let bytes: [UInt8]
}

/// What became of one input.
struct FileResult: Sendable {
  var output: [UInt8] = []
  var diagnostics: [Diagnostic] = []
  var code: ExitCode = .done
}

/// Runs one piece of work over many inputs: in parallel, results in input order, a bad file never stops the rest.
struct FileBatch {
  private let arguments: Arguments
  private let console: Console
  private let jobs: Int
  /// Ending of result files in `--output-dir`, such as `txt`.
  private let fileExtension: String

  init(_ arguments: Arguments, _ console: Console, fileExtension: String) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    self.fileExtension = fileExtension
    jobs = try arguments.jobs()
    try checkDestination()
  }

  /// Does the same work on every operand, or on standard input when there is none.
  func run(_ work: some Work) -> ExitCode {
    run { input in
      let result = work.run(Job(name: input.name, bytes: input.bytes))
      return FileResult(
        output: result.output, diagnostics: result.diagnostics,
        code: result.failure == nil ? .done : .incomplete)
    }
  }

  /// Works through the operands, or standard input when there is none.
  func run(_ work: @escaping @Sendable (InputBytes) -> FileResult) -> ExitCode {
    let names = arguments.operands.isEmpty ? ["-"] : arguments.operands
    var code = ExitCode.done
    var progress = Progress(total: names.count)
    var collected: [UInt8] = []
    for start in stride(from: 0, to: names.count, by: jobs) {
      let part = Array(names[start..<min(start + jobs, names.count)])
      for (name, result) in zip(part, Self.parallel(part, work)) {
        console.report(result.diagnostics)
        code = max(code, result.code)
        guard result.code != .incomplete || !result.output.isEmpty else { continue }
        code = max(code, deliver(result.output, of: name, collecting: &collected))
      }
      progress.advance(part.count)
    }
    progress.finish()
    return max(code, writeCollected(collected, anyDone: code != .incomplete || !collected.isEmpty))
  }

  private static func parallel(
    _ names: [String], _ work: @escaping @Sendable (InputBytes) -> FileResult
  ) -> [FileResult] {
    if names.count == 1 { return [one(names[0], work)] }
    let slots = ResultSlots(count: names.count)
    DispatchQueue.concurrentPerform(iterations: names.count) { slots.set($0, one(names[$0], work)) }
    return slots.values
  }

  private static func one(_ name: String, _ work: (InputBytes) -> FileResult) -> FileResult {
    switch InputFile.read(name) {
    case .success(let bytes): work(InputBytes(name: name, bytes: bytes))
    case .failure(let failure): FileResult(diagnostics: [failure.diagnostic], code: .incomplete)
    }
  }

  private func deliver(_ output: [UInt8], of name: String, collecting collected: inout [UInt8]) -> ExitCode {
    if arguments.has("--in-place"), name != "-" { return write(output, to: name, overwrite: true) }
    if let directory = arguments["--output-dir"] {
      return write(output, to: resultPath(directory, name), overwrite: arguments.has("--force"))
    }
    if arguments["--output"] != nil { collected += output } else { console.write(output) }
    return .done
  }

  private func writeCollected(_ collected: [UInt8], anyDone: Bool) -> ExitCode {
    guard let path = arguments["--output"], anyDone else { return .done }
    return write(collected, to: path, overwrite: arguments.has("--force"))
  }

  private func write(_ bytes: [UInt8], to path: String, overwrite: Bool) -> ExitCode {
    guard let failure = OutputFile.write(bytes, to: path, overwrite: overwrite) else { return .done }
    console.report(failure)
    return .incomplete
  }

  private func resultPath(_ directory: String, _ name: String) -> String {
    let base =
      name == "-" ? "stdin" : ((name as NSString).lastPathComponent as NSString).deletingPathExtension
    return (directory as NSString).appendingPathComponent("\(base).\(fileExtension)")
  }

  private func checkDestination() throws(UsageError) {
    let given = ["--output", "--output-dir", "--in-place"].filter { arguments.has($0) }
    if given.count > 1 {
      throw UsageError(message: "\(given.joined(separator: " 与 ")) 不能同时使用", command: arguments.spec)
    }
    if arguments.has("--in-place"), arguments.operands.isEmpty || arguments.operands.contains("-") {
      throw UsageError(message: "--in-place 需要文件名，不能用于标准输入", command: arguments.spec)
    }
    if arguments.has("--in-place"),
      let word = arguments.operands.first(where: { $0.lowercased().hasSuffix(".docx") })
    {
      throw UsageError(
        message: "--in-place 会把 Word 文件“\(word)”换成别的内容，请用 -o 或 --output-dir", command: arguments.spec)
    }
    guard let directory = arguments["--output-dir"] else { return }
    let paths = arguments.operands.map { resultPath(directory, $0) }
    if let twice = Dictionary(grouping: paths, by: { $0 }).first(where: { $0.value.count > 1 })?.key {
      throw UsageError(message: "几个输入会写到同一个结果文件“\(twice)”", command: arguments.spec)
    }
  }
}

/// Results filled from several threads, each slot once.
private final class ResultSlots: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [FileResult]

  init(count: Int) { slots = Array(repeating: FileResult(), count: count) }

  func set(_ index: Int, _ result: FileResult) {
    lock.lock()
    slots[index] = result
    lock.unlock()
  }

  var values: [FileResult] { slots }
}

/// A progress line on standard error, only on a terminal and only when the work takes longer than a second.
private struct Progress {
  private let total: Int
  private let start = Date()
  private var done = 0
  private var shown = false

  init(total: Int) { self.total = total }

  mutating func advance(_ count: Int) {
    done += count
    guard total > 1, Platform.isTerminal(2), Date().timeIntervalSince(start) > 1 else { return }
    shown = true
    show("\r已处理 \(done)/\(total)")
  }

  func finish() { if shown { show("\n") } }

  private func show(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { Platform.write(2, $0) } }
}
