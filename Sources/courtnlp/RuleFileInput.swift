import ChineseText
import ElementRules
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

  /// The rules of a file ready to run; nil, after saying why, when they cannot be used.
  static func compile(_ path: String, _ console: Console) -> CompiledRules? {
    guard let file = file(path, console) else { return nil }
    let rules = CompiledRules([file])
    console.report(rules.findings)
    return rules.findings.isEmpty ? rules : nil
  }
}
