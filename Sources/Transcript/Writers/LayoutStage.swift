import ChineseText
import TextCore

/// Writes the standard's layout (section 1): header lines, a blank line, `角色：` before each speech, one turn a line.
///
/// It changes only what is between header values and speeches: whatever the input had there (labels, times, JSON
/// punctuation) becomes the standard's text, so that all forms come out alike. A gap that is right makes no edit.
public struct LayoutStage: Stage {
  /// A header field that the case file knows.
  public typealias Known = (name: String, value: String)

  /// The kind of its changes.
  public static let kind = EditKind.roles
  private let known: [Known]
  private let usesRoles: Bool

  /// Known fields (案号, 案由) are added where the header has none; with `usesRoles` false, speakers keep the names
  /// that the input gives them.
  public init(known: [Known] = [], usesRoles: Bool = true) {
    self.known = known.filter { !$0.value.isEmpty }
    self.usesRoles = usesRoles
  }

  /// Adds what the case file knows of 案号 and 案由, and what was said at the opening where it knows nothing.
  public init(caseFile: CaseFile?, spoken: [Known] = [], usesRoles: Bool = true) {
    let filed: [Known] = [("案号", caseFile?.caseNumber ?? ""), ("案由", caseFile?.cause ?? "")]
    let names = filed.filter { !$0.value.isEmpty }.map(\.name)
    self.init(known: filed + spoken.filter { !names.contains($0.name) }, usesRoles: usesRoles)
  }

  /// Drops turns without any speech, then lays out the rest.
  public func layOut(_ draft: inout Draft) {
    if !draft.isLines { draft.keepTurns { !$0.speech.isEmpty } }
    draft.apply(edits(in: draft), layout: true)
  }

  /// One edit for each gap that is not yet right; none for a text in which nothing was found.
  public func edits(in draft: Draft) -> [Edit] {
    if draft.isLines { return lineEdits(draft) }
    guard !draft.turns.isEmpty || !draft.header.isEmpty else { return [] }
    var edits: [Edit] = []
    var gap = LayoutGap(draft.text.bytes)
    header(draft, &gap, &edits)
    let labels = draft.speakers.map(label)
    for turn in draft.turns where !turn.speech.isEmpty {
      let speaker = draft.speakers[turn.speaker]
      let confidence = usesRoles && speaker.role != nil ? speaker.confidence : 1
      let edit = gap.edit(
        to: turn.speech.start, label: labels[turn.speaker], rule: "roles.label", confidence: confidence)
      if let edit { edits.append(edit) }
      gap.open(at: turn.speech.end, Self.feed)
    }
    if let edit = gap.edit(to: draft.text.bytes.count, label: [], rule: "roles.layout") { edits.append(edit) }
    return edits
  }

  private static let feed: [UInt8] = [0x0A]

  private func header(_ draft: Draft, _ gap: inout LayoutGap, _ edits: inout [Edit]) {
    let plan = HeaderPlan(names: draft.header.map(\.name), known: known)
    for (index, field) in draft.header.enumerated() {
      gap.text += plan.added[index]
      let label = Array((field.name + "：").utf8)
      if let edit = gap.edit(to: field.value.start, label: label, rule: "roles.header") { edits.append(edit) }
      let value = field.value.isEmpty ? known.first { $0.name == field.name }?.value ?? "" : ""
      gap.open(at: field.value.end, Array((value + "\n").utf8))
    }
    gap.text += plan.added[draft.header.count]
    if !gap.text.isEmpty { gap.text.append(0x0A) }
  }

  /// `审判员：`, or nothing for a voice without a name; control characters of an engine's key become spaces.
  private func label(_ speaker: Speaker) -> [UInt8] {
    let name = usesRoles ? speaker.label : speaker.key
    return name.isEmpty ? [] : name.utf8.map { $0 < 0x20 ? 0x20 : $0 } + Array("：".utf8)
  }

  /// In `--lines` only line ends and the space around lines go; as many lines go out as came in.
  private func lineEdits(_ draft: Draft) -> [Edit] {
    var edits: [Edit] = []
    var start = 0
    let ends = draft.turns.map { ($0.speech.start, $0.speech.end) }
    for (end, next) in ends + [(draft.text.bytes.count, 0)] {
      let gap = draft.text.bytes[start..<max(start, end)]
      if gap.contains(where: { $0 != 0x0A }) {
        edits.append(Edit("roles.layout", Span(start, end), gap.filter { $0 == 0x0A }))
      }
      start = next
    }
    return edits
  }
}

/// Which lines of known fields go before which header field of the input, so that the standard's order comes out.
struct HeaderPlan {
  private static let order = ["时间", "地点", "案号", "案由"]
  /// For each field of the input, and for the end of the header, the lines to add before it.
  private(set) var added: [[UInt8]]

  /// Plans for the names of the input's fields.
  init(names: [String], known: [LayoutStage.Known]) {
    added = Array(repeating: [], count: names.count + 1)
    let fresh = known.filter { !names.contains($0.name) }
      .sorted { HeaderPlan.rank($0.name) < HeaderPlan.rank($1.name) }
    for field in fresh {
      let rank = HeaderPlan.rank(field.name)
      let last = names.lastIndex { HeaderPlan.rank($0) < rank }
      added[last.map { $0 + 1 } ?? 0] += Array("\(field.name)：\(field.value)\n".utf8)
    }
  }

  private static func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
}
