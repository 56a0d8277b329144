import TextCore

/// One JSON request in, one JSON answer out: what a line of `--jsonl`, a call of the C interface and a tool of
/// `courtnlp serve` have in common.
///
/// Request: `{"id","text","case", settings of the work}`; only `text` is needed. Answer, on one line without its end:
/// `{"id","text"|"html"|"records","diagnostics"}`, and `"error"` (a diagnostic) when the work could not be done
/// whole. Any bytes are accepted; the answer is always valid JSON. Holds nothing between calls, so that any number
/// of threads may use one door.
public struct JSONDoor: Sendable {
  /// Largest request in bytes; a longer one is refused.
  public static let maximumSize = 64 << 20

  /// What is done with each request.
  public let work: any Work

  /// A door to this work.
  public init(_ work: any Work) { self.work = work }

  /// Answers one request; `number` is its place in the input, 1-based. Linear in the request.
  public func answer(_ request: [UInt8], number: Int = 1) -> Answer {
    guard request.count <= Self.maximumSize else { return tooLong(number: number) }
    guard request.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) else {
      return .failure(
        Diagnostic(.error, "RQ008", "请求不是有效的 UTF-8", fix: "JSON 只能用 UTF-8 编码（RFC 8259 第 8.1 条）"), number)
    }
    do throws(JSONError) {
      let root = try JSONNode.parse(request)
      guard case .object(let members) = root.value else {
        return .failure(
          Diagnostic(.error, "RQ002", "请求应当是一个 JSON 对象", fix: "例如 {\"id\":\"1\",\"text\":\"审判员：现在开庭\"}"),
          number)
      }
      return answer(members, in: request, number: number)
    } catch {
      return .failure(
        Diagnostic(
          .error, "RQ001", "请求不是有效的 JSON：第 \(error.offset + 1) 字节，\(error.message)", fix: "一行只写一个 JSON 对象"),
        number)
    }
  }

  private func answer(_ members: [JSONNode.Member], in bytes: [UInt8], number: Int) -> Answer {
    let (id, result) = perform(members, in: bytes, name: "第\(number)条")
    return Answer(id: id, result, number: number)
  }

  /// Does what a request asks whose members stand in `bytes`; `name` is what diagnostics call it without an id. Returns
  /// the id as JSON and the result.
  func perform(_ members: [JSONNode.Member], in bytes: [UInt8], name: String) -> (
    id: String, result: JobResult
  ) {
    let request = Request(members, in: bytes, name: name, known: type(of: work).settings)
    var result = JobResult(diagnostics: request.diagnostics)
    guard result.failure == nil else { return (request.id, result) }
    do throws(Diagnostic) {
      result = try work.applying(request.settings).run(request.job)
      result.diagnostics = request.diagnostics + result.diagnostics
    } catch {
      result.diagnostics.append(error)
    }
    return (request.id, result)
  }

  /// The answer to a request that is longer than `maximumSize`, of which nothing needs to be kept.
  public func tooLong(number: Int) -> Answer {
    .failure(
      Diagnostic(.error, "RQ007", "请求超过 \(Self.maximumSize >> 20) MiB，拒绝处理", fix: "一行只放一场庭审"), number)
  }
}
