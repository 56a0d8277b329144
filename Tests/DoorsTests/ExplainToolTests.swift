import Foundation
import Testing
import TextCore

@testable import Doors

/// The explanation that an assistant gets, over the rule bases of the project.
@Suite struct ExplainToolTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("rulebases")

  private func call(_ arguments: String) throws -> AgentTool.Outcome {
    let bytes = Array(arguments.utf8)
    let tool = AgentTool.explain(RuleBases(DataFiles(given: Self.folder.path, program: nil)))
    return tool.call(try JSONNode.parse(bytes).members, bytes)
  }

  @Test func whyAndWhyNot() throws {
    let outcome = try call(
      #"{"rules":"private-lending","element":"lending.rate.agreed","asked":"利率怎么约定的？","text":"两分。"}"#)
    let text = String(decoding: outcome.text, as: UTF8.self)
    #expect(!outcome.isError)
    #expect(text.contains("匹配“两分”，值 2%/月，肯定"))
    #expect(text.contains("没有出现"))
  }

  @Test(arguments: [
    (#"{"rules":"private-lending","element":"lending.rate.agred","text":"两分"}"#, "lending.rate.agreed"),
    (#"{"rules":"private-lendin","element":"x","text":"两分"}"#, "private-lending"),
    (#"{}"#, "可用的规则库"),
  ])
  func wrongNames(arguments: String, hint: String) throws {
    let outcome = try call(arguments)
    #expect(outcome.isError)
    #expect(String(decoding: outcome.text, as: UTF8.self).contains(hint))
  }
}
