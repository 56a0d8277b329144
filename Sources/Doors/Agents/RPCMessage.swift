import TextCore

/// One message of JSON-RPC 2.0 (https://www.jsonrpc.org/specification), as the Model Context Protocol sends it: one
/// JSON object on a line.
enum RPCMessage {
  /// Wants a reply; the id is a string or an integer, kept as it was written.
  case request(id: String, method: String, params: JSONNode?)
  /// Wants none.
  case notification(method: String, params: JSONNode?)
  /// A reply to a request that a server of tools never makes.
  case reply
  /// No message; the reply says why, with the id where there is one.
  case invalid(id: String, RPCError)

  /// Reads a message; never fails.
  init(_ bytes: [UInt8]) {
    guard bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) else {
      self = .invalid(id: "null", RPCError(.parse, "消息不是有效的 UTF-8"))
      return
    }
    do throws(JSONError) {
      self = Self.message(try JSONNode.parse(bytes), bytes)
    } catch {
      self = .invalid(id: "null", RPCError(.parse, "消息不是有效的 JSON：第 \(error.offset + 1) 字节，\(error.message)"))
    }
  }

  private static func message(_ node: JSONNode, _ bytes: [UInt8]) -> RPCMessage {
    guard case .object(let members) = node.value else {
      return .invalid(id: "null", RPCError(.invalidRequest, "消息应当是一个 JSON 对象；成批的消息不受理"))
    }
    let idNode = members.first { $0.key == "id" }?.node
    let id = idNode.flatMap { self.id($0, bytes) }
    guard node["jsonrpc"]?.string == "2.0" else {
      return .invalid(id: id ?? "null", RPCError(.invalidRequest, "缺少 \"jsonrpc\":\"2.0\""))
    }
    guard let method = node["method"]?.string else {
      let isReply = node["result"] != nil || node["error"] != nil
      return isReply ? .reply : .invalid(id: id ?? "null", RPCError(.invalidRequest, "缺少 method"))
    }
    guard idNode != nil else { return .notification(method: method, params: node["params"]) }
    guard let id else { return .invalid(id: "null", RPCError(.invalidRequest, "id 应当是字符串或整数")) }
    return .request(id: id, method: method, params: node["params"])
  }

  /// The id as JSON; nil when it is neither a string nor an integer of reasonable length.
  static func id(_ node: JSONNode, _ bytes: [UInt8]) -> String? {
    guard node.span.count <= 1024 else { return nil }
    if let text = node.string { return JSONText.quoted(text) }
    return node.int.map(String.init)
  }
}

/// Why a message gets an error for a reply.
struct RPCError: Error {
  /// The codes of JSON-RPC 2.0, section 5.1, and of the Model Context Protocol.
  enum Code: Int {
    case parse = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParams = -32602
    /// Too much is waiting already.
    case busy = -32000
    /// MCP 2026-07-28: the version of the request is not spoken here.
    case unsupportedVersion = -32022
  }

  let code: Code
  let message: String
  /// JSON; nil for none.
  let data: String?

  init(_ code: Code, _ message: String, data: String? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }
}

/// Writes replies, each one line with its line feed.
enum RPCReply {
  static func result(_ json: [UInt8], to id: String) -> [UInt8] {
    Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":".utf8) + json + [0x7D, 0x0A]
  }

  static func error(_ error: RPCError, to id: String) -> [UInt8] {
    var object = JSONObjectWriter()
    object.addRaw("code", String(error.code.rawValue))
    object.add("message", error.message)
    if let data = error.data { object.addRaw("data", data) }
    return Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"error\":\(object.text)}\n".utf8)
  }
}
