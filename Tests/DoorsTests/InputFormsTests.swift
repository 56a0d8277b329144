import Documents
import Doors
import Testing
import Transcript

/// The same hearing gives the same transcript, byte for byte, whatever file it comes in.
@Suite struct InputFormsTests {
  private static let turns = [
    ("审判员", "嗯现在开庭先核对当事人身份"), ("原告", "陈静一九八零年三月十二号出生"), ("被告", "借款三万五千块钱没有意义"),
    ("审判员", "原告有什么证据"), ("原告", "借条一张转账记录一份"),
  ]
  private static let text = turns.map { "\($0)：\($1)\n" }.joined()

  private static func normalized(_ bytes: [UInt8], _ format: OutputFormat = .text) -> [UInt8] {
    let result = NormalizeWork(format: format).run(Job(name: "庭审", bytes: bytes))
    #expect(result.failure == nil)
    return result.output
  }

  private static func word(_ lines: [[String]]) -> [UInt8] {
    var package = WordPackage()
    for line in lines {
      var paragraph = WordParagraph(.turn)
      paragraph.runs = line.map { WordRun(Array($0.utf8)[...]) }
      package.add(paragraph)
    }
    return package.bytes
  }

  private static func clock(_ index: Int) -> String { "00:00:0\(index)" }

  static let files: [(String, [UInt8])] = [
    ("Windows line ends", Array(text.replacing("\n", with: "\r\n").utf8)),
    ("UTF-16", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("Word, a paragraph for each turn", word(turns.map { ["\($0)：\($1)"] })),
    ("Word, a run for each character", word(turns.map { ("\($0)：\($1)").map(String.init) })),
    ("Word, cells", word(turns.map { [$0, "\t", $1] })),
    (
      "SubRip",
      Array(
        turns.enumerated().map { "\($0 + 1)\n\(clock($0)),000 --> \(clock($0)),900\n\($1.0)：\($1.1)\n\n" }
          .joined().utf8)
    ),
    (
      "WebVTT",
      Array(
        ("WEBVTT\n\n"
          + turns.enumerated().map { "\(clock($0)).000 --> \(clock($0)).900\n<v \($1.0)>\($1.1)\n\n" }
          .joined())
          .utf8)
    ),
    (
      "WhisperX",
      Array(
        ("{\"segments\":["
          + turns.enumerated().map {
            "{\"start\":\($0).0,\"end\":\($0).9,\"text\":\" \($1.1)\",\"words\":[],\"speaker\":\"\($1.0)\"}"
          }
          .joined(separator: ",") + "],\"language\":\"zh\"}").utf8)
    ),
    (
      "FunASR",
      Array(
        ("[{\"sentence_info\":["
          + turns.enumerated().map {
            "{\"text\":\"\($1.1)\",\"start\":\($0 * 1000),\"end\":\($0 * 1000 + 900),\"spk\":\"\($1.0)\"}"
          }
          .joined(separator: ",") + "]}]").utf8)
    ),
  ]

  @Test(arguments: files)
  func theTranscriptIsTheSame(_ name: String, _ bytes: [UInt8]) {
    let (text, expected) = (Self.normalized(bytes), Self.normalized(Array(Self.text.utf8)))
    #expect(String(decoding: text, as: UTF8.self) == String(decoding: expected, as: UTF8.self), "\(name)")
  }

  /// A transcript that went out as Word or as subtitles and comes in again is not changed.
  @Test(arguments: [OutputFormat.docx, .srt, .vtt])
  func outAndInAgain(_ format: OutputFormat) throws {
    let srt = try #require(Self.files.first { $0.0 == "SubRip" }).1
    let expected = Self.normalized(srt)
    let again = Self.normalized(Self.normalized(srt, format))
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test func aBrokenWordFileIsAnError() {
    let broken = Array(Self.word([["审判员：开庭"]]).dropLast(9))
    let result = NormalizeWork().run(Job(name: "庭审.docx", bytes: broken))
    #expect(result.failure?.code == "WD001")
    #expect(result.output.isEmpty)
  }
}
