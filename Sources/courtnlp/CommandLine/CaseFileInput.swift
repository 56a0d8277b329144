import ChineseText
import TextCore

/// Reads the `--case` file of a command.
enum CaseFileInput {
  /// The case, or exit code 2 after saying why it could not be read.
  static func read(_ path: String, _ console: Console) -> (CaseFile?, ExitCode) {
    switch InputFile.read(path) {
    case .failure(let failure):
      console.report(failure.diagnostic)
      return (nil, .incomplete)
    case .success(let bytes):
      let (file, diagnostics) = CaseFile.read(TextDecoder().decode(bytes, name: path).source)
      console.report(diagnostics)
      return (file, file == nil ? .incomplete : .done)
    }
  }
}
