import Foundation
import Testing

@testable import Documents

struct WordDocumentTests {
  static let bodies: [String] = {
    let file = Material.fixtures.appendingPathComponent("bodies.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }()

  @Test(arguments: bodies)
  func body(_ line: String) {
    let parts = line.components(separatedBy: " => ")
    let expected = parts[1].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
    #expect(Material.text(Material.package(body: parts[0])) == .success(expected))
  }

  @Test func theMainPartIsWhereThePackageSays() {
    let relationship = "<Relationship Type=\"http://x/officeDocument\" Target=\"/doc/main.xml\"/>"
    var archive = ZipWriter()
    archive.add("_rels/.rels", Array("<Relationships>\(relationship)</Relationships>".utf8))
    archive.add("doc/main.xml", Array("<w:document \(Material.word)><w:p/></w:document>".utf8))
    #expect(Material.text(archive.bytes) == .success("\n"))
  }

  @Test func strictVocabularyAndOtherPrefixesAreRead() {
    let xml = """
      <document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>好</t></r></p></body></document>
      """
    #expect(Material.text(Material.package(xml: xml)) == .success("好\n"))
  }

  @Test func whatIsNoWordFileIsRefused() {
    #expect(Material.text(Material.package(xml: "<workbook/>")) == .failure(.notWord))
    #expect(Material.text(Material.package(xml: "<a/>", part: "xl/workbook.xml")) == .failure(.notWord))
    #expect(!WordDocument.isWord(Array("审判员：开庭".utf8)))
  }

  @Test func textIsLimited() throws {
    let xml = "<w:document \(Material.word)><w:p><w:r><w:t>一二三</w:t></w:r></w:p></w:document>"
    var fits = WordTextReader(try XMLScanner(Array(xml.utf8)), limit: 10)
    try fits.read()
    #expect(fits.text.count == 10)
    var full = WordTextReader(try XMLScanner(Array(xml.utf8)), limit: 9)
    #expect(throws: DocumentError.self) { try full.read() }
  }

  @Test func whatIsLeftOutIsTold() throws {
    let body = """
      <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:footnoteReference/></w:r><w:r><w:commentReference/></w:r></w:p>\
      <w:p><w:r><w:drawing/></w:r><w:r><w:pict/></w:r><w:ins/></w:p>
      """
    let found = try WordDocument.read(Material.package(body: body), name: "x.docx").diagnostics
    #expect(found.map(\.code) == ["WD010", "WD011"])
    #expect(
      found[0].message == "只读正文文字，没有读入：脚注、尾注 1 处，批注 1 处，图片、文本框 2 处，自动编号的段落（编号本身不是文字） 1 处")
    #expect(found[1].message.hasPrefix("有 1 处修订"))
  }

  /// Damage inside the XML, under a right checksum, reaches the scanner: it is refused or read, never more.
  @Test(arguments: 0..<300)
  func damagedXML(_ seed: Int) {
    var random = Material.Random(seed)
    let body = Self.bodies.map { $0.components(separatedBy: " => ")[0] }.joined()
    var xml = Array("<w:document \(Material.word)><w:body>\(body)</w:body></w:document>".utf8)
    for _ in 0...random.next(4) {
      let place = random.next(xml.count)
      switch random.next(4) {
      case 0: xml[place] = UInt8(random.next(256))
      case 1: xml.removeSubrange(place..<min(xml.count, place + random.next(30)))
      case 2:
        xml.insert(
          contentsOf: Array("<w:tr><w:tc>&#10;&x;<![CDATA[]]></w:p>".utf8).prefix(random.next(40)), at: place)
      default: xml.insert(contentsOf: xml[max(0, place - random.next(200))..<place], at: place)
      }
      if xml.isEmpty { return }
    }
    var archive = ZipWriter()
    archive.add("word/document.xml", xml)
    _ = Material.text(archive.bytes)
  }
}
