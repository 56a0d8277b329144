import TextCore

/// The Model Context Protocol (https://modelcontextprotocol.io/specification) for a table of tools.
///
/// Pure: says for each message what is to be done; reading, writing and threads belong to the caller. Nothing is kept
/// between messages, so both eras of the protocol are served alike: revisions up to 2025-11-25 with the `initialize`
/// handshake, and 2026-07-28 with its version in every request.
public struct AgentServer: Sendable {
  /// What to do about a message.
  public enum Step: Sendable {
    /// Nothing.
    case none
    /// Send this line.
    case reply([UInt8])
    /// Run this, on any thread, and send the line it gives, unless the id is cancelled before.
    case run(id: String, @Sendable () -> [UInt8])
    /// Forget the request with this id.
    case cancel(id: String)
  }

  /// Longest message in bytes; a longer one is answered by `tooLong`.
  public static let maximumSize = 16 << 20

  static let handshakeVersions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]
  static let envelopeVersions = ["2026-07-28"]

  private let info: String
  private let instructions: String
  private let tools: [AgentTool]

  /// A server that calls itself by name and version.
  public init(name: String, version: String, instructions: String, tools: [AgentTool]) {
    var info = JSONObjectWriter()
    info.add("name", name)
    info.add("version", version)
    self.info = info.text
    self.instructions = instructions
    self.tools = tools
  }

  /// The reply to a message that was too long to be read.
  public static var tooLong: [UInt8] {
    RPCReply.error(RPCError(.invalidRequest, "消息超过 \(maximumSize >> 20) MiB，拒绝处理"), to: "null")
  }

  /// The reply to a request that comes while too many are waiting.
  public static func busy(id: String) -> [UInt8] {
    RPCReply.error(RPCError(.busy, "等待处理的请求太多，请收到答复后再发"), to: id)
  }

  /// The reply to a request whose id another one still waiting has.
  public static func duplicate(id: String) -> [UInt8] {
    RPCReply.error(RPCError(.invalidRequest, "这个 id 的请求还没有答复，不能再用"), to: id)
  }

  /// Looks at one line. Linear in its length.
  public func step(_ line: [UInt8]) -> Step {
    switch RPCMessage(line) {
    case .invalid(let id, let error): return .reply(RPCReply.error(error, to: id))
    case .reply: return .none
    case .notification("notifications/cancelled", let params):
      guard let id = params?["requestId"].flatMap({ RPCMessage.id($0, line) }) else { return .none }
      return .cancel(id: id)
    case .notification: return .none
    case .request(let id, let method, let params):
      do throws(RPCError) {
        return try request(id, method, Params(params, server: info), line)
      } catch {
        return .reply(RPCReply.error(error, to: id))
      }
    }
  }

  private func request(
    _ id: String, _ method: String, _ params: Params, _ line: [UInt8]
  ) throws(RPCError) -> Step {
    switch method {
    case "initialize": return .reply(RPCReply.result(initialized(params), to: id))
    case "server/discover": return .reply(RPCReply.result(params.result(discovery, cacheable: true), to: id))
    case "ping": return .reply(RPCReply.result(params.result([]), to: id))
    case "tools/list":
      let list = [("tools", JSONText.array(tools.map(\.listing)))]
      return .reply(RPCReply.result(params.result(list, cacheable: true), to: id))
    case "tools/call": return try call(id, params, line)
    default: throw RPCError(.unknownMethod, "没有方法“\(method)”")
    }
  }

  private func initialized(_ params: Params) -> [UInt8] {
    let wanted = params["protocolVersion"]?.string ?? ""
    let version = Self.handshakeVersions.contains(wanted) ? wanted : Self.handshakeVersions.last ?? ""
    return params.result([
      ("protocolVersion", JSONText.quoted(version)), ("capabilities", "{\"tools\":{}}"), ("serverInfo", info),
      ("instructions", JSONText.quoted(instructions)),
    ])
  }

  private var discovery: [(String, String)] {
    let versions = (Self.handshakeVersions + Self.envelopeVersions).map(JSONText.quoted)
    return [
      ("supportedVersions", JSONText.array(versions)), ("capabilities", "{\"tools\":{}}"),
      ("instructions", JSONText.quoted(instructions)),
    ]
  }

  private func call(_ id: String, _ params: Params, _ line: [UInt8]) throws(RPCError) -> Step {
    guard let name = params["name"]?.string else { throw RPCError(.invalidParams, "缺少工具的名称 name") }
    guard let tool = tools.first(where: { $0.name == name }) else {
      let names = tools.map(\.name)
      let meant = NearestWord.find(name, in: names).map { "，是不是想用“\($0)”" } ?? ""
      throw RPCError(.invalidParams, "没有工具“\(name)”\(meant)；可用的工具：\(names.joined(separator: "、"))")
    }
    let arguments: [JSONNode.Member]
    switch params["arguments"]?.value {
    case nil, .null: arguments = []
    case .object(let members): arguments = members
    default: throw RPCError(.invalidParams, "arguments 应当是一个 JSON 对象")
    }
    return .run(id: id) { RPCReply.result(params.result(tool.call(arguments, line)), to: id) }
  }
}
