import TextCore

/// One tool that an assistant may call: one entry of the table that `AgentServer` serves.
public struct AgentTool: Sendable {
  /// What a call gives.
  public struct Outcome: Sendable {
    /// What the assistant reads; for text, byte for byte what the command writes.
    public var text: [UInt8]
    /// The same for programs, a JSON object; nil when the text is all.
    public var structured: String?
    /// True when the call could not be done; the text says why and what to do.
    public var isError = false

    /// An outcome.
    public init(text: [UInt8], structured: String? = nil, isError: Bool = false) {
      self.text = text
      self.structured = structured
      self.isError = isError
    }
  }

  /// `[a-z_]`, unique in the table.
  public let name: String
  /// A short Chinese title.
  public let title: String
  /// What the tool does, when to use it, what it gives.
  public let description: String
  /// The arguments, for the schema.
  public let arguments: [SettingSpec]
  /// Arguments that must be there.
  public let required: [String]
  /// Answers a call whose arguments stand in the bytes. Never fails.
  public let call: @Sendable ([JSONNode.Member], [UInt8]) -> Outcome

  /// A tool.
  public init(
    name: String, title: String, description: String, arguments: [SettingSpec], required: [String],
    call: @escaping @Sendable ([JSONNode.Member], [UInt8]) -> Outcome
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.arguments = arguments
    self.required = required
    self.call = call
  }

  /// A tool that does a work on the text it is given: the arguments are those of a line of `--jsonl`.
  public static func work(name: String, title: String, description: String, _ work: any Work) -> AgentTool {
    let door = JSONDoor(work)
    let own = Request.own.filter { $0.key != "id" }
    return AgentTool(
      name: name, title: title, description: description, arguments: own + type(of: work).settings,
      required: ["text"]
    ) { outcome(of: door.perform($0, in: $1, name: "text").result) }
  }

  static func outcome(of result: JobResult) -> Outcome {
    let renderer = DiagnosticRenderer()
    let found = JSONText.array(result.diagnostics.map(renderer.json))
    guard let failure = result.failure else {
      return Outcome(text: result.format.asText(result.output), structured: "{\"diagnostics\":\(found)}")
    }
    return Outcome(
      text: Array(renderer.text(failure).utf8), structured: "{\"diagnostics\":\(found)}", isError: true)
  }

  /// The entry of `tools/list`.
  var listing: String {
    var properties = JSONObjectWriter()
    for argument in arguments { properties.addRaw(argument.key, argument.schema) }
    var schema = JSONObjectWriter()
    schema.add("type", "object")
    schema.addRaw("properties", properties.text)
    schema.add("required", required)
    schema.addRaw("additionalProperties", "false")
    var tool = JSONObjectWriter()
    tool.add("name", name)
    tool.add("title", title)
    tool.add("description", description)
    tool.addRaw("inputSchema", schema.text)
    tool.addRaw("annotations", "{\"readOnlyHint\":true,\"idempotentHint\":true,\"openWorldHint\":false}")
    return tool.text
  }
}
