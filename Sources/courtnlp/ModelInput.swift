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

  /// Gives the options their models, the punctuation model that `--model` names. False after reporting a model that
  /// cannot be used.
  static func load(_ options: inout NormalizeOptions, _ arguments: Arguments, _ console: Console) -> Bool {
    var diagnostics: [Diagnostic] = []
    options.loadModels(from: files, punctuation: arguments["--model"], &diagnostics)
    console.report(diagnostics)
    return !diagnostics.contains { $0.severity == .error }
  }
}
