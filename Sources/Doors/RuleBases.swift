import ChineseText
import ElementRules
import Foundation
import TextCore

/// The rule bases that come with the tool, by name; each is compiled at its first use and then kept.
public struct RuleBases: Sendable {
  /// Names, sorted, such as `private-lending`.
  public let names: [String]
  private let paths: [String: String]
  private let rules: [String: Deferred<Result<CompiledRules, Diagnostic>>]

  /// Looks at the first folder of the data that holds rule bases.
  public init(_ files: DataFiles) {
    let found = files.folders.lazy.map { ($0, Self.names(in: $0)) }.first { !$0.1.isEmpty }
    names = found?.1 ?? []
    var (paths, rules): ([String: String], [String: Deferred<Result<CompiledRules, Diagnostic>>]) = ([:], [:])
    for name in names {
      guard let path = found?.0.appendingPathComponent("\(name).json").path else { continue }
      paths[name] = path
      rules[name] = Deferred { Self.read(name, path).flatMap(Self.compile) }
    }
    (self.paths, self.rules) = (paths, rules)
  }

  /// The compiled rule base of that name; throws why there is none. Milliseconds the first time.
  public func compiled(_ name: String) throws(Diagnostic) -> CompiledRules {
    guard let rules = rules[name] else { throw unknown(name) }
    return try rules.value.get()
  }

  /// The rule base of that name as it is written, to be compiled together with others; throws why there is none.
  public func file(_ name: String) throws(Diagnostic) -> RuleFile {
    guard let path = paths[name] else { throw unknown(name) }
    return try Self.read(name, path).get()
  }

  private func unknown(_ name: String) -> Diagnostic {
    let meant = NearestWord.find(name, in: names).map { "是不是想写“\($0)”？" } ?? ""
    return Diagnostic(
      .error, "RQ009", "没有规则库“\(name)”", fix: meant + "可用的规则库：\(names.joined(separator: "、"))")
  }

  private static func names(in folder: URL) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func read(_ name: String, _ path: String) -> Result<RuleFile, Diagnostic> {
    let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
    let (file, findings) = RuleBaseReader.read(
      TextDecoder().decode(bytes, name: path).source, examples: false)
    let unusable = Diagnostic(.error, "RQ009", "规则库“\(name)”不能使用", fix: "运行 courtnlp rules check")
    return file.map(Result.success) ?? .failure(findings.first ?? unusable)
  }

  private static func compile(_ file: RuleFile) -> Result<CompiledRules, Diagnostic> {
    let rules = CompiledRules([file])
    return rules.findings.first.map(Result.failure) ?? .success(rules)
  }
}
