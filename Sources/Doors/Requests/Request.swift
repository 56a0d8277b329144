import ChineseText
import TextCore

/// One request as JSON: `{"id","text","case", and the settings of the work}`.
struct Request {
  /// The id as it was written, for the answer; `null` when there is none.
  private(set) var id = "null"
  /// What to work on.
  private(set) var job: Job
  /// Settings of the work, in the order of the request.
  private(set) var settings: [JSONNode.Member] = []
  /// What in the request was not understood.
  private(set) var diagnostics: [Diagnostic] = []

  /// What every request may carry.
  static let own = [
    SettingSpec("text", "要处理的文字"),
    SettingSpec("case", "案件信息，内容同 case.json：participants（role、name）、case_number、cause、court", kind: .object),
    SettingSpec("id", "原样写回的编号"),
  ]
  /// Longest id, in bytes of its JSON.
  private static let longestID = 1024

  /// Reads the members of a request, which stand in `bytes`; `name` is what diagnostics call it without an id.
  init(_ members: [JSONNode.Member], in bytes: [UInt8], name: String, known: [SettingSpec]) {
    job = Job(name: name, bytes: [], encoding: .utf8)
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        refuse("RQ005", "请求里“\(member.key)”出现了两次", fix: "每一项只写一次")
      }
      take(member, bytes, known)
    }
    if !seen.contains("text") {
      refuse("RQ003", "请求里没有“text”", fix: "把要处理的文字写在 text 里，例如 {\"id\":\"1\",\"text\":\"审判员：现在开庭\"}")
    }
  }

  private mutating func take(_ member: JSONNode.Member, _ bytes: [UInt8], _ known: [SettingSpec]) {
    switch member.key {
    case "id": take(id: member.node, bytes)
    case "text": take(text: member.node)
    case "case": take(caseFile: member.node, bytes)
    case let key where known.contains { $0.key == key }: settings.append(member)
    default: unknown(member.key, known)
    }
  }

  private mutating func take(id node: JSONNode, _ bytes: [UInt8]) {
    switch node.value {
    case .null: return
    case .string,
      .number where node.span.count <= Self.longestID:
      let written = String(decoding: bytes[node.span.range], as: UTF8.self)
      id = node.string == nil ? written : "\"\(written)\""
      job.name = node.string ?? written
    default: refuse("RQ004", "请求里的“id”应当是不超过 \(Self.longestID) 字节的字符串或数字", fix: "换一个 id")
    }
  }

  private mutating func take(text node: JSONNode) {
    guard let text = node.string else { return refuse("RQ004", "请求里的“text”应当是字符串", fix: "检查生成请求的程序") }
    job.bytes = Array(text.utf8)
  }

  private mutating func take(caseFile node: JSONNode, _ bytes: [UInt8]) {
    if node.value == .null { return }
    let source = SourceText(name: "\(job.name) 的 case", bytes: Array(bytes[node.span.range]))
    let (file, found) = CaseFile.read(source)
    job.caseFile = file
    diagnostics += found
  }

  private mutating func unknown(_ key: String, _ known: [SettingSpec]) {
    let keys = (Self.own + known).map(\.key)
    let meant = NearestWord.find(key, in: keys).map { "是不是想写“\($0)”？" } ?? ""
    diagnostics.append(
      Diagnostic(
        .warning, "RQ006", "请求里的“\(key)”不认识，已忽略", fix: meant + "可用的项：\(keys.joined(separator: "、"))"))
  }

  private mutating func refuse(_ code: String, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, code, message, fix: fix))
  }
}
