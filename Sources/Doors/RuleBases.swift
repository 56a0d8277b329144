import ChineseText
import ElementRules
import Foundation
import TextCore

/// The rule bases that come with the tool, by name.
public struct RuleBases: Sendable {
  /// Names, sorted, such as `private-lending`.
  public let names: [String]
  private let folder: URL?

  /// Looks at the folder of the data that holds `private-lending.json`, or any other rule base.
  public init(_ files: DataFiles) {
    let found = files.folders.lazy.map { ($0, Self.names(in: $0)) }.first { !$0.1.isEmpty }
    folder = found?.0
    names = found?.1 ?? []
  }

  private static func names(in folder: URL) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The compiled rule base of that name; throws why there is none. Milliseconds.
  public func compiled(_ name: String) throws(Diagnostic) -> CompiledRules {
    guard names.contains(name), let path = folder?.appendingPathComponent("\(name).json").path,
      let data = FileManager.default.contents(atPath: path)
    else {
      let meant = NearestWord.find(name, in: names).map { "是不是想写“\($0)”？" } ?? ""
      throw Diagnostic(
        .error, "RQ009", "没有规则库“\(name)”", fix: meant + "可用的规则库：\(names.joined(separator: "、"))")
    }
    let (file, findings) = RuleBaseReader.read(TextDecoder().decode(Array(data), name: path).source)
    guard let file else {
      throw findings.first ?? Diagnostic(.error, "RQ009", "规则库“\(name)”不能使用", fix: "运行 courtnlp rules check")
    }
    let rules = CompiledRules([file])
    if let finding = rules.findings.first { throw finding }
    return rules
  }
}

extension AgentTool {
  /// `extract` as a tool, with the rule bases that come with the program.
  public static func extract(_ bases: RuleBases) -> AgentTool {
    let rules = SettingSpec("rules", "要素规则库，与案由相符", choices: bases.names)
    return AgentTool(
      name: "extract", title: "提取案件事实",
      description: "按要素规则库从规整后的笔录、起诉状、答辩状或判决书里提取案件事实：值、原话、谁说的、对方认不认、还有什么没有查明。原始记录请先用 normalize 规整。",
      arguments: [Request.own[0], rules] + Request.own.filter { $0.key == "case" } + ExtractWork.settings,
      required: ["text", "rules"]
    ) { members, bytes in
      let name = members.first { $0.key == "rules" }?.node.string ?? ""
      do throws(Diagnostic) {
        let door = JSONDoor(ExtractWork(rules: try bases.compiled(name)))
        return outcome(of: door.perform(members.filter { $0.key != "rules" }, in: bytes, name: "text").result)
      } catch {
        return outcome(of: JobResult(diagnostics: [error]))
      }
    }
  }
}
