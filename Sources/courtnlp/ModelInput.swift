import Doors
import Foundation
import TextCore
import Transcript

/// Finds the data of this program and reads its models.
enum ModelInput {
  /// Models and rule bases as `DataFiles` finds them for this program.
  static var files: DataFiles {
    DataFiles(
      given: ProcessInfo.processInfo.environment[DataFiles.variable],
      program: Bundle.main.executableURL?.resolvingSymlinksInPath())
  }

  /// Names of the punctuation models that come with the tool, as `--model` takes them.
  private static let kinds = [
    "fast": PunctuationModel.format.fileName, "accurate": PunctuationModel.accurateFileName,
  ]

  /// Gives the options their models: the one that `--model` names, `none` for no punctuation model, the others as they
  /// come with the tool. False after reporting a model that cannot be used.
  static func load(_ options: inout NormalizeOptions, _ arguments: Arguments, _ console: Console) -> Bool {
    var diagnostics: [Diagnostic] = []
    let given = arguments["--model"]
    if let given, given != "none", options.allows(.punctuation) {
      if let name = kinds[given] {
        options.punctuation = files.load(PunctuationModel.self, named: name, &diagnostics)
      } else {
        options.punctuation = DataFiles.read(PunctuationModel.self, given, &diagnostics)
      }
    }
    if !diagnostics.contains(where: { $0.severity == .error }) {
      options.loadModels(from: files, without: given == nil ? [] : [.punctuation], &diagnostics)
    }
    console.report(diagnostics)
    return !diagnostics.contains { $0.severity == .error }
  }
}
