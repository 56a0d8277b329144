import Doors
import Service
import TextCore
import Testing

/// What the server of tools says to each message; reading and threads are tested on the real process.
@Suite struct AgentServerTests {
  private let server = AgentServer(
    name: "courtnlp", version: "1", instructions: "工具",
    tools: [
      .work(name: "normalize", title: "规整", description: "规整笔录", NormalizeWork()),
      .serviceDeadline(.published),
    ])

  /// The reply to one message, whether given at once or by a call; nil for none. Every reply is one line.
  private func reply(_ message: String) throws -> JSONNode? {
    let line: [UInt8]
    switch server.step(Array(message.utf8)) {
    case .reply(let reply): line = reply
    case .run(_, let work): line = work()
    case .none, .cancel: return nil
    }
    #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
    let reply = try JSONNode.parse(line)
    #expect(reply["jsonrpc"]?.string == "2.0")
    return reply
  }

  private func result(_ method: String, _ params: String = "{}") throws -> JSONNode? {
    try reply("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\(method)\",\"params\":\(params)}")?["result"]
  }

  private func call(_ name: String, _ arguments: String) throws -> JSONNode? {
    try result("tools/call", "{\"name\":\"\(name)\",\"arguments\":\(arguments)}")
  }

  /// A known revision is taken up; for any other the newest of the handshake is offered.
  @Test(arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"),
    ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
  ])
  func theHandshakeSettlesTheRevision(_ asked: String, _ given: String) throws {
    let result = try result("initialize", "{\"protocolVersion\":\"\(asked)\",\"capabilities\":{}}")
    #expect(result?["protocolVersion"]?.string == given)
    #expect(result?["serverInfo"]?["name"]?.string == "courtnlp")
    #expect(result?["capabilities"]?["tools"] != nil)
    #expect(result?["resultType"] == nil)
  }

  @Test func aRequestThatCarriesItsRevisionIsAnsweredInIt() throws {
    let meta = "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}"
    let discovered = try result("server/discover", meta)
    #expect(discovered?["supportedVersions"]?.array.compactMap(\.string).contains("2026-07-28") == true)
    #expect(try result("tools/list", meta)?["resultType"]?.string == "complete")
    #expect(try result("tools/list", meta)?["ttlMs"]?.int != nil)
    let other = "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2030-01-01\"}}"
    let refused = try reply("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":\(other)}")
    #expect(refused?["error"]?["code"]?.int == -32022)
    #expect(refused?["error"]?["data"]?["supported"]?.array.first?.string == "2026-07-28")
  }

  @Test func theListHasASchemaForEveryTool() throws {
    let tools = try result("tools/list")?["tools"]?.array ?? []
    #expect(tools.compactMap { $0["name"]?.string } == ["normalize", "service_deadline"])
    for tool in tools {
      let schema = try #require(tool["inputSchema"])
      let properties = schema["properties"]?.members.map(\.key) ?? []
      #expect(schema["type"]?.string == "object")
      for name in schema["required"]?.array.compactMap(\.string) ?? [] { #expect(properties.contains(name)) }
      #expect(schema["properties"]?.members.allSatisfy { $0.node["description"] != nil } == true)
    }
  }

  @Test func aCallGivesWhatTheCommandGives() throws {
    let result = try call("normalize", "{\"text\":\"原告：借款一万二千元\",\"form\":\"channel\"}")
    #expect(result?["isError"]?.bool == false)
    #expect(result?["content"]?.array.first?["text"]?.string == "原告：借款12000元。\n")
    let deadline = try call("service_deadline", "{\"period\":\"15日\",\"from\":\"2025-09-16\"}")
    #expect(deadline?["structuredContent"]?["deadline"]?.string == "2025-10-09")
  }

  /// What an assistant can put right itself comes back as a result that says how.
  @Test(arguments: [
    ("normalize", "{}", "text"), ("normalize", "{\"text\":\"a\",\"level\":\"高\"}", "逐字"),
    ("service_deadline", "{\"period\":\"一阵子\",\"from\":\"2025-09-16\"}", "15日"),
    ("service_deadline", "{\"period\":\"15日\",\"from\":\"2025-02-30\"}", "YYYY-MM-DD"),
    ("service_deadline", "{\"period\":\"15日\",\"from\":\"2025-02-03\",\"rules\":\"x\"}", "civil"),
    ("service_deadline", "{\"from\":\"2025-02-03\"}", "15日"),
  ])
  func aWrongArgumentIsExplained(_ tool: String, _ arguments: String, _ hint: String) throws {
    let result = try call(tool, arguments)
    #expect(result?["isError"]?.bool == true)
    #expect(result?["content"]?.array.first?["text"]?.string?.contains(hint) == true)
  }

  @Test(arguments: [
    ("{", -32700, "null"), ("[]", -32600, "null"),
    ("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600, "null"),
    ("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600, "1"),
    ("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600, "1"),
    ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600, "null"),
    ("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600, "null"),
    ("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"resources/list\"}", -32601, "\"a\""),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":[]}", -32602, "1"),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}", -32602, "1"),
    (
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"normalise\"}}", -32602,
      "1"
    ),
    (
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"normalize\",\"arguments\":[]}}",
      -32602, "1"
    ),
  ])
  func aBadMessageIsRefused(_ message: String, _ code: Int, _ id: String) throws {
    let reply = try #require(try reply(message))
    #expect(reply["error"]?["code"]?.int == code)
    #expect(reply["id"].map { $0.string.map { "\"\($0)\"" } ?? $0.number ?? "null" } == id)
  }

  @Test(arguments: [
    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":[]}}",
  ])
  func notificationsGetNoReply(_ message: String) throws { #expect(try reply(message) == nil) }

  @Test func aCancellationNamesItsRequest() {
    let message =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"a\"}}"
    guard case .cancel(let id) = server.step(Array(message.utf8)) else { return #expect(Bool(false)) }
    #expect(id == "\"a\"")
  }
}
