import Doors
import Foundation
import TextCore
import Transcript

/// Finds and reads the models that come with the tool.
enum ModelFile {
  /// The punctuation model that `--model` names, or the one that comes with the tool; nil after reporting why not.
  ///
  /// Without `--model` a missing file is no error: the rules alone do the work.
  static func punctuation(_ arguments: Arguments, _ console: Console) -> (model: PunctuationModel?, Void)? {
    let given = arguments["--model"]
    if given == "none" { return (nil, ()) }
    guard let path = given ?? find("punctuation.model") else { return (nil, ()) }
    do {
      return (try PunctuationModel(path: path), ())
    } catch {
      console.report(
        Diagnostic(
          .error, "MD001", error.message, at: Place(file: path), fix: "换一个模型文件，或用 --model none 只用规则"))
      return nil
    }
  }

  /// Looks in `$COURTNLP_MODELS`, then above the program and above the working directory.
  static func find(_ name: String) -> String? {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    return ModelSearch.find(
      name, in: ProcessInfo.processInfo.environment["COURTNLP_MODELS"],
      above: [program, here].compactMap { $0 })
  }
}
