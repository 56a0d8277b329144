import TextCore

/// What an element of a Word body means to a reader of its text (ECMA-376 part 1, chapter 17).
enum WordElement: Sendable {
  /// The root.
  case document
  case paragraph, paragraphProperties, text, row, cell
  /// A character written as an element.
  case character(UInt8)
  /// Text taken out by a tracked change.
  case removed
  /// Text put in by a tracked change.
  case added
  /// Something that is counted, and left out with all inside it.
  case omitted(WordOmissions.Kind)
  /// Left out with all inside it.
  case ignored
  /// What properties were before a tracked change; left out with all inside it, in properties too.
  case history
  /// Only what is inside it matters.
  case transparent

  private static let vocabularies = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  private static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  private static let table: [String: WordElement] = [
    "document": .document, "p": .paragraph, "pPr": .paragraphProperties, "t": .text, "tr": .row, "tc": .cell,
    "tab": .character(0x09), "ptab": .character(0x09), "br": .character(0x0A), "cr": .character(0x0A),
    "noBreakHyphen": .character(0x2D), "del": .removed, "moveFrom": .removed, "ins": .added, "moveTo": .added,
    "footnoteReference": .omitted(.footnote), "endnoteReference": .omitted(.footnote),
    "commentReference": .omitted(.comment), "drawing": .omitted(.picture), "pict": .omitted(.picture),
    "object": .omitted(.picture), "sym": .omitted(.symbol), "numPr": .omitted(.number), "instrText": .ignored,
    "rPr": .ignored, "tblPr": .ignored, "trPr": .ignored, "tcPr": .ignored, "sdtPr": .ignored,
    "sectPr": .ignored,
    "rt": .ignored, "pPrChange": .history, "rPrChange": .history,
  ]

  /// The meaning of an element; of two versions of one content, the first is taken.
  init(_ name: XMLName) {
    if Self.vocabularies.contains(name.space) {
      self = Self.table[name.local] ?? .transparent
    } else {
      self = name.space == Self.compatibility && name.local == "Fallback" ? .ignored : .transparent
    }
  }
}

/// What a Word file holds beside the text that is read, counted.
struct WordOmissions: Sendable {
  /// Kinds of what is left out, in the order of reporting.
  enum Kind: String, CaseIterable {
    case footnote = "脚注、尾注"
    case comment = "批注"
    case picture = "图片、文本框"
    case symbol = "符号"
    case number = "自动编号的段落（编号本身不是文字）"
  }

  private var counts: [Kind: Int] = [:]
  /// Tracked changes that nobody has decided on.
  var revisions = 0

  mutating func add(_ kind: Kind) { counts[kind, default: 0] += 1 }

  /// One note for all kinds, one for tracked changes.
  func diagnostics(file: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let parts = Kind.allCases.compactMap { kind in counts[kind].map { "\(kind.rawValue) \($0) 处" } }
    if !parts.isEmpty {
      found.append(
        Diagnostic(
          .warning, "WD010", "只读正文文字，没有读入：\(parts.joined(separator: "，"))", at: Place(file: file),
          fix: "其中有庭审内容的，请在 Word 里改成正文文字"))
    }
    if revisions > 0 {
      found.append(
        Diagnostic(
          .note, "WD011", "有 \(revisions) 处修订没有处理，按全部接受后的文字读入", at: Place(file: file),
          fix: "如果应当拒绝其中的一些，请先在 Word 里处理"))
    }
    return found
  }
}
