import TextCore

/// Reads `case.json` and says what in it is not understood.
struct CaseFileReader {
  private static let keys = [
    "id", "form", "cause", "court", "case_number", "procedure", "participants", "provided_to_tool",
  ]

  private let source: SourceText
  private var file = CaseFile()
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText) { self.source = source }

  static func read(_ source: SourceText) -> (file: CaseFile?, diagnostics: [Diagnostic]) {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONNode.parse(source.bytes)
    } catch {
      let place = Place(source, Span(error.offset, error.offset))
      let fix = error.advice(in: source.bytes) ?? "改正该处后重试"
      return (nil, [Diagnostic(.error, "CF001", "案件信息不是有效的 JSON：\(error.message)", at: place, fix: fix)])
    }
    guard case .object(let members) = root.value else {
      return (nil, [Diagnostic(.error, "CF002", "案件信息应当是一个 JSON 对象", at: Place(source, root.span))])
    }
    var reader = CaseFileReader(source)
    reader.read(members)
    return (reader.file, reader.diagnostics)
  }

  private mutating func read(_ members: [JSONNode.Member]) {
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        warn("CF003", "案件信息里“\(member.key)”出现了两次，以后一个为准", member.keySpan)
      }
      switch member.key {
      case "id": file.id = string(member)
      case "form": file.form = string(member)
      case "cause": file.cause = string(member)
      case "court": file.court = string(member)
      case "case_number": file.caseNumber = caseNumber(member)
      case "procedure": file.procedure = string(member)
      case "participants": file.participants = member.node.array.compactMap { participant($0) }
      case "provided_to_tool": file.providedToTool = member.node.bool ?? true
      default:
        warn(
          "CF004", "案件信息里的“\(member.key)”不认识，已忽略", member.keySpan,
          fix: "可用的项：\(Self.keys.joined(separator: "、"))")
      }
    }
  }

  private mutating func string(_ member: JSONNode.Member) -> String? {
    if member.node.value == .null { return nil }
    if member.node.string == nil { warn("CF005", "“\(member.key)”应当是字符串，已忽略", member.node.span) }
    return member.node.string
  }

  private mutating func caseNumber(_ member: JSONNode.Member) -> String? {
    let text = string(member)
    if let text, let problem = CaseNumber.validate(text) {
      warn("CF006", "案号“\(text)”可能有误：\(problem)", member.node.span)
    }
    return text
  }

  private mutating func participant(_ node: JSONNode) -> Participant? {
    for member in node.members where member.key != "role" && member.key != "name" {
      warn("CF004", "参加人的“\(member.key)”不认识，已忽略", member.keySpan, fix: "可用的项：role、name")
    }
    guard let role = node["role"]?.string, let name = node["name"]?.string, !name.isEmpty else {
      warn("CF005", "参加人应当有 role 和 name 两项，这一条已忽略", node.span)
      return nil
    }
    let participant = Participant(label: role, name: name)
    if participant.role == nil {
      warn(
        "CF006", "“\(role)”不是标准的角色名称，按姓名仍会使用", node["role"]?.span ?? node.span,
        fix: "例如：审判长、审判员、书记员、原告、被告一、被告代理人、第三人、证人")
    }
    return participant
  }

  private mutating func warn(_ code: String, _ message: String, _ span: Span<Source>, fix: String? = nil) {
    diagnostics.append(Diagnostic(.warning, code, message, at: Place(source, span), fix: fix))
  }
}
