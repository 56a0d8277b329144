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
    let (file, findings) = file(path, examples: examples)
    console.report(findings)
    return file
  }

  private static func file(_ path: String, examples: Bool) -> (file: RuleFile?, findings: [Diagnostic]) {
    switch InputFile.read(path) {
    case .failure(let failure): (nil, [failure.diagnostic])
    case .success(let bytes): read(InputBytes(name: path, bytes: bytes), examples: examples)
    }
  }

  /// The rules of files, or of the rule bases that come with the tool under these names, made ready to run together;
  /// nil, after saying why, when they cannot be used. The files are read on several threads.
  static func compile(_ paths: [String], _ console: Console) -> CompiledRules? {
    let bases = RuleBases(ModelInput.files)
    var files: [RuleFile] = []
    for (file, findings) in ParallelMap.run(
      paths, { isName($0) ? named($0, bases) : file($0, examples: false) })
    {
      console.report(findings)
      guard let file else { return nil }
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

  private static func named(_ name: String, _ bases: RuleBases) -> (file: RuleFile?, findings: [Diagnostic]) {
    do throws(Diagnostic) {
      return (try bases.file(name), [])
    } catch {
      return (nil, [error])
    }
  }
}
