import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

/// The training corpus keeps the standard: a model learns every slip it is shown.
@Suite struct TrainingHearingsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Training/hearings")

  static let files: [(name: String, text: String)] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      (name, (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "")
    }
  }()

  @Test func thereAreHearings() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files.indices)
  func keepsTheForm(_ index: Int) throws {
    let (name, text) = Self.files[index]
    #expect(!text.contains("\r") && text.hasSuffix("\n"), "\(name)")
    let parts = text.components(separatedBy: "\n\n")
    #expect(parts.count == 2, "\(name): 抬头与正文之间恰好空一行")
    let fields = parts[0].split(separator: "\n").map { $0.prefix { $0 != "：" } }
    #expect(Array(fields.prefix(4)) == ["时间", "地点", "案号", "案由"], "\(name)")
    for line in parts[1].split(separator: "\n") {
      let pieces = line.split(separator: "：", maxSplits: 1)
      #expect(pieces.count == 2 && RoleLabel(text: String(pieces[0])) != nil, "\(name): \(line.prefix(20))")
      #expect("。？！”）》".contains(line.last ?? " "), "\(name): 没有收尾：\(line.suffix(12))")
      #expect(
        !line.contains { ",?!;:".contains($0) } || line.contains { $0.isASCII && $0.isLetter },
        "\(name): \(line)")
    }
    let length = parts.last?.filter { !$0.isWhitespace }.count ?? 0
    #expect((1_270...2_700).contains(length), "\(name): \(length) 字")
  }

  private static func withoutTitles(_ text: String) -> String {
    text.components(separatedBy: "《").map { part in
      part.range(of: "》").map { String(part[$0.upperBound...]) } ?? part
    }.joined()
  }

  /// No templates: no two hearings share 28 characters and digits of speech in a row, titles of statutes apart.
  @Test func noTwoHearingsShareALongPassage() {
    var owner: [[Unicode.Scalar]: String] = [:]
    for (name, text) in Self.files {
      let lines = text.components(separatedBy: "\n\n").dropFirst().joined().split(separator: "\n")
      let speech = lines.map { $0.drop { $0 != "：" } }.joined()
      let content = Array(Self.withoutTitles(speech).unicodeScalars)
        .filter { $0.properties.isIdeographic || ("0"..."9").contains($0) }
      guard content.count > 28 else { continue }
      for start in stride(from: 0, to: content.count - 28, by: 1) {
        let passage = Array(content[start..<start + 28])
        if let other = owner[passage], other != name {
          Issue.record("\(name) 与 \(other) 相同：\(String(String.UnicodeScalarView(passage)))")
          break
        }
        owner[passage] = name
      }
    }
  }
}

extension TrainingHearingsTests {
  /// Clean speech stays as it is: what the stages would change here is a slip of the author or of a rule.
  @Test func stagesFindAlmostNothingToDo() {
    var changes: [String] = []
    for (name, text) in Self.files {
      let draft = TranscriptReading.draft(SourceText(name: name, text)).draft
      let stages: [any Stage] = [EncodingStage(), WidthStage(), CleanupStage(), NumbersStage(), TermsStage()]
      for stage in stages {
        for edit in stage.edits(in: draft) {
          let after = String(decoding: edit.replacement, as: UTF8.self)
          changes.append("\(name): \(edit.rule) \(draft.text.string(edit.span)) → \(after)")
        }
      }
    }
    print("训练语料里会被改动的 \(changes.count) 处：\n" + changes.joined(separator: "\n"))
    #expect(changes.count <= 2 * Self.files.count)
  }
}
