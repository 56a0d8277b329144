import TextCore

/// What a Word file (.docx, ECMA-376, as Word, WPS and LibreOffice write it) says: the text of its body.
///
/// Every place that is reported later counts in this text: one line for each paragraph or line break, cells of a
/// table row joined by tabs.
public struct WordDocument: Sendable {
  /// The text.
  public let source: SourceText
  /// What was left out (`WD010`) and how tracked changes were taken (`WD011`).
  public let diagnostics: [Diagnostic]

  /// Most bytes of XML that are unpacked.
  static let maximumXML = 64 << 20
  /// Most bytes of text: a million characters, nine days of hearing.
  static let maximumText = 3 << 20

  /// True for bytes that are to be read as a Word file: a ZIP container, or the container of old and of locked files.
  public static func isWord(_ bytes: [UInt8]) -> Bool { ZipArchive.isArchive(bytes) || isCompound(bytes) }

  /// Reads the body. Linear in what it unpacks, which is bounded whatever the file claims; memory is at most 64 MiB
  /// of XML and 3 MiB of text beside `bytes`.
  public static func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> WordDocument {
    if isCompound(bytes) { throw .unsupported("旧版 Word（.doc）或加了密码的文件") }
    let archive = try ZipArchive(bytes)
    let part = try WordRelationships.mainPart(archive)
    guard let xml = try archive.contents(part, limit: maximumXML) else { throw .notWord }
    var reader = WordTextReader(try XMLScanner(xml), limit: maximumText)
    try reader.read()
    return WordDocument(
      source: SourceText(name: name, bytes: reader.text),
      diagnostics: reader.omissions.diagnostics(file: name))
  }

  /// The container of Word 97 to 2003, and of locked files of all versions ([MS-CFB], section 2.2).
  private static func isCompound(_ bytes: [UInt8]) -> Bool {
    UTF8Bytes.hasPrefix(bytes, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }
}

/// Finds the main part of a package by its relationships (ECMA-376 part 2, section 9.3).
enum WordRelationships {
  private static let usual = "word/document.xml"
  private static let maximumXML = 1 << 20

  /// The name of the part that holds the body; the usual one when the package does not say.
  static func mainPart(_ archive: ZipArchive) throws(DocumentError) -> String {
    guard let xml = try archive.contents("_rels/.rels", limit: maximumXML) else { return usual }
    var scanner = try XMLScanner(xml)
    while true {
      switch try scanner.next() {
      case .finished: return usual
      case .start(let name) where name.local == "Relationship":
        guard try scanner.value("Type")?.hasSuffix("/officeDocument") == true else { continue }
        guard let target = try scanner.value("Target") else { continue }
        return target.hasPrefix("/") ? String(target.dropFirst()) : target
      default: continue
      }
    }
  }
}
