import Doors
import TextCore

/// All commands, and the way from the words typed to the command that runs.
enum CommandTable {
  static let version = Release.version

  /// Every command; help, suggestions and completions are made from this list.
  static var commands: [any Command.Type] {
    [
      NormalizeCommand.self,
      ExtractCommand.self, MaskCommand.self,
      RulesCheckCommand.self, RulesFormatCommand.self, RulesMatchCommand.self,
      RulesExplainCommand.self, RulesDocCommand.self, CalculateCommand.self,
      ServiceImportCommand.self, ServicePlanCommand.self, ServiceDispatchCommand.self,
      ServiceRecordCommand.self,
      ServiceDueCommand.self, ServiceProofCommand.self, ServiceReportCommand.self, ServiceVerifyCommand.self,
      ServiceRecoverCommand.self, ServiceDeadlineCommand.self,
      EvaluateTranscriptsCommand.self, EvaluatePunctuationCommand.self, EvaluateElementsCommand.self,
      EvaluateTagsCommand.self,
      EvaluateSpansCommand.self, EvaluateServiceCommand.self,
      ServeCommand.self,
      TrainPunctuationCommand.self, TrainSpeakersCommand.self, TrainWordsCommand.self,
      CompletionsCommand.self, ManCommand.self,
    ]
  }

  /// Runs the words after the program's name.
  static func run(_ words: [String]) -> ExitCode {
    do {
      return try dispatch(words)
    } catch {
      return explain(error)
    }
  }

  private static func dispatch(_ words: [String]) throws(UsageError) -> ExitCode {
    let specs = commands.map { $0.spec }
    let matching = commands.filter { words.starts(with: $0.spec.path) }
    guard let command = matching.max(by: { $0.spec.path.count < $1.spec.path.count }) else {
      return try overview(words, specs)
    }
    let arguments = try Arguments(Array(words.dropFirst(command.spec.path.count)), for: command.spec)
    let console = Console(arguments)
    if arguments.has("--help") {
      console.write(Help.text(command.spec))
      return .done
    }
    if arguments.has("--version") { return showVersion() }
    return try command.run(arguments, console)
  }

  private static func overview(_ words: [String], _ specs: [CommandSpec]) throws(UsageError) -> ExitCode {
    if words.contains("--version") { return showVersion() }
    let names = words.prefix { !$0.hasPrefix("-") }
    let groups = Set(specs.filter { $0.path.count > 1 }.map { $0.path[0] })
    let group = names.first.map { groups.contains($0) ? [$0] : [] } ?? []
    let asksHelp = words.contains("--help") || words.contains("-h") || words.first == "help"
    if asksHelp || words.isEmpty {
      Console().write(Help.overview(of: group, commands: specs))
      return words.isEmpty ? .usage : .done
    }
    let unknown = group.isEmpty ? words[0] : words.dropFirst().first
    guard let unknown else { throw UsageError(message: "“courtnlp \(group[0])”后面缺少子命令", suggestion: nil) }
    let candidates = specs.filter { $0.path.starts(with: group) && $0.path.count > group.count }
      .map { $0.path[group.count] }
    throw UsageError(
      message: "没有命令“\((group + [unknown]).joined(separator: " "))”",
      suggestion: NearestWord.find(unknown, in: candidates).map { (group + [$0]).joined(separator: " ") })
  }

  private static func showVersion() -> ExitCode {
    Console().write(Release.text + "\n")
    return .done
  }

  private static func explain(_ error: UsageError) -> ExitCode {
    let help = error.command.map { "courtnlp \($0.name) --help" } ?? "courtnlp --help"
    let fix = (error.suggestion.map { "是不是想写“\($0)”？" } ?? "") + "查看用法：\(help)"
    Console().report(Diagnostic(.error, "CL001", error.message, fix: fix))
    return .usage
  }
}
