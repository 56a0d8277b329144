import Foundation
import TextCore
import Testing

/// `courtnlp serve` as a process: threads, cancellation, bounds. What is said to each message is in `AgentServerTests`.
@Suite struct ServeTests {
  private static let long = String(repeating: "审判员：现在开庭\n原告：借款一万二千元\n", count: 1500)

  private func call(_ id: Int, _ text: String) -> String {
    let arguments = "{\"text\":\(JSONText.quoted(text))}"
    return "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"tools/call\","
      + "\"params\":{\"name\":\"normalize\",\"arguments\":\(arguments)}}\n"
  }

  private func ids(_ lines: String) throws -> [Int?] {
    let outcome = try Tool.run(["serve", "--jobs", "2"], text: lines)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return try outcome.output.split(separator: "\n").map { try JSONNode.parse(Array($0.utf8))["id"]?.int }
  }

  @Test func aQuickCallDoesNotWaitForASlowOne() throws {
    #expect(try ids(call(1, Self.long) + call(2, "原告：是")) == [2, 1])
  }

  @Test func aCancelledCallIsNotAnswered() throws {
    let cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}\n"
    #expect(try ids(call(1, Self.long) + cancel + call(3, "原告：是")) == [3])
  }

  /// The id may be used again at once; the old call's result never comes under it.
  @Test func anIdMayBeUsedAgainAfterItsCancellation() throws {
    let cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}\n"
    let outcome = try Tool.run(["serve"], text: call(1, Self.long) + cancel + call(1, "原告：是"))
    let replies = outcome.output.split(separator: "\n")
    #expect(replies.count == 1 && replies[0].contains("原告：是。"))
  }

  @Test func whatIsTooLongIsRefusedAndTheNextIsAnswered() throws {
    let long = "{\"a\":\"" + String(repeating: "a", count: 17 << 20) + "\"}\n"
    #expect(try ids(long + "\n" + call(2, "原告：是")) == [nil, 2])
  }
}
