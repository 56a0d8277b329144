import ChineseText
import TextCore

/// De-identifies a transcript for publication: same text, same lines, with pseudonyms and × in place of what names a
/// person (法释〔2016〕19号, articles 9 and 10). Roles, case numbers, courts, organisations and amounts stay.
public struct Masker: Sendable {
  private static let mostPasses = 4
  private let kinds: Set<MaskKind>
  private let caseFile: CaseFile?

  /// With a case file its people are known; others are found where the text introduces them.
  public init(kinds: Set<MaskKind> = Set(MaskKind.allCases), caseFile: CaseFile? = nil) {
    self.kinds = kinds
    self.caseFile = caseFile
  }

  /// Masks one text. O(text) for each pass; a second pass happens only where finds overlapped.
  ///
  /// What a last scan still finds is reported (`MK001`); nothing is reported when all went.
  public func mask(_ source: SourceText) -> MaskedText {
    var text = TracedText(source)
    text.apply(JSONLiterals.edits(in: text.bytes))
    var people = Pseudonyms(taken: text.bytes)
    if kinds.contains(.names) {
      people.add(knownNames())
      people.addHeard(NameFinder.names(in: text.bytes))
    }
    let scan = MaskScan(kinds: kinds, people: people, kept: keptNames())
    var entries: [MaskedText.Entry] = []
    for _ in 0..<Self.mostPasses {
      let edits = scan.edits(in: text.bytes)
      if edits.isEmpty { break }
      let before = text
      text.apply(edits)
      entries += edits.map { MaskedText.Entry(edit: $0, before: before.string($0.span)) }
    }
    return MaskedText(text: text, entries: entries, diagnostics: leftovers(scan, text))
  }

  /// People of the case file, in its order, so that files of one case get the same pseudonyms.
  private func knownNames() -> [String] {
    (caseFile?.participants ?? []).flatMap(\.names).filter { !OrganisationName.isOrganisation($0) }
  }

  /// Names that stay although they may hold a person's: organisations and the court.
  private func keptNames() -> [String] {
    let organisations = (caseFile?.participants ?? []).map(\.plainName).filter(
      OrganisationName.isOrganisation)
    return organisations + [caseFile?.court].compactMap { $0 }
  }

  private func leftovers(_ scan: MaskScan, _ text: TracedText) -> [Diagnostic] {
    let output = SourceText(name: text.source.name, bytes: text.bytes)
    return scan.edits(in: text.bytes).map { edit in
      Diagnostic(
        .error, "MK001", "复查时仍发现应当隐去的内容", at: Place(output, Span(edit.span.start, edit.span.end)),
        fix: "请人工隐去后再公布")
    }
  }
}

/// A masked text and what was put in whose place.
public struct MaskedText: Sendable {
  /// One replaced content.
  public struct Entry: Hashable, Sendable {
    /// The rule, `mask.name` and so on.
    public let rule: String
    /// What stood there: secret.
    public let before: String
    /// What stands there now.
    public let after: String

    init(edit: Edit, before: String) {
      rule = edit.rule
      self.before = before
      after = String(decoding: edit.replacement, as: UTF8.self)
    }
  }

  /// The masked text with its records.
  public let text: TracedText
  /// Every replacement, in the order made.
  public let entries: [Entry]
  /// What the last scan still found.
  public let diagnostics: [Diagnostic]

  /// Each different replacement once, in order of appearance: the mapping to keep under lock.
  public var mapping: [Entry] {
    var seen: Set<Entry> = []
    return entries.filter { seen.insert($0).inserted }
  }
}
