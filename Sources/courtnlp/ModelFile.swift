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

  /// Looks in `$COURTNLP_MODELS`, then in `models` and `rulebases/models` of the folders above the program and above
  /// the working directory, nearest first.
  static func find(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment["COURTNLP_MODELS"]
    if let environment, !environment.isEmpty {
      let path = "\(environment)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    return [program, here].compactMap { $0 }.lazy.compactMap { find(name, above: $0) }.first
  }

  private static func find(_ name: String, above start: URL) -> String? {
    var folder = start.standardizedFileURL
    for _ in 0..<8 {
      for place in ["models", "rulebases/models"] {
        let path = folder.appendingPathComponent(place).appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: path) { return path }
      }
      let up = folder.deletingLastPathComponent()
      if up.path == folder.path { return nil }
      folder = up
    }
    return nil
  }
}
