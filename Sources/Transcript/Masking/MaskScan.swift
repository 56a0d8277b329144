import ChineseText
import TextCore

/// One pass over a text for everything that must not be published.
struct MaskScan {
  private let kinds: Set<MaskKind>
  private let people: PersonMatcher
  private let finder = IdentifierFinder(spoken: true)

  init(kinds: Set<MaskKind>, people: Pseudonyms, kept: [String]) {
    self.kinds = kinds
    self.people = PersonMatcher(people, kept: kept)
  }

  /// Edits for all finds, by place; of two that overlap the earlier, then the longer is made.
  func edits(in bytes: [UInt8]) -> [Edit] {
    var edits = people.edits(in: bytes)
    edits += finder.find(in: bytes).compactMap { identifier(bytes, $0) }
    edits += IntroducedNumbers.finds(in: bytes).compactMap { kind, range in
      kinds.contains(kind) ? edit(kind, bytes, range) : nil
    }
    if kinds.contains(.plates) { edits += SpokenPlates.finds(in: bytes).map { edit(.plates, bytes, $0) } }
    if kinds.contains(.addresses) {
      edits += HomeAddresses.finds(in: bytes).map {
        Edit(MaskKind.addresses.rule, Span($0.lowerBound, $0.upperBound), Array("××".utf8))
      }
    }
    return edits.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
  }

  private func identifier(_ bytes: [UInt8], _ found: Identifier) -> Edit? {
    let kind: MaskKind? =
      switch found.kind {
      case .identityCard: .identity
      case .mobile, .landline: .phones
      case .bankCard: .accounts
      case .plate: .plates
      case .email: .emails
      case .caseNumber, .creditCode: nil
      }
    guard let kind, kinds.contains(kind), !isAmount(bytes, found.range.upperBound) else { return nil }
    guard kind == .plates else { return edit(kind, bytes, found.range) }
    return edit(kind, bytes, SpokenPlates.tail(bytes, found.range))
  }

  private func edit(_ kind: MaskKind, _ bytes: [UInt8], _ range: Range<Int>) -> Edit {
    let signs = range.reduce(0) { $0 + (UTF8Bytes.isContinuation(bytes[$1]) ? 0 : 1) }
    let mark = Array(String(repeating: "×", count: min(signs, 20)).utf8)
    return Edit(kind.rule, Span(range.lowerBound, range.upperBound), mark)
  }

  /// Digits before 元, 万 or 块 are money, however long.
  private func isAmount(_ bytes: [UInt8], _ end: Int) -> Bool {
    ["元", "万", "亿", "块"].contains { UTF8Bytes.hasPrefix(bytes, end, Array($0.utf8)) }
  }
}
