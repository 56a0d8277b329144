import TextCore

/// `extract` for doors through which any of the rule bases may be asked for: each request names its own.
public struct NamedExtractWork: Work {
  private let bases: RuleBases
  private var work: ExtractWork?

  /// Work with these rule bases.
  public init(_ bases: RuleBases) { self.bases = bases }

  /// `rules`, the name of a rule base, and what `ExtractWork` takes.
  public static var settings: [SettingSpec] { [SettingSpec("rules", "要素规则库的名称")] + ExtractWork.settings }

  /// Finds the rule base and reads the rest.
  public func applying(_ settings: [JSONNode.Member]) throws(Diagnostic) -> NamedExtractWork {
    guard let name = settings.first(where: { $0.key == "rules" })?.node.string else {
      throw Diagnostic(
        .error, "RQ003", "请求里没有“rules”", fix: "写明规则库的名称：\(bases.names.joined(separator: "、"))")
    }
    var work = self
    work.work = try ExtractWork(rules: bases.compiled(name)).applying(settings)
    return work
  }

  /// Extracts with the rule base that was asked for.
  public func run(_ job: Job) -> JobResult {
    work?.run(job) ?? JobResult(diagnostics: [Diagnostic(.error, "RQ003", "没有指定规则库")])
  }
}

extension AgentTool {
  /// `extract` as a tool, with the rule bases that come with the program.
  public static func extract(_ bases: RuleBases) -> AgentTool {
    let door = JSONDoor(NamedExtractWork(bases))
    let rules = SettingSpec("rules", "要素规则库，与案由相符", choices: bases.names)
    return AgentTool(
      name: "extract", title: "提取案件事实",
      description: "按要素规则库从规整后的笔录、起诉状、答辩状或判决书里提取案件事实：值、原话、谁说的、对方认不认、还有什么没有查明。原始记录请先用 normalize 规整。",
      arguments: [Request.own[0], rules] + Request.own.filter { $0.key == "case" } + ExtractWork.settings,
      required: ["text", "rules"]
    ) { outcome(of: door.perform($0, in: $1, name: "text").result) }
  }
}
