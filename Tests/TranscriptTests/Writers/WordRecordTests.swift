import Foundation
import TextCore
import Testing

@testable import Documents
@testable import Transcript

/// What a clerk sees in Word is the text output; accepting or rejecting every change gives output or source.
struct WordRecordTests {
  static let hearings = [
    "审:嗯现在开庭\n原:好的好的\n\n被：借了三万五千块\r\n（休庭十分钟）\n审：继续",
    "发言人1 00:00:03\n现在开庭，原告到庭了吗\n\n发言人2 00:00:05\n到了\n",
    "{\"sentence_info\":[{\"spk\":0,\"start\":1,\"end\":2,\"text\":\"现在\\n开庭\"},{\"spk\":1,\"start\":3,\"end\":4,\"text\":\"a<b&c\"}]}",
    "时间：二零二四年五月六号\n\n审判员：\t现在开庭\n现在\u{FFFE}核对身份\n原告：好", "", "\n\n", "今天开庭审理一个借贷的案子",
  ]

  private static func normalized(_ text: String) -> Normalized { Normalizer.normalize(SourceText(text)) }

  private static func xml(_ bytes: [UInt8], _ part: String = "word/document.xml") throws -> [UInt8] {
    try #require(try ZipArchive(bytes).contents(part, limit: 1 << 24))
  }

  /// Paragraphs of the file with all changes taken back (`isAccepted` false) or taken over, joined by line feeds.
  private static func text(_ bytes: [UInt8], isAccepted: Bool) throws -> String {
    var scanner = try XMLScanner(xml(bytes))
    var (text, isOpen, isMarkRemoved, isInProperties) = ("", false, false, false)
    let gone = isAccepted ? "del" : "ins"
    while true {
      switch try scanner.next() {
      case .start(let name) where name.local == "pPr": isInProperties = true
      case .start(let name) where name.local == gone && isInProperties: isMarkRemoved = true
      case .start(let name) where name.local == gone: try scanner.skipElement()
      case .start(let name) where name.local == "tab": text += "\t"
      case .start(let name): isOpen = name.local == "t" || name.local == "delText"
      case .text(let range):
        if isOpen { text += String(decoding: try scanner.resolved(range), as: UTF8.self) }
      case .end(let name) where name.local == "pPr": isInProperties = false
      case .end(let name) where name.local == "p":
        if !isMarkRemoved { text += "\n" }
        isMarkRemoved = false
      case .end: isOpen = false
      case .literal: break
      case .finished: return String(text.dropLast())
      }
    }
  }

  /// Text as XML can hold it, without carriage returns.
  private static func holdable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      scalars.append(scalar.value == 0xFFFE ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  @Test(arguments: hearings)
  func rejectingAllGivesTheSource(_ hearing: String) throws {
    let bytes = WordRecord.bytes(Self.normalized(hearing), court: "某某人民法院", trackedOn: "2026-03-02T09:00:00Z")
    #expect(try Self.text(bytes, isAccepted: false) == Self.holdable(hearing))
  }

  @Test(arguments: hearings)
  func acceptingAllGivesTheOutputBetweenTitleAndSignatures(_ hearing: String) throws {
    let result = Self.normalized(hearing)
    let tracked = WordRecord.bytes(result, trackedOn: "2026-03-02T09:00:00Z")
    let accepted = try Self.text(tracked, isAccepted: true)
    #expect(accepted.hasPrefix("庭审笔录\n" + Self.holdable(result.draft.text.string)))
    #expect(accepted.hasSuffix("审判员：\t\n书记员：\t"))
  }

  /// Title and signatures are no speech: what was written is read back as the same transcript.
  @Test(arguments: [hearings[0], "时间：二零二四年五月六号\n\n审判员：现在开庭\n原告：好\n书记员：宣布法庭纪律\n"])
  func readBackItIsTheSame(_ hearing: String) throws {
    let output = Self.normalized(hearing).draft.text.string
    for date in [nil, "2026-03-02T09:00:00Z"] {
      let bytes = WordRecord.bytes(Self.normalized(hearing), court: "江州市某某区人民法院", trackedOn: date)
      let source = try WordDocument.read(bytes, name: "x.docx").source
      #expect(
        Normalizer.normalize(source).draft.text.string
          == Normalizer.normalize(SourceText(output)).draft.text.string)
    }
  }

  /// Lines are sentences, no hearing: nothing stands around them.
  @Test func linesHaveNoTitleAndNoSignatures() throws {
    var options = NormalizeOptions()
    options.isLines = true
    let result = Normalizer.normalize(SourceText("借了三万五千块\n\n嗯是的\n"), options)
    for date in [nil, "2026-03-02T09:00:00Z"] {
      let bytes = WordRecord.bytes(result, court: "某某人民法院", trackedOn: date)
      #expect(try Self.text(bytes, isAccepted: true) == result.draft.text.string)
    }
  }

  @Test func everybodySignsTheCourtLast() throws {
    let hearing = "书记员：请坐\n审判长：开庭\n被告：好\n原告：好\n证人：好\n发言人7：好\n"
    let text = try Self.text(WordRecord.bytes(Self.normalized(hearing)), isAccepted: true)
    let signers = text.split(separator: "\n").filter { $0.hasSuffix("：\t") }.map { $0.dropLast(2) }
    #expect(signers == ["原告", "被告", "证人", "审判长", "书记员"])
  }

  @Test func everyChangeHasItsOwnNumberAndAuthor() throws {
    let bytes = WordRecord.bytes(Self.normalized(Self.hearings[0]), trackedOn: "2026-03-02T09:00:00Z")
    var scanner = try XMLScanner(Self.xml(bytes))
    var (numbers, authors): (Set<String>, Set<String>) = ([], [])
    while case let event = try scanner.next(), event != .finished {
      guard case .start(let name) = event, name.local == "ins" || name.local == "del" else { continue }
      #expect(numbers.insert(try scanner.value("id") ?? "").inserted)
      authors.insert(try scanner.value("author") ?? "")
      #expect(try scanner.value("date") == "2026-03-02T09:00:00Z")
    }
    #expect(authors.isSuperset(of: ["courtnlp 版式", "courtnlp 数字", "courtnlp 标点", "courtnlp 角色与分段"]))
  }

  /// Every part is well-formed, and the same result always gives the same bytes.
  @Test func partsAreXML() throws {
    let bytes = WordRecord.bytes(Self.normalized(Self.hearings[0]))
    #expect(bytes == WordRecord.bytes(Self.normalized(Self.hearings[0])))
    for part in [
      "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
      "word/styles.xml",
      "word/settings.xml", "word/footer1.xml",
    ] {
      var scanner = try XMLScanner(Self.xml(bytes, part))
      while try scanner.next() != .finished {}
    }
  }
}
