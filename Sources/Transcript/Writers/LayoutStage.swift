import ChineseText
import TextCore

/// The last stage: replaces every gap between speeches by a line feed and the standard's label, writes the header,
/// and leaves out turns without content (standard, section 1).
public struct LayoutStage: Stage {
  public static let kind = EditKind.roles
  private let caseFile: CaseFile?

  /// With a case file, header fields that the input lacks are completed from it.
  public init(caseFile: CaseFile?) { self.caseFile = caseFile }

  public func edits(in draft: Draft) -> [Edit] {
    var edits: [Edit] = []
    let bytes = draft.text.bytes
    var at = 0
    var pending: [UInt8] = []
    func close(gapTo start: Int, rule: String) {
      append(Span(at, start), pending, bytes, rule, to: &edits)
    }
    for field in draft.header {
      pending += Array("\(field.name)：".utf8)
      close(gapTo: field.value.start, rule: "roles.header")
      at = field.value.end
      pending = [0x0A]
    }
    for (name, value) in missingFields(draft) { pending += Array("\(name)：\(value)\n".utf8) }
    if at > 0 || !pending.isEmpty { pending += [0x0A] }
    for turn in draft.turns where !turn.speech.isEmpty {
      pending += Array("\(draft.speakers[turn.speaker].label)：".utf8)
      close(gapTo: turn.speech.start, rule: "roles.label")
      at = turn.speech.end
      pending = [0x0A]
    }
    close(gapTo: bytes.count, rule: "roles.end")
    return edits
  }

  private func missingFields(_ draft: Draft) -> [(String, String)] {
    guard let caseFile else { return [] }
    let present = Set(draft.header.map(\.name))
    let known = [("案号", caseFile.caseNumber), ("案由", caseFile.cause)]
    return known.compactMap { name, value in
      guard let value, !present.contains(name) else { return nil }
      return (name, value)
    }
  }

  /// One edit for the gap, without the bytes that stay the same at its ends.
  private func append(_ gap: Span<Working>, _ text: [UInt8], _ bytes: [UInt8], _ rule: String, to edits: inout [Edit]) {
    let old = bytes[gap.range]
    if old.elementsEqual(text) { return }
    edits.append(Edit(rule, gap, text))
  }
}
