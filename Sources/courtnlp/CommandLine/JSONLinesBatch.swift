import Doors
import Foundation
import TextCore

/// `--jsonl`: one JSON request on each line in, one JSON answer on each line out, in the same order, in constant
/// memory; a bad line never stops the rest.
///
/// A command takes part by adding `CommandSpec.jsonl` to its options and calling `run` with its `Work`.
struct JSONLinesBatch {
  private let arguments: Arguments
  private let console: Console
  private let jobs: Int

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    jobs = try arguments.jobs()
    if let wrong = ["--output-dir", "--in-place"].first(where: { arguments.has($0) }) {
      throw UsageError(message: "--jsonl 与 \(wrong) 不能同时使用：结果写到标准输出，或 -o 指定的文件", command: arguments.spec)
    }
  }

  /// Answers all lines of the operands, or of standard input; exit code 2 when a line or a file could not be done.
  func run(_ work: any Work) -> ExitCode {
    let door = JSONDoor(work)
    let lines = NumberedLines(arguments.operands.isEmpty ? ["-"] : arguments.operands, console)
    let answers: AnswerOutput
    do throws(Diagnostic) {
      answers = try AnswerOutput(arguments, console)
    } catch {
      console.report(error)
      return .incomplete
    }
    OrderedWork(
      jobs: jobs, next: lines.next,
      work: { numbered in
        switch numbered.line {
        case .bytes(let bytes): door.answer(bytes, number: numbered.number)
        case .tooLong: door.tooLong(number: numbered.number)
        }
      }, deliver: answers.write
    ).run()
    return max(lines.code, answers.finish())
  }
}

extension CommandSpec {
  /// The option of commands that take part in `JSONLinesBatch`.
  static let jsonl = OptionSpec.flag("--jsonl", "输入每行是一个 JSON 请求，输出每行是一个 JSON 结果，次序不变；见 docs/batch.md")
}

/// All lines of several inputs, numbered from 1 over all of them; an input that cannot be read is reported and left out.
private final class NumberedLines {
  struct Numbered: Sendable {
    let number: Int
    let line: LineReader.Line
  }

  private let console: Console
  private var names: ArraySlice<String>
  private var reader: LineReader?
  private var count = 0
  /// Whether all inputs could be read.
  private(set) var code = ExitCode.done

  init(_ names: [String], _ console: Console) {
    self.names = names[...]
    self.console = console
  }

  /// The next line; nil after the last input.
  func next() -> Numbered? {
    while true {
      do throws(ReadFailure) {
        if let line = try reader?.next() {
          count += 1
          return Numbered(number: count, line: line)
        }
        guard let name = names.popFirst() else { return nil }
        reader = nil
        reader = try LineReader(name, limit: JSONDoor.maximumSize)
      } catch {
        console.report(error.diagnostic)
        code = .incomplete
        reader = nil
      }
    }
  }
}

/// Where the answers go, and how many of them are errors.
private final class AnswerOutput {
  private static let listed = 10
  private let console: Console
  private var file: OutputFile?
  private var count = 0
  private var failed = 0
  private var first: [Int] = []

  init(_ arguments: Arguments, _ console: Console) throws(Diagnostic) {
    self.console = console
    guard let path = arguments["--output"] else { return }
    file = try OutputFile(path, overwrite: arguments.has("--force"))
  }

  func write(_ answer: Answer) {
    count += 1
    if !answer.isDone {
      failed += 1
      if first.count < Self.listed { first.append(count) }
    }
    let line = answer.json + [0x0A]
    if file == nil { console.write(line) } else { file?.append(line) }
  }

  /// Says how many requests could not be done, and ends the file.
  func finish() -> ExitCode {
    var code = ExitCode.done
    if failed > 0 {
      let places = first.map(String.init).joined(separator: "、") + (failed > first.count ? "……" : "")
      console.report(
        Diagnostic(
          .error, "JL001", "\(count) 个请求中有 \(failed) 个没有完成，第 \(places) 行",
          fix: "原因写在对应结果行的 error 里，其余各行不受影响"))
      code = .incomplete
    }
    if let problem = file?.finish() {
      console.report(problem)
      code = .incomplete
    }
    return code
  }
}
