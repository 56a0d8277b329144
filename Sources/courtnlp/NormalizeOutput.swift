import Doors
import Foundation
import Service
import TextCore
import Transcript

/// The options of `normalize` that say how the result is written, checked against where it goes.
enum NormalizeOutput {
  static let options: [OptionSpec] = [
    .value(
      "--format", "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
      "输出格式：html 是可核对每处改动的网页，docx 是 Word 笔录，srt、vtt 是字幕"),
    .flag("--tracked", "与 --format docx 同用：每处改动都写成 Word 修订，可逐条接受或拒绝"),
    .value("--now", "时间", "修订上的时间，如 2026-03-02T09:00:00；默认取系统时间（北京时间）"),
  ]

  /// The work that the arguments ask for.
  static func work(_ arguments: Arguments, _ options: NormalizeOptions) throws(UsageError) -> NormalizeWork {
    let format = arguments.has("--json") ? .json : arguments["--format"].flatMap(OutputFormat.init) ?? .text
    try check(format, arguments)
    return NormalizeWork(
      options: options, format: format, trackedOn: arguments.has("--tracked") ? try date(arguments) : nil)
  }

  private static func check(_ format: OutputFormat, _ arguments: Arguments) throws(UsageError) {
    func refuse(_ message: String) -> UsageError { UsageError(message: message, command: arguments.spec) }
    if arguments.has("--tracked"), format != .docx { throw refuse("--tracked 只能与 --format docx 同用") }
    guard format.isOneHearing, !arguments.has("--jsonl") else { return }
    let name = format.rawValue
    if arguments.has("--in-place") {
      throw refuse("--in-place 不能与 --format \(name) 同用：原文件的扩展名与内容会不符，请用 -o 或 --output-dir")
    }
    if arguments.has("--output-dir") { return }
    if arguments.operands.count > 1 {
      throw refuse("\(name) 一个文件只放一份笔录，几个输入请用 --output-dir")
    }
    if format == .docx, !arguments.has("--output"), Platform.isTerminal(1) {
      throw refuse("docx 不是文本，不能显示在终端上，请用 -o 笔录.docx")
    }
  }

  /// Beijing time with the `Z` that Word writes after local time.
  private static func date(_ arguments: Arguments) throws(UsageError) -> String {
    guard let text = arguments["--now"] else {
      return Moment(seconds: Int(Date().timeIntervalSince1970)).iso.prefix(19) + "Z"
    }
    guard let now = Moment(text) else {
      throw UsageError(message: "看不懂 --now 的时间“\(text)”：应写成 2026-03-02T09:00:00", command: arguments.spec)
    }
    return now.iso.prefix(19) + "Z"
  }
}
