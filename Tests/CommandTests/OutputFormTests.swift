import Documents
import Foundation
import Testing

/// `--format` and where its result may go.
@Suite struct OutputFormTests {
  private static let hearing = "审判员：嗯现在开庭\n原告：借了三万五千块\n"

  @Test func aWordFileGoesOutAndComesIn() throws {
    try Tool.withFolder { folder in
      let (raw, word) = (folder.appendingPathComponent("raw.txt"), folder.appendingPathComponent("a.docx"))
      try Data(Self.hearing.utf8).write(to: raw)
      let plain = try Tool.run(["normalize", raw.path])
      for options in [[], ["--tracked", "--now", "2026-03-02T09:00:00"]] {
        let made = try Tool.run(
          ["normalize", raw.path, "--format", "docx", "-o", word.path, "--force"] + options)
        #expect(made.code == 0)
        #expect(WordDocument.isWord(Array(try Data(contentsOf: word))))
        #expect(try Tool.run(["normalize", word.path]).output == plain.output)
        #expect(try Tool.run(["mask", word.path]).code == 0)
      }
    }
  }

  @Test func severalHearingsNeedAFolder() throws {
    try Tool.withFolder { folder in
      let files = ["a.txt", "b.txt"].map { folder.appendingPathComponent($0) }
      for file in files { try Data(Self.hearing.utf8).write(to: file) }
      let made = try Tool.run(
        ["normalize", "--format", "docx", "--output-dir", folder.path] + files.map(\.path))
      #expect(made.code == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
          "a.docx", "a.txt", "b.docx", "b.txt",
        ])
    }
  }

  @Test(arguments: [
    ["--format", "docx", "-o", "x.docx", "a.txt", "b.txt"], ["--format", "srt", "a.txt", "b.txt"],
    ["--format", "docx", "--in-place", "a.docx"], ["--in-place", "a.docx"], ["--tracked"],
    ["--format", "docx", "--tracked", "--now", "昨天", "-o", "x.docx"],
  ])
  func refused(_ words: [String]) throws {
    #expect(try Tool.run(["normalize"] + words, text: Self.hearing).code == 64)
  }

  @Test func subtitlesNeedTimes() throws {
    let outcome = try Tool.run(["normalize", "--format", "vtt"], text: Self.hearing)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("TR010"))
  }

  @Test func aBrokenWordFileIsNamed() throws {
    let outcome = try Tool.run(
      ["normalize"], input: Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 99)))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("WD001"))
  }
}
