import Doors
import Foundation
import TextCore
import Testing
import Transcript

/// One JSON request in, one JSON answer out.
@Suite struct JSONDoorTests {
  private let door = JSONDoor(NormalizeWork())
  private static let hearing = "审判员：现在开庭\n原告：借款一万二千元\n"

  private func answer(_ request: String) throws -> (JSONNode, Bool) {
    let answer = door.answer(Array(request.utf8))
    #expect(!answer.json.contains(0x0A))
    return (try JSONNode.parse(answer.json), answer.isDone)
  }

  private static func request(_ text: String, _ rest: String = "") -> String {
    "{\"id\":\"甲\",\"text\":\(JSONText.quoted(text))\(rest)}"
  }

  @Test func theAnswerIsWhatAFileGives() throws {
    let (answer, isDone) = try answer(Self.request(Self.hearing))
    let file = NormalizeWork().run(Job(name: "甲", bytes: Array(Self.hearing.utf8)))
    #expect(isDone)
    #expect(answer["id"]?.string == "甲")
    #expect(answer["text"]?.string == String(decoding: file.output, as: UTF8.self))
    #expect(answer["text"]?.string?.contains("12000元") == true)
  }

  @Test func recordsAreTheJSONLines() throws {
    let (answer, _) = try answer(Self.request(Self.hearing, ",\"format\":\"json\""))
    let records = answer["records"]?.array ?? []
    #expect(records.first?["type"]?.string == "begin")
    #expect(records.last?["type"]?.string == "end")
    let file = NormalizeWork(format: .json).run(Job(name: "甲", bytes: Array(Self.hearing.utf8)))
    #expect(records.count == file.output.count { $0 == 0x0A })
  }

  @Test func settingsAreThoseOfTheCommandLine() throws {
    let (only, _) = try answer(Self.request("原告：一万元，嗯，是的", ",\"only\":[\"numbers\"],\"form\":\"channel\""))
    #expect(only["text"]?.string == "原告：1万元，嗯，是的")
    let (named, _) = try answer(
      Self.request("发言人1 00:00:03\n我是原告", ",\"case\":{\"participants\":[{\"role\":\"原告\",\"name\":\"王芳\"}]}"))
    #expect(named["error"] == nil)
  }

  @Test(arguments: [
    ("", "RQ001"), ("{", "RQ001"), ("{\"text\":\"a\"} x", "RQ001"), ("[]", "RQ002"), ("\"原告\"", "RQ002"),
    ("{}", "RQ003"), ("{\"id\":\"a\"}", "RQ003"), ("{\"text\":3}", "RQ004"),
    ("{\"id\":[1],\"text\":\"a\"}", "RQ004"),
    ("{\"text\":\"a\",\"form\":\"channal\"}", "RQ004"), ("{\"text\":\"a\",\"only\":\"numbers\"}", "RQ004"),
    ("{\"text\":\"a\",\"only\":[\"number\"]}", "RQ004"), ("{\"text\":\"a\",\"text\":\"b\"}", "RQ005"),
    ("{\"text\":\"a\",\"case\":7}", "CF002"),
    ("{\"text\":\"\(String(repeating: "\\u0001", count: 40))\"}", "EN004"),
  ])
  func aBadRequestIsAnswered(_ request: String, _ code: String) throws {
    let (answer, isDone) = try answer(request)
    #expect(!isDone)
    #expect(answer["error"]?["code"]?.string == code)
    #expect(answer["error"]?["message"]?.string?.isEmpty == false)
    #expect(answer["text"] == nil)
  }

  @Test func whatIsNoUTF8IsRefused() throws {
    let bytes = Array("{\"text\":\"".utf8) + [0xB5, 0xB1] + Array("\"}".utf8)
    #expect(try JSONNode.parse(door.answer(bytes).json)["error"]?["code"]?.string == "RQ008")
  }

  @Test func anUnknownKeyIsAWarning() throws {
    let (answer, isDone) = try answer(Self.request("原告：是", ",\"frm\":\"channel\""))
    #expect(isDone)
    #expect(answer["diagnostics"]?.array.first?["code"]?.string == "RQ006")
    #expect(answer["diagnostics"]?.array.first?["fix"]?.string?.contains("是不是想写“form”") == true)
  }

  @Test(arguments: ["7", "-1.50", "\"a\\\"b\"", "null"])
  func theIdComesBackAsItWasWritten(_ id: String) throws {
    let answer = door.answer(Array("{\"id\":\(id),\"text\":\"原告：是\"}".utf8))
    #expect(String(decoding: answer.json, as: UTF8.self).hasPrefix("{\"id\":\(id),"))
  }
}
