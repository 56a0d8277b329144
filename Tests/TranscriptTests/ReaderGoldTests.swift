import Foundation
import TextCore
import Testing

@testable import Transcript

/// Each raw file of the gold hearings, read twice: by the readers, and here by the simplest means.
struct ReaderGoldTests {
  static let gold = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/gold").standardized
  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: gold.path)) ?? []).sorted()

  struct Segment: Decodable {
    let text: String
    let spk: Int
  }
  struct Info: Decodable { let sentence_info: [Segment] }
  struct Case: Decodable { let form: String }

  @Test func goldIsThere() { if Self.cases.isEmpty { print("跳过：没有找到 \(Self.gold.path)") } }

  @Test(arguments: cases)
  func turnsAreTheSegmentsOfTheRawFile(_ name: String) throws {
    let folder = Self.gold.appendingPathComponent(name)
    let form = try JSONDecoder().decode(
      Case.self, from: Data(contentsOf: folder.appendingPathComponent("case.json"))
    ).form
    let file = form == "json" ? "raw.json" : "raw.txt"
    let raw = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let reading = TranscriptReading.draft(SourceText(raw))
    #expect(reading.form.rawValue == form)
    #expect(reading.diagnostics.map(\.message) == [])
    let draft = reading.draft
    let found = draft.turns.map { draft.speakers[$0.speaker].key + "|" + draft.string($0) }
    #expect(found == (try Self.segments(raw, form)))
  }

  static func segments(_ raw: String, _ form: String) throws -> [String] {
    if form == "json" {
      return try JSONDecoder().decode(Info.self, from: Data(raw.utf8)).sentence_info.map {
        "\($0.spk)|\($0.text)"
      }
    }
    let lines = raw.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty
    }
    switch form {
    case "plain": return lines.map { "|" + $0 }
    case "diarized": return diarized(lines)
    default: return labelled(lines)
    }
  }

  static func diarized(_ lines: [String]) -> [String] {
    var id = ""
    return lines.compactMap { line in
      guard line.hasPrefix("发言人"), line.hasSuffix(line.suffix(3)),
        line.contains(" 00:") || line.contains(" 01:")
      else {
        return id + "|" + line
      }
      id = String(line.prefix { $0 != " " })
      return nil
    }
  }

  static func labelled(_ lines: [String]) -> [String] {
    let fields: Set<Substring> = ["时间", "地点", "案号", "案由"]
    var found: [String] = []
    for line in lines {
      let label = line.prefix { $0 != "：" && $0 != ":" }
      if fields.contains(label) { continue }
      if line.hasPrefix("（") || line.hasPrefix("(") {
        found.append("旁白|" + line)
      } else if label.count < line.count, label.count <= 8 {
        found.append(label + "|" + line.dropFirst(label.count + 1).trimmingCharacters(in: .whitespaces))
      } else {
        found[found.count - 1] += line
      }
    }
    return found
  }
}
