import TextCore

/// The answer to one request.
public struct Answer: Sendable {
  /// One JSON object without line end.
  public let json: [UInt8]
  /// False when the object has an `error`.
  public let isDone: Bool

  init(id: String, _ result: JobResult, number: Int) {
    let renderer = DiagnosticRenderer()
    var json = Array("{\"id\":\(id)".utf8)
    if let failure = result.failure {
      json += Array(",\"number\":\(number),\"error\":\(renderer.json(failure))".utf8)
    }
    if result.failure == nil || !result.output.isEmpty { result.format.append(result.output, to: &json) }
    json += Array(",\"diagnostics\":\(JSONText.array(result.diagnostics.map(renderer.json)))}".utf8)
    self.json = json
    isDone = result.failure == nil
  }

  /// An answer to what could not be understood as a request at all.
  static func failure(_ diagnostic: Diagnostic, _ number: Int) -> Answer {
    Answer(id: "null", JobResult(diagnostics: [diagnostic]), number: number)
  }
}
