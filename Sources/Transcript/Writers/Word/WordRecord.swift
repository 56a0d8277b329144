import ChineseText
import Documents
import TextCore

/// Writes a normalized hearing as a Word file in the usual layout of a court record: title, header fields, turns, page
/// numbers, lines to sign on (Civil Procedure Law, article 150: judges, clerk, parties and other participants sign).
///
/// The paragraphs between title and signatures are the lines of the text output. Tracked, every change is a tracked
/// change of Word by an author named after its kind: accepting all gives the text output, rejecting all gives the
/// source (without carriage returns), both as paragraphs. Title and signatures are insertions then.
public struct WordRecord {
  private let normalized: Normalized
  private let court: String
  private let isTracked: Bool
  private var package: WordPackage
  private var draft: Draft { normalized.draft }

  /// The file. `court` stands above the title. With `trackedOn`, a date such as `2026-03-02T09:00:00Z`, changes are
  /// tracked. Linear in source, output and changes.
  public static func bytes(_ normalized: Normalized, court: String? = nil, trackedOn date: String? = nil)
    -> [UInt8]
  {
    var record = WordRecord(normalized, court ?? "", date)
    record.write()
    return record.package.bytes
  }

  private init(_ normalized: Normalized, _ court: String, _ date: String?) {
    self.normalized = normalized
    self.court = court
    isTracked = date != nil
    package = WordPackage(trackedOn: date)
  }

  private mutating func write() {
    let frame: WordRevision = isTracked ? .inserted(author: Self.author("版式")) : .none
    if !draft.isLines {
      for line in [court, "庭审笔录"] where !line.isEmpty { add(.title, line, frame, mark: frame) }
    }
    var body = WordBody(draft, package)
    if isTracked { body.takeChanges() } else { body.takeText() }
    let signers = draft.isLines ? [] : signers
    if signers.isEmpty { body.end() } else { body.endBeforeSignatures() }
    package = body.package
    for (index, signer) in signers.enumerated() {
      let isLast = index + 1 == signers.count
      add(.signature, "\(signer)：\t", frame, mark: isLast ? .none : frame, keepsWithNext: !isLast)
    }
  }

  /// Who made a change, as Word lists it: the clerk can show and accept one kind at a time.
  static func author(_ kind: String) -> String { "courtnlp \(kind)" }

  private mutating func add(
    _ style: WordParagraph.Style, _ text: String, _ revision: WordRevision, mark: WordRevision,
    keepsWithNext: Bool = false
  ) {
    var paragraph = WordParagraph(style)
    paragraph.runs = [WordRun(Array(text.utf8)[...], revision: revision)]
    paragraph.mark = mark
    paragraph.keepsWithNext = keepsWithNext
    package.add(paragraph)
  }

  /// Everybody who spoke under a role, the bench and the clerk last; a judge and a clerk sign in any case.
  private var signers: [String] {
    var labels: [RoleLabel] = []
    for turn in draft.turns {
      if let role = draft.role(turn), role.base != .stageNote, !labels.contains(role) { labels.append(role) }
    }
    if !labels.contains(where: { $0.base.isBench }) { labels.append(RoleLabel(.judge)) }
    if !labels.contains(where: { $0.base == .clerk }) { labels.append(RoleLabel(.clerk)) }
    let officials = labels.filter { $0.base.isBench || $0.base == .judgeAssistant || $0.base == .clerk }
    let order = CourtRole.allCases
    let parties = labels.filter { !officials.contains($0) }
    return (Self.sorted(parties, order) + Self.sorted(officials, order)).map(\.text)
  }

  /// In the order of the standard's list of roles, otherwise as they first spoke.
  private static func sorted(_ labels: [RoleLabel], _ order: [CourtRole]) -> [RoleLabel] {
    order.flatMap { role in labels.filter { $0.base == role } }
  }
}
