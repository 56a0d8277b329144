import TextCore

/// How one file marks its speakers, counted over all its lines before it is read.
struct LabelStyle {
  private static let maximumCandidates = 4096
  private var colons = 0
  private var spaces = 0
  private var ownLines = 0
  private var candidates: [[UInt8]: Int] = [:]
  /// Lines that start with no known label.
  private(set) var unlabelled = 0

  /// Counts; O(bytes).
  init(_ source: SourceText, from line: Int) {
    for line in line..<max(line, source.lines.count + 1) {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      if !range.isEmpty { count(LineHead(source.bytes, range), source.bytes) }
    }
  }

  /// True when the head is a label that starts a turn.
  func accepts(_ head: LineHead, _ bytes: [UInt8]) -> Bool {
    guard !head.label.isEmpty else { return false }
    if head.isID { return head.terminator != .space && (head.terminator != .lineEnd || head.speech.isEmpty) }
    let isRole = LabelVocabulary.isRole(bytes, head.label)
    switch head.terminator {
    case .colon: return isRole || accepts(unknown: head.label, bytes)
    case .tab: return isRole || repeats(head.label, bytes)
    case .bracket: return isRole
    case .time: return isRole || head.speech.isEmpty
    case .space: return isRole && spaces > colons
    case .lineEnd: return isRole && head.speech.isEmpty && ownLines > colons + spaces
    }
  }

  private func accepts(unknown label: Range<Int>, _ bytes: [UInt8]) -> Bool {
    LabelVocabulary.mayBeLabel(bytes, label)
      && (repeats(label, bytes) || LabelVocabulary.isOffice(bytes, label))
  }

  private func repeats(_ label: Range<Int>, _ bytes: [UInt8]) -> Bool {
    candidates[Array(bytes[label]), default: 0] > 1
  }

  private mutating func count(_ head: LineHead, _ bytes: [UInt8]) {
    guard !head.label.isEmpty, !head.isID else {
      if !head.isID { unlabelled += 1 }
      return
    }
    guard LabelVocabulary.isRole(bytes, head.label) else { return countUnknown(head, bytes) }
    switch head.terminator {
    case .colon, .tab, .bracket, .time: colons += 1
    case .space:
      spaces += 1
      unlabelled += 1
    case .lineEnd:
      if head.speech.isEmpty { ownLines += 1 }
      unlabelled += 1
    }
  }

  private mutating func countUnknown(_ head: LineHead, _ bytes: [UInt8]) {
    unlabelled += 1
    guard head.terminator == .colon || head.terminator == .tab, candidates.count < Self.maximumCandidates
    else { return }
    if LabelVocabulary.mayBeLabel(bytes, head.label) { candidates[Array(bytes[head.label]), default: 0] += 1 }
  }
}
