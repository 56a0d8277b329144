import Foundation
import TextCore
import Testing

/// Every door passes the same hearing through and gives the same transcript, byte for byte.
@Suite struct EveryDoorTests {
  /// Raw hearings of the repository, with their case files.
  private static let hearings = ["case-01", "case-02", "case-04", "case-05", "case-06"]

  @Test(arguments: hearings)
  func theTranscriptIsTheSame(_ name: String) throws {
    let folder = Tool.root.appendingPathComponent("Tests/Gold/\(name)")
    let (raw, caseFile) = (
      folder.appendingPathComponent("raw.txt"), folder.appendingPathComponent("case.json")
    )
    let text = try String(contentsOf: raw, encoding: .utf8)
    let file = try Tool.run(["normalize", raw.path, "--case", caseFile.path]).output
    #expect(!file.isEmpty)
    #expect(try Tool.run(["normalize", "-", "--case", caseFile.path], text: text).output == file)
    let request = "{\"text\":\(JSONText.quoted(text)),\"case\":\(try Self.oneLine(caseFile))}"
    #expect(try line(request) == file)
    #expect(try tool(request) == file)
    #expect(try final(text, caseFile) == file)
  }

  private static func oneLine(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").joined()
  }

  private func line(_ request: String) throws -> String? {
    let answer = try Tool.run(["normalize", "--jsonl"], text: request + "\n").output
    return try JSONNode.parse(Array(answer.utf8))["text"]?.string
  }

  private func tool(_ request: String) throws -> String? {
    let call =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
      + "\"params\":{\"name\":\"normalize\",\"arguments\":\(request)}}\n"
    let reply = try JSONNode.parse(Array(try Tool.run(["serve"], text: call).output.utf8))
    return reply["result"]?["content"]?.array.first?["text"]?.string
  }

  private func final(_ text: String, _ caseFile: URL) throws -> String {
    try Tool.withFolder { folder in
      let path = folder.appendingPathComponent("定稿.txt").path
      _ = try Tool.run(["normalize", "--follow", "-o", path, "--case", caseFile.path], text: text)
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }
}
