import Foundation
import TextCore
import Testing

/// Facts through every door are the facts of the file.
@Suite struct ExtractDoorTests {
  private static let rules = Tool.root.appendingPathComponent("rulebases/private-lending.json").path
  private static let hearing = "审判员：借款多少钱？\n原告：2023年3月1日我借给被告5万元。\n被告：对，是5万元。\n"

  private func file(_ options: [String]) throws -> String {
    try Tool.run(["extract", "--rules", Self.rules] + options, text: Self.hearing).output
  }

  @Test func aLineGivesTheFactsOfTheFile() throws {
    let line = "{\"id\":1,\"text\":\(JSONText.quoted(Self.hearing))}\n"
    let outcome = try Tool.run(["extract", "--rules", Self.rules, "--jsonl"], text: line)
    let answer = try JSONNode.parse(Array(outcome.output.utf8))
    #expect(outcome.code == 0)
    #expect(answer["text"]?.string == (try file([])))
  }

  @Test func aToolGivesTheFactsOfTheFile() throws {
    let arguments =
      "{\"text\":\(JSONText.quoted(Self.hearing)),\"rules\":\"private-lending\",\"format\":\"json\"}"
    let call =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"extract\",\"arguments\":\(arguments)}}\n"
    let reply = try JSONNode.parse(Array(try Tool.run(["serve"], text: call).output.utf8))
    let text = reply["result"]?["content"]?.array.first?["text"]?.string
    #expect(text == (try file(["--json"])))
    #expect(text?.isEmpty == false)
  }

  @Test func anUnknownRuleBaseIsExplained() throws {
    let call =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"extract\",\"arguments\":{\"text\":\"a\",\"rules\":\"../x\"}}}\n"
    let reply = try Tool.run(["serve"], text: call).output
    #expect(reply.contains("RQ009") && reply.contains("private-lending"))
  }
}
