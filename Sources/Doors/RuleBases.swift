import ChineseText
import ElementRules
import Foundation
import TextCore

/// The rule bases that come with the tool, by name; each is compiled at its first use and then kept.
public struct RuleBases: Sendable {
  /// Names, sorted, such as `private-lending`.
  public let names: [String]
  private let rules: [String: Deferred<Result<CompiledRules, Diagnostic>>]

  /// Looks at the first folder of the data that holds rule bases.
  public init(_ files: DataFiles) {
    let found = files.folders.lazy.map { ($0, Self.names(in: $0)) }.first { !$0.1.isEmpty }
    names = found?.1 ?? []
    var rules: [String: Deferred<Result<CompiledRules, Diagnostic>>] = [:]
    for name in names {
      guard let path = found?.0.appendingPathComponent("\(name).json").path else { continue }
      rules[name] = Deferred { Self.compile(name, path) }
    }
    self.rules = rules
  }

  /// The compiled rule base of that name; throws why there is none. Milliseconds the first time.
  public func compiled(_ name: String) throws(Diagnostic) -> CompiledRules {
    guard let rules = rules[name] else {
      let meant = NearestWord.find(name, in: names).map { "是不是想写“\($0)”？" } ?? ""
      throw Diagnostic(
        .error, "RQ009", "没有规则库“\(name)”", fix: meant + "可用的规则库：\(names.joined(separator: "、"))")
    }
    return try rules.value.get()
  }

  private static func names(in folder: URL) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func compile(_ name: String, _ path: String) -> Result<CompiledRules, Diagnostic> {
    let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
    let (file, findings) = RuleBaseReader.read(TextDecoder().decode(bytes, name: path).source)
    guard let file else {
      let unusable = Diagnostic(.error, "RQ009", "规则库“\(name)”不能使用", fix: "运行 courtnlp rules check")
      return .failure(findings.first ?? unusable)
    }
    let rules = CompiledRules([file])
    return rules.findings.first.map(Result.failure) ?? .success(rules)
  }
}
