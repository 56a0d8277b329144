import ChineseText
import TextCore

/// Reads a transcript in the standard (`角色：话`, one line a speech) or a document (one paragraph a line).
public enum HearingReader {
  /// Longest label, in bytes; what is longer before a colon is speech.
  private static let longestLabel = 90
  /// People told apart by the names in their labels.
  private static let mostNamed = 200
  private static let headerKeys: Set<String> = [
    "时间", "开庭时间", "地点", "开庭地点", "案号", "案由", "合议庭", "审判长", "审判员", "书记员", "法院", "当事人",
  ]

  /// Reads a text; linear in its length. `caseFile` tells names, and the case number when the header does not.
  public static func read(_ source: SourceText, caseFile: CaseFile? = nil) -> Hearing {
    var lines = Lines()
    for line in 1...max(1, source.lines.count) {
      lines.add(source.lines.range(ofLine: line, in: source.bytes), source.bytes)
    }
    if let number = caseFile?.caseNumber, lines.header["案号"] == nil { lines.header["案号"] = number }
    if let cause = caseFile?.cause, lines.header["案由"] == nil { lines.header["案由"] = cause }
    let turns =
      lines.isHearing
      ? Appeal.firstInstance(Interpretation.assigned(lines.turns, source.bytes), source.bytes)
      : DocumentReader.turns(lines.all, source.bytes)
    let parties = Parties(turns, source.bytes, caseFile: caseFile)
    return Hearing(source: source, header: lines.header, turns: turns, parties: parties)
  }

  /// Lines sorted into header and speeches.
  private struct Lines {
    var header: [String: String] = [:]
    var turns: [Hearing.Turn] = []
    /// Labels with a name; a hearing has few, and only so many are told apart.
    private var named: Set<String> = []
    /// All lines that are not empty.
    var all: [Range<Int>] = []

    /// False for pleadings and judgments, in which only the parties stand behind labels.
    var isHearing: Bool {
      turns.contains { $0.side == .bench } || !turns.isEmpty && turns.count * 2 >= all.count - header.count
    }

    mutating func add(_ line: Range<Int>, _ bytes: [UInt8]) {
      guard !line.isEmpty else { return }
      all.append(line)
      guard let colon = colon(line, bytes) else { return }
      let text = String(decoding: bytes[line.lowerBound..<colon.lowerBound], as: UTF8.self)
      if let label = CourtRole.parse(label: text) {
        add(label, text, colon.upperBound..<line.upperBound)
      } else if turns.isEmpty, headerKeys.contains(text) {
        header[text] = String(decoding: bytes[colon.upperBound..<line.upperBound], as: UTF8.self)
      }
    }

    private mutating func add(_ label: RoleLabel, _ text: String, _ speech: Range<Int>) {
      let isNamed = label.name != nil && (named.count < mostNamed || named.contains(label.text))
      if isNamed { named.insert(label.text) }
      let by = isNamed ? label.text : label.with(ordinal: label.ordinal, name: nil).party.text
      turns.append(
        Hearing.Turn(number: turns.count + 1, label: label, side: Side(label.base), by: by, speech: speech))
    }

    private func colon(_ line: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
      let wide = Array("：".utf8)
      var offset = line.lowerBound
      while offset < min(line.upperBound, line.lowerBound + longestLabel) {
        if bytes[offset] == 0x3A { return offset..<offset + 1 }
        if UTF8Bytes.hasPrefix(bytes, offset, wide) { return offset..<offset + wide.count }
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
      return nil
    }
  }
}
