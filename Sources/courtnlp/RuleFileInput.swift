import ChineseText
import Doors
import ElementRules
import Foundation
import TextCore

/// Reads the rule files of a command.
enum RuleFileInput {
  /// The rule file in bytes already read, and everything found about it on the way.
  static func read(_ input: InputBytes) -> (file: RuleFile?, findings: [Diagnostic]) {
    let decoded = TextDecoder().decode(input.bytes, name: input.name)
    let (file, findings) = RuleBaseReader.read(decoded.source)
    return (file, decoded.diagnostics + findings)
  }

  /// The rule file at a path; nil, after saying why, when it cannot be read.
  static func file(_ path: String, _ console: Console) -> RuleFile? {
    switch InputFile.read(path) {
    case .failure(let failure):
      console.report(failure.diagnostic)
      return nil
    case .success(let bytes):
      let (file, findings) = read(InputBytes(name: path, bytes: bytes))
      console.report(findings)
      return file
    }
  }

  /// The rules of a file, or of the rule base that comes with the tool under this name, ready to run; nil, after saying
  /// why, when they cannot be used.
  static func compile(_ path: String, _ console: Console) -> CompiledRules? {
    if isName(path) { return named(path, console) }
    guard let file = file(path, console) else { return nil }
    let rules = CompiledRules([file])
    console.report(rules.findings)
    return rules.findings.isEmpty ? rules : nil
  }

  /// True for `private-lending`; a file of that name comes first.
  private static func isName(_ path: String) -> Bool {
    let isPath = path == "-" || path.contains("/") || path.hasSuffix(".json")
    return !isPath && !FileManager.default.fileExists(atPath: path)
  }

  private static func named(_ name: String, _ console: Console) -> CompiledRules? {
    do throws(Diagnostic) {
      return try RuleBases(ModelInput.files).compiled(name)
    } catch {
      console.report(error)
      return nil
    }
  }
}
