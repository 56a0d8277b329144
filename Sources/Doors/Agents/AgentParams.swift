import TextCore

extension AgentServer {
  /// The parameters of a request, and how its result must be dressed.
  struct Params: Sendable {
    private static let versionKey = "io.modelcontextprotocol/protocolVersion"
    private let node: JSONNode?
    private let server: String
    /// True for revisions that carry their version in every request.
    private let isEnveloped: Bool

    /// Throws when the params are no object or ask for a revision that is not spoken here.
    init(_ node: JSONNode?, server: String) throws(RPCError) {
      switch node?.value {
      case nil, .object: break
      default: throw RPCError(.invalidParams, "params 应当是一个 JSON 对象")
      }
      let version = node?["_meta"]?[Self.versionKey]
      if let version, !AgentServer.envelopeVersions.contains(version.string ?? "") {
        guard let requested = version.string else { throw RPCError(.invalidParams, "协议版本应当是字符串") }
        let supported = JSONText.array(AgentServer.envelopeVersions.map(JSONText.quoted))
        throw RPCError(
          .unsupportedVersion, "不支持协议版本“\(requested)”",
          data: "{\"supported\":\(supported),\"requested\":\(JSONText.quoted(requested))}")
      }
      self.node = node
      self.server = server
      isEnveloped = version != nil
    }

    subscript(_ key: String) -> JSONNode? { node?[key] }

    /// A result of these members; enveloped revisions want its kind, who made it, and how long lists stay true.
    func result(_ members: [(String, String)], cacheable: Bool = false) -> [UInt8] {
      var object = JSONObjectWriter()
      for (key, json) in members { object.addRaw(key, json) }
      addEnvelope(&object)
      if isEnveloped, cacheable {
        object.add("ttlMs", 3_600_000)
        object.add("cacheScope", "public")
      }
      return Array(object.text.utf8)
    }

    /// The result of a tool call.
    func result(_ outcome: AgentTool.Outcome) -> [UInt8] {
      var json = Array("{\"content\":[{\"type\":\"text\",\"text\":".utf8)
      JSONText.appendQuoted(outcome.text[...], to: &json)
      json += Array("}],\"isError\":\(outcome.isError)".utf8)
      if let structured = outcome.structured { json += Array(",\"structuredContent\":\(structured)".utf8) }
      var rest = JSONObjectWriter()
      addEnvelope(&rest)
      let envelope = rest.text.dropFirst()
      return json + (envelope.count > 1 ? [0x2C] : []) + Array(envelope.utf8)
    }

    private func addEnvelope(_ object: inout JSONObjectWriter) {
      guard isEnveloped else { return }
      object.add("resultType", "complete")
      object.addRaw("_meta", "{\"io.modelcontextprotocol/serverInfo\":\(server)}")
    }
  }
}
