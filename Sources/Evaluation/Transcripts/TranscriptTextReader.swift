/// Reads a normalized transcript line by line.
struct TranscriptTextReader {
  /// Longest label, in scalars; a longer beginning of a line is speech.
  static let longestLabel = 32
  private static let colons: Set<UInt32> = [0xFF1A, 0x3A]
  private static let headerKeys: Set<String> = [
    "时间", "开庭时间", "地点", "开庭地点", "案号", "案由", "审判组织", "合议庭", "是否公开", "公开审理", "法院",
  ]

  private let lines: [[UInt32]]
  private(set) var header: [String] = []
  private(set) var body: [UInt32] = []
  private(set) var turns: [TranscriptText.Turn] = []
  private(set) var content: [UInt32] = []
  private(set) var offsets: [Int] = []
  private(set) var marks: [TranscriptText.Mark] = []

  init(_ text: String) {
    var scalars = text.unicodeScalars.map(\.value)
    if scalars.first == 0xFEFF { scalars.removeFirst() }
    lines = scalars.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? Array($0.dropLast()) : Array($0)
    }
  }

  mutating func read() {
    let start = bodyStart()
    header = lines[..<start].filter { !isBlank($0) }.map { TranscriptText.string($0) }
    var end = lines.count
    while end > start, isBlank(lines[end - 1]) { end -= 1 }
    for index in start..<end {
      if index > start { body.append(0x0A) }
      readLine(lines[index], number: index + 1)
    }
  }

  /// The line after the header's blank line; 0-based. Without a header the first line that is not blank.
  private func bodyStart() -> Int {
    guard let first = lines.firstIndex(where: { !isBlank($0) }) else { return lines.count }
    guard let blank = lines[first...].firstIndex(where: isBlank), isHeader(lines[first..<blank]) else {
      return first
    }
    return lines[blank...].firstIndex { !isBlank($0) } ?? lines.count
  }

  /// A header is a block of `字段：值` lines whose first field is a header field; a turn of 审判员 never begins one.
  private func isHeader(_ block: ArraySlice<[UInt32]>) -> Bool {
    let keys = block.map { line in labelEnd(line).map { TranscriptText.string(line[..<$0]) } }
    return keys.first.map { $0.map(Self.headerKeys.contains) ?? false } == true && !keys.contains(nil)
  }

  private mutating func readLine(_ line: [UInt32], number: Int) {
    if isBlank(line) {
      body += line
      return
    }
    let end = labelEnd(line)
    let label = end.map { TranscriptText.string(line[..<$0]) } ?? ""
    let first = content.count
    let base = body.count
    for index in (end.map { $0 + 1 } ?? 0)..<line.count {
      if ContentClass.isContent(line, index) {
        content.append(line[index])
        offsets.append(base + index)
      } else if !ContentClass.isBlank(line[index]) {
        marks.append(
          TranscriptText.Mark(
            scalar: line[index], cut: content.count, offset: base + index, turn: turns.count))
      }
    }
    body += line
    turns.append(TranscriptText.Turn(label: label, line: number, content: first..<content.count))
  }

  /// Index of the colon that ends a label: the first colon, with nothing but name characters and brackets before.
  private func labelEnd(_ line: [UInt32]) -> Int? {
    var inBrackets = 0
    for (index, scalar) in line.prefix(Self.longestLabel + 1).enumerated() {
      if inBrackets == 0, Self.colons.contains(scalar) { return index > 0 ? index : nil }
      switch scalar {
      case 0xFF08, 0x28: inBrackets += 1
      case 0xFF09, 0x29: inBrackets -= 1
      default:
        guard ContentClass.isContent(line, index) || scalar == 0x20 || inBrackets > 0 else { return nil }
      }
    }
    return nil
  }

  private func isBlank(_ line: [UInt32]) -> Bool { line.allSatisfy(ContentClass.isBlank) }
}
