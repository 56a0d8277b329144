import Testing

@testable import Documents

struct XMLScannerTests {
  /// The events of a text on one line, or `!` and the error.
  private static func events(_ text: String) -> String {
    var list: [String] = []
    do throws(DocumentError) {
      var scanner = try XMLScanner(Array(text.utf8))
      while true {
        switch try scanner.next() {
        case .start(let name): list.append("<\(name.space)\(name.local)")
        case .end(let name): list.append("/\(name.local)")
        case .text(let range): list.append(String(decoding: try scanner.resolved(range), as: UTF8.self))
        case .literal(let range): list.append("[\(String(decoding: scanner.bytes[range], as: UTF8.self))]")
        case .finished: return list.joined(separator: " ")
        }
      }
    } catch {
      return "!"
    }
  }

  @Test(arguments: [
    ("<a/>", "<a /a"), ("\u{FEFF}<?xml version=\"1.0\"?><!-- <b> --><a>x</a>\n", "<a x /a"),
    ("<a>1<b c='>'/>2</a>", "<a 1 <b /b 2 /a"),
    ("<a>&lt;&amp;&#65;&#x4E2D;&quot;&apos;&gt;</a>", "<a <&A中\"'> /a"),
    ("<a>x\r\ny\rz</a>", "<a x\ny\nz /a"), ("<a><![CDATA[<b>&amp;]]></a>", "<a [<b>&amp;] /a"),
    ("<p:a xmlns:p='u:'><p:b/></p:a>", "<u:a <u:b /b /a"),
    ("<a xmlns='u:'><b xmlns=''><c/></b><d/></a>", "<u:a <b <c /c /b <u:d /d /a"),
    ("<a xmlns:p='u:'><b xmlns:p='v:'><p:c/></b><p:c/></a>", "<a <b <v:c /c /b <u:c /c /a"),
  ])
  func read(_ text: String, _ expected: String) { #expect(Self.events(text) == expected) }

  @Test(arguments: [
    "", " ", "x", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b></a>", "<a b=1/>", "<a b='1/>",
    "<a b='<'/>",
    "<1/>", "< a/>", "<a", "<a><![CDATA[x</a>", "<!--", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
    "<a>&#;</a>",
    "<a>&</a>", "<a>&#-1;</a>", "<a>&#x110000;</a>", "<a>\u{1}</a>", "<p:a/>",
    "<!DOCTYPE a [<!ENTITY x 'xxxx'>]><a>&x;</a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<a><!ENTITY x 'y'></a>",
  ])
  func refused(_ text: String) { #expect(Self.events(text) == "!") }

  @Test func nestingAndAttributesAreLimited() {
    let deep = XMLScanner.maximumDepth
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(Self.events(nested(deep)) != "!")
    #expect(Self.events(nested(deep + 1)) == "!")
    #expect(Self.events("<a \((0..<257).map { "b\($0)=''" }.joined(separator: " "))/>") == "!")
  }

  @Test func whatIsNotUTF8IsRefused() {
    #expect(throws: DocumentError.self) { try XMLScanner([0x3C, 0x61, 0xFF, 0x2F, 0x3E]) }
  }
}
