import ChineseText
import Doors
import Foundation
import TextCore
import Transcript

/// `normalize --follow`: reads a stream while the hearing runs and writes turns as they are settled.
struct FollowLoop {
  /// Milliseconds of one wait.
  private static let tick: Int32 = 100
  private static let mostReadsAfterSignal = 16

  private let arguments: Arguments
  private let console: Console
  private let work: NormalizeWork
  /// Milliseconds of silence after which everything heard is written.
  private let patience: Int
  private let name: String

  init(_ arguments: Arguments, _ console: Console, _ work: NormalizeWork) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    self.work = work
    patience = (try arguments.integer("--pause", minimum: 1) ?? 10) * 1000
    name = arguments.operands.first ?? "-"
    if arguments.operands.count > 1 { throw refuse("--follow 只读一个输入") }
    if work.options.form == .json { throw refuse("--follow 不能读 JSON：整个文件读完才能解析；请让识别引擎逐行输出") }
    if let wrong = ["--output-dir", "--in-place", "--jsonl", "--lines"].first(where: { arguments.has($0) }) {
      throw refuse("--follow 与 \(wrong) 不能同时使用")
    }
    if work.format != .text, !arguments.has("--json"), !arguments.has("--output") {
      throw refuse("--follow 逐轮写出文本或 JSON Lines（--json）；\(work.format.rawValue) 只能是定稿，请加 -o FILE")
    }
  }

  private func refuse(_ message: String) -> UsageError {
    UsageError(message: message, command: arguments.spec)
  }

  /// Follows the input to its end or to SIGINT; then writes the final text of `-o`.
  func run() -> ExitCode {
    let handle: FileHandle
    do throws(ReadFailure) { handle = try InputFile.open(name) } catch {
      console.report(error.diagnostic)
      return .incomplete
    }
    Interrupt.listen()
    var stream = LiveStream(name: name, work: work, keepsAll: arguments.has("--output"))
    var output = LiveOutput(console, asJSON: arguments.has("--json"))
    let failure = follow(handle, &stream, &output)
    output.write(stream.finish())
    output.finish()
    if let failure { console.report(failure) }
    let code: ExitCode = failure == nil && !stream.hasFailed ? .done : .incomplete
    return max(code, writeFinal(stream.everything))
  }

  /// Reads until the end, a signal or a failure, which it returns. After a signal, what the writer has sent by then is
  /// still read.
  private func follow(
    _ handle: FileHandle, _ stream: inout LiveStream, _ output: inout LiveOutput
  ) -> Diagnostic? {
    var (silence, readsLeft) = (0, Int.max)
    while !stream.hasFailed, readsLeft > 0 {
      let isEnding = Interrupt.isPending
      if isEnding { readsLeft = min(readsLeft, Self.mostReadsAfterSignal) }
      guard Platform.awaitInput(handle.fileDescriptor, milliseconds: isEnding ? 0 : Self.tick) else {
        if isEnding { return nil }
        silence += Int(Self.tick)
        if silence == patience { output.write(stream.pause()) }
        continue
      }
      (silence, readsLeft) = (0, readsLeft - 1)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = buffer.withUnsafeMutableBytes { Platform.read(handle.fileDescriptor, $0) }
      if count < 0 { return InputFile.interrupted(name, Platform.message(Int32(-count))).diagnostic }
      if count == 0 { return nil }
      output.write(stream.add(buffer[..<count]))
    }
    return nil
  }

  /// The same as the batch run over everything that came.
  private func writeFinal(_ bytes: [UInt8]) -> ExitCode {
    guard let path = arguments["--output"] else { return .done }
    let result = work.run(Job(name: name, bytes: bytes))
    if result.failure != nil { console.report(result.diagnostics) }
    let problem = OutputFile.write(result.output, to: path, overwrite: arguments.has("--force"))
    if let problem { console.report(problem) }
    return result.failure == nil && problem == nil ? .done : .incomplete
  }
}
