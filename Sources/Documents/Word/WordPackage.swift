/// Builds a Word file (.docx, ECMA-376 transitional) paragraph by paragraph; the same calls give the same bytes.
///
/// A4, margins of GB/T 9704-2012 (37, 28, 35, 26 mm), page numbers at the foot.
public struct WordPackage {
  /// XML is packed in pieces of about this many bytes; only one is held.
  private static let piece = 1 << 18
  private var body = ZipPart("word/document.xml")
  private var xml: [UInt8] = Array(WordParts.documentStart.utf8)
  private let date: String
  private let isTracked: Bool
  private var revisions = 0

  /// An empty file. `date` stands on every tracked change, in the form `2026-03-02T09:00:00Z` (Word shows it as it
  /// stands, whatever its zone); nil for a file without tracked changes.
  public init(trackedOn date: String? = nil) {
    self.date = date ?? "1980-01-01T00:00:00Z"
    isTracked = date != nil
  }

  /// Adds a paragraph; O(its text).
  public mutating func add(_ paragraph: WordParagraph) {
    put("<w:p><w:pPr><w:pStyle w:val=\"\(paragraph.style.rawValue)\"/>")
    if paragraph.keepsWithNext { put("<w:keepNext/>") }
    if let tag = openTag(paragraph.mark) { put("<w:rPr>\(tag)/></w:rPr>") }
    put("</w:pPr>")
    for run in paragraph.runs where !run.text.isEmpty { add(run) }
    put("</w:p>\n")
    guard xml.count >= Self.piece else { return }
    body.append(xml)
    xml.removeAll(keepingCapacity: true)
  }

  /// The whole file.
  public var bytes: [UInt8] {
    var document = body
    document.append(xml + Array(WordParts.documentEnd.utf8))
    var archive = ZipWriter()
    archive.add("[Content_Types].xml", Array(WordParts.contentTypes.utf8))
    archive.add("_rels/.rels", Array(WordParts.relationships.utf8))
    archive.add(document)
    archive.add("word/_rels/document.xml.rels", Array(WordParts.documentRelationships.utf8))
    archive.add("word/styles.xml", Array(WordParts.styles.utf8))
    archive.add("word/settings.xml", Array(WordParts.settings(tracking: isTracked).utf8))
    archive.add("word/footer1.xml", Array(WordParts.footer.utf8))
    return archive.bytes
  }

  private mutating func add(_ run: WordRun) {
    let tag = openTag(run.revision)
    var (text, end) = ("w:t", "")
    if let tag {
      put(tag + ">")
      end = "</w:ins>"
      if case .removed = run.revision { (text, end) = ("w:delText", "</w:del>") }
    }
    put(run.isBold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>")
    for (index, part) in run.text.split(separator: 0x09, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { put("<w:tab/>") }
      guard !part.isEmpty else { continue }
      put("<\(text) xml:space=\"preserve\">")
      XMLEscape.append(part, to: &xml)
      put("</\(text)>")
    }
    put("</w:r>" + end)
  }

  /// The tag of a tracked change up to its closing mark; nil for none. Every change has a number of its own.
  private mutating func openTag(_ revision: WordRevision) -> String? {
    let (name, author): (String, String)
    switch revision {
    case .none: return nil
    case .inserted(let who): (name, author) = ("w:ins", who)
    case .removed(let who): (name, author) = ("w:del", who)
    }
    revisions += 1
    var escaped: [UInt8] = []
    XMLEscape.append(author.utf8, to: &escaped)
    let by = String(decoding: escaped, as: UTF8.self)
    return "<\(name) w:id=\"\(revisions)\" w:author=\"\(by)\" w:date=\"\(date)\""
  }

  private mutating func put(_ text: String) { xml += text.utf8 }
}
