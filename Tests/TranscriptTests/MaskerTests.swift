import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct MaskerTests {
  static func masked(_ text: String, _ people: [(String, String)] = []) -> MaskedText {
    let file = CaseFile(participants: people.map { Participant(label: $0.0, name: $0.1) })
    return Masker(caseFile: people.isEmpty ? nil : file).mask(SourceText(text))
  }

  @Test func fixtures() throws {
    for (line, before, after) in try FormStageTests.pairs("masking.txt") {
      let result = Self.masked(before)
      #expect(result.text.string == after, "masking.txt:\(line)")
      #expect(result.diagnostics.isEmpty, "masking.txt:\(line)")
    }
  }

  @Test func caseFileNamesAreFoundWhereverTheyStand() {
    let people = [
      ("审判员", "庞海"), ("原告", "覃桂英"), ("被告", "覃大山"), ("被告", "中山市伟盈灯饰有限公司（法定代表人欧阳炳坤）"), ("第三人", "乌云其木格"),
      ("原告代理人", "张三"),
    ]
    let text = "审判员庞海：秦桂英和覃桂英的钱张三转给欧阳炳坤了，中山市伟盈灯饰有限公司知道。覃大山、乌云其木格也在。"
    #expect(
      Self.masked(text, people).text.string
        == "审判员庞某：覃某和覃某的钱张某转给欧阳某了，中山市伟盈灯饰有限公司知道。覃某1、乌某也在。")
  }

  @Test func aMisheardPersonIsTheSamePerson() {
    #expect(Self.masked("原告孟秀兰诉被告，蒙秀兰说", [("原告", "蒙秀兰")]).text.string == "原告蒙某诉被告，蒙某说")
  }

  @Test func pseudonymsOfTheTextAreNotTaken() {
    #expect(Self.masked("证人张某作证，我叫张三。").text.string == "证人张某作证，我叫张某1。")
  }

  @Test func jsonEscapesHideNothing() {
    let text = "{\"text\":\"我叫\\u5f20\\u4e09，电话13912345678\"}"
    #expect(Self.masked(text).text.string == "{\"text\":\"我叫张某，电话×××××××××××\"}")
  }

  @Test func manyPeopleTakeLinearTime() {
    let text = (0..<5_000).map { number in
      let given = String(UnicodeScalar(0x4E00 + UInt32(number))!) + "山"
      return "我叫王\(given)，"
    }.joined()
    #expect(Self.masked(text).diagnostics.isEmpty)
  }

  /// All sums of money in digits.
  static func amounts(_ text: String) -> [String] {
    var sums: [String] = []
    var digits = ""
    for character in text {
      if character.isASCII && (character.isNumber || character == ".") {
        digits.append(character)
      } else {
        if character == "元", !digits.isEmpty { sums.append(digits) }
        digits = ""
      }
    }
    return sums
  }

  /// With the names of the environment variable a look at what is recognised without a case file.
  @Test func showsWhatIsRecognised() throws {
    guard ProcessInfo.processInfo.environment["SHOW_NAMES"] != nil,
      let folder = FormStageCorpusTests.folder("corpus-hearings")
    else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let result = Masker().mask(SourceText(name: name, text))
      for entry in result.mapping { print("\(name)\t\(entry.rule)\t\(entry.before)\t\(entry.after)") }
      for diagnostic in result.diagnostics { print("LEFT \(name) \(diagnostic)") }
    }
  }

  @Test func goldAndCorpusKeepNoIdentifier() throws {
    guard let folder = FormStageCorpusTests.folder("gold") else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let place = folder.appendingPathComponent(name)
      guard let json = try? String(contentsOf: place.appendingPathComponent("case.json"), encoding: .utf8),
        let file = CaseFile.read(SourceText(json)).file
      else { continue }
      for input in ["gold.txt", "raw.txt", "raw.json"] {
        guard let text = try? String(contentsOf: place.appendingPathComponent(input), encoding: .utf8) else {
          continue
        }
        let result = Masker(caseFile: file).mask(SourceText(name: name, text))
        #expect(result.diagnostics.isEmpty, "\(name)/\(input)")
        for person in file.participants.flatMap(\.names) where !OrganisationName.isOrganisation(person) {
          #expect(!result.text.string.contains(person), "\(name)/\(input)")
        }
        if let number = file.caseNumber, input == "gold.txt" {
          #expect(result.text.string.contains(number), "\(name)")
        }
        for kept in ["万", "%", "人民法院", "民初"] {
          #expect(
            result.text.string.split(separator: kept).count == text.split(separator: kept).count,
            "\(name)/\(input) \(kept)")
        }
        let (before, after) = (Self.amounts(text), Self.amounts(result.text.string))
        #expect(before == after, "\(name)/\(input)")
        #expect(result.text.string.filter { $0 == "\n" }.count == text.filter { $0 == "\n" }.count)
      }
    }
  }
}
