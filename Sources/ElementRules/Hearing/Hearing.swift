import ChineseText
import TextCore

/// A hearing or another text of a case, cut into speeches; the text is looked up, never copied.
public struct Hearing: Sendable {
  /// The text.
  public let source: SourceText
  /// Header fields of a transcript: 案号, 案由, 时间 …
  public let header: [String: String]
  /// The speeches in order.
  public let turns: [Turn]
  /// Who is who.
  public let parties: Parties

  /// One speech.
  public struct Turn: Sendable, Hashable {
    /// 1 for the first; counts labelled speeches as gold facts do.
    public let number: Int
    /// The label as written; nil for a paragraph of a document.
    public let label: RoleLabel?
    /// Whose side it is on.
    public let side: Side
    /// What `by` says: the party for an agent, a label with a name whole (facts annotation, rule 2).
    public let by: String
    /// The words, in bytes of the text.
    public let speech: Range<Int>

    /// True for a speech of the court, false for a paragraph of its judgment.
    var isOfCourt: Bool { side == .bench && label != nil }
    /// True when the party is told by a label with a name: 被告（陶小军）.
    var isNamed: Bool { by.hasSuffix("）") }

    /// The same words in the mouth of another.
    func said(by: String, side: Side) -> Turn {
      Turn(number: number, label: label, side: side, by: by, speech: speech)
    }
  }

  /// The day of the hearing: of the header, else the year of the case number (facts annotation, rule 9).
  public var day: PartialDate? {
    if let time = header["时间"] ?? header["开庭时间"] {
      let bytes = Array(time.utf8)
      if let date = DateReader.read(bytes, at: 0)?.value, date.year != nil { return date }
    }
    guard let number = header["案号"], let (caseNumber, _) = CaseNumber.read(Array(number.utf8), at: 0) else {
      return nil
    }
    return PartialDate(year: caseNumber.year)
  }
}
