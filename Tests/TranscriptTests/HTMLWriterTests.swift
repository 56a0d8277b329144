import Foundation
import TextCore
import Testing

@testable import Transcript

struct HTMLWriterTests {
  static func page(_ draft: Draft, diagnostics: [Diagnostic] = []) -> String {
    String(
      decoding: HTMLWriter.bytes(Normalized(draft: draft, form: .plain, diagnostics: diagnostics)),
      as: UTF8.self)
  }

  /// The text of one column, tags removed and entities resolved.
  static func column(_ name: String, _ html: String) -> String {
    let cells = html.components(separatedBy: "<div class=\"\(name)\">").dropFirst()
    let texts = cells.map { $0.components(separatedBy: "</div>")[0] }
    var text = ""
    var inTag = false
    for character in texts.joined().unicodeScalars {
      if character == "<" {
        inTag = true
      } else if character == ">", inTag {
        inTag = false
      } else if !inTag {
        text.unicodeScalars.append(character)
      }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  static func bare(_ text: String) -> String { text.replacingOccurrences(of: "\n", with: "") }

  @Test(arguments: ReaderTests.names)
  func columnsHoldTheWholeSourceAndTheWholeOutput(_ name: String) throws {
    let draft = LayoutTests.laidOut(try ReaderTests.fixture(name).input)
    let html = Self.page(draft)
    #expect(
      Self.bare(Self.column("l", html))
        == Self.bare(draft.text.source.string(Span(0, draft.text.source.bytes.count))))
    #expect(Self.bare(Self.column("r", html)) == Self.bare(draft.text.string))
  }

  @Test func nothingOfTheInputIsMarkup() {
    let text = "审判员：<script>alert(1)</script>\"'&\u{1}\n</style><img src=x>：好\n</style><img src=x>：好\n"
    var draft = TranscriptReading.draft(SourceText(name: "<b>\"x", text)).draft
    LayoutStage().layOut(&draft)
    let html = Self.page(draft)
    #expect(!html.contains("<script>alert") && !html.contains("<img") && !html.contains("<b>\"x"))
    #expect(html.components(separatedBy: "</style>").count == 2)
    #expect(html.components(separatedBy: "<script>").count == 2)
  }

  @Test func whatNeedsEyesComesFirst() {
    var draft = TranscriptReading.draft(SourceText("发言人1 00:00:01\n我借了一万\n")).draft
    let speech = draft.turns[0].speech
    draft.apply([
      Edit("numbers.money", Span(speech.end - 6, speech.end), Array("10000".utf8), confidence: 0.6)
    ])
    LayoutStage().layOut(&draft)
    let html = Self.page(draft, diagnostics: [Diagnostic(.warning, "TR001", "请看这里")])
    let review = html.components(separatedBy: "<section id=\"review\">")[1].components(
      separatedBy: "</section>")[0]
    let items = review.components(separatedBy: "<li>").dropFirst()
    #expect(items.count == 3)
    #expect(items.first?.contains("身份未定") == true)
    #expect(items.last?.contains("把握 60%") == true && items.last?.contains("href=\"#e2\"") == true)
    #expect(html.contains("id=\"e2\" tabindex=\"0\"") && html.contains("class=\"numbers low\""))
  }
}
