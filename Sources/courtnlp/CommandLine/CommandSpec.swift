/// One option of a command: everything that help, parsing, suggestions and completions need to know.
struct OptionSpec: Sendable {
  /// Long name with its dashes.
  let name: String
  /// One-letter form with its dash.
  var short: String?
  /// What the value is called in help; nil for a switch.
  var value: String?
  /// The only values allowed; empty for any.
  var choices: [String] = []
  /// The value is several of the choices, with commas between them.
  var isList = false
  /// May be given several times.
  var repeats = false
  /// One Chinese sentence.
  let help: String

  static func flag(_ name: String, short: String? = nil, _ help: String) -> OptionSpec {
    OptionSpec(name: name, short: short, help: help)
  }

  static func value(
    _ name: String, _ value: String, short: String? = nil, choices: [String] = [], _ help: String
  ) -> OptionSpec {
    OptionSpec(name: name, short: short, value: value, choices: choices, help: help)
  }

  static func list(_ name: String, _ value: String, choices: [String], _ help: String) -> OptionSpec {
    OptionSpec(name: name, value: value, choices: choices, isList: true, help: help)
  }
}

/// A command or subcommand.
struct CommandSpec: Sendable {
  /// `["service", "due"]`
  let path: [String]
  /// One Chinese line.
  let summary: String
  /// Operands as help shows them, such as `[文件…|-]`; empty for none.
  var operands = ""
  /// How many operands are allowed.
  var operandCount: ClosedRange<Int> = 0...0
  /// The only operands allowed; empty for any.
  var operandChoices: [String] = []
  var options: [OptionSpec] = []
  /// Longer Chinese text for help.
  var details = ""
  /// Command lines with what they do.
  var examples: [(line: String, does: String)] = []

  var name: String { path.joined(separator: " ") }
  var allOptions: [OptionSpec] { options + Self.common }

  /// Options that every command takes.
  static let common: [OptionSpec] = [
    .flag("--json", "以 JSON Lines 输出结果，诊断也写成 JSON"),
    .value("--color", "WHEN", choices: ["auto", "always", "never"], "诊断是否带颜色（也遵守 NO_COLOR）"),
    .value("--jobs", "N", "并行处理的文件数，结果与 N 无关"),
    .flag("--help", short: "-h", "显示本帮助"),
    .flag("--version", "显示版本"),
  ]

  /// Options of commands that write results.
  static let output: [OptionSpec] = [
    .value("--output", "FILE", short: "-o", "结果写入 FILE，默认写到标准输出"),
    .value("--output-dir", "DIR", "每个输入在 DIR 里写一个同名结果文件"),
    .flag("--force", "允许覆盖已有的输出文件"),
  ]
  /// Options of commands whose results are a better form of what they read, and can stand in its place; a fact sheet
  /// never takes the place of the hearing.
  static let rewriting: [OptionSpec] = output + [.flag("--in-place", "用结果替换输入文件本身")]
}

/// A command that can be run.
protocol Command {
  static var spec: CommandSpec { get }
  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode
}
