import ChineseText
import Doors
import ElementRules
import Foundation
import TextCore

/// Reads the rule files of a command.
enum RuleFileInput {
  /// The rule file in bytes already read, and everything found about it on the way.
  static func read(_ input: InputBytes, examples: Bool = true) -> (
    file: RuleFile?, findings: [Diagnostic]
  ) {
    let decoded = TextDecoder().decode(input.bytes, name: input.name)
    let (file, findings) = RuleBaseReader.read(decoded.source, examples: examples)
    return (file, decoded.diagnostics + findings)
  }

  /// The rule file at a path; nil, after saying why, when it cannot be read.
  static func file(_ path: String, _ console: Console, examples: Bool = true) -> RuleFile? {
    switch InputFile.read(path) {
    case .failure(let failure):
      console.report(failure.diagnostic)
      return nil
    case .success(let bytes):
      let (file, findings) = read(InputBytes(name: path, bytes: bytes), examples: examples)
      console.report(findings)
      return file
    }
  }

  /// The rules of files, or of the rule bases that come with the tool under these names, made ready to run together;
  /// nil, after saying why, when they cannot be used.
  static func compile(_ paths: [String], _ console: Console) -> CompiledRules? {
    let bases = RuleBases(ModelInput.files)
    var files: [RuleFile] = []
    for path in paths {
      guard
        let file = isName(path) ? named(path, bases, console) : file(path, console, examples: false)
      else { return nil }
      files.append(file)
    }
    let rules = CompiledRules(files)
    console.report(rules.findings)
    return rules.findings.isEmpty ? rules : nil
  }

  /// True for `private-lending`; a file of that name comes first.
  private static func isName(_ path: String) -> Bool {
    let isPath = path == "-" || path.contains("/") || path.hasSuffix(".json")
    return !isPath && !FileManager.default.fileExists(atPath: path)
  }

  private static func named(_ name: String, _ bases: RuleBases, _ console: Console) -> RuleFile? {
    do throws(Diagnostic) {
      return try bases.file(name)
    } catch {
      console.report(error)
      return nil
    }
  }
}
