import TextCore

/// Reads the header block at the top of a text form: `时间：…` `地点：…` `案号：…` `案由：…` and the like.
struct HeaderReader {
  /// Fields found, in order.
  private(set) var fields: [HeaderField] = []
  /// The first line of the body, 1-based.
  private(set) var bodyLine = 1
  /// Title lines, which have no field in the standard.
  private(set) var diagnostics: [Diagnostic] = []

  /// Longest header in lines.
  private static let longest = 60
  private let source: SourceText

  /// Reads `source` from its first line.
  init(_ source: SourceText) {
    self.source = source
    read()
  }

  private mutating func read() {
    var certain = (fields: 0, line: 1)  // what stays when no blank line ends the block
    var titles: [Range<Int>] = []
    var line = 1
    while line <= min(source.lines.count, Self.longest) {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      if range.isEmpty {
        if !fields.isEmpty { certain = (fields.count, line) }
        if !fields.isEmpty { break }
      } else if let found = field(range) {
        fields.append(found.field)
        if found.isCertain { certain = (fields.count, line + 1) }
      } else if fields.isEmpty, isTitle(range) || (isCourt(range) && titleFollows(line)) {
        titles.append(range)
        certain.line = line + 1
      } else {
        break
      }
      line += 1
    }
    fields.removeLast(fields.count - certain.fields)
    bodyLine = certain.line
    diagnostics = titles.map { ReadingDiagnostics.title(source, $0) }
  }

  /// The field on a line; certain when its name can be nothing else.
  private func field(_ range: Range<Int>) -> (field: HeaderField, isCertain: Bool)? {
    let marks = [colon(range), tab(range)].compactMap { $0 }
    for mark in marks {
      guard let known = HeaderTable.fields[name(range, mark)] else { continue }
      return (HeaderField(name: known, value: span(value(range, mark))), true)
    }
    guard let colon = colon(range), case let name = name(range, colon), HeaderTable.roles.contains(name),
      case let value = value(range, colon), isNames(value)
    else { return nil }
    return (HeaderField(name: name, value: span(value)), false)
  }

  private func name(_ range: Range<Int>, _ mark: Range<Int>) -> String {
    HeaderReader.compact(source.bytes, range.lowerBound..<mark.lowerBound)
  }

  private func value(_ range: Range<Int>, _ mark: Range<Int>) -> Range<Int> {
    Blank.trim(source.bytes, mark.upperBound..<range.upperBound)
  }

  private func span(_ range: Range<Int>) -> Span<Working> { Span(range.lowerBound, range.upperBound) }

  private func colon(_ range: Range<Int>) -> Range<Int>? {
    let bytes = source.bytes
    for index in range.lowerBound..<min(range.upperBound, range.lowerBound + 48) {
      if bytes[index] == UInt8(ascii: ":") { return index..<index + 1 }
      if UTF8Bytes.hasPrefix(bytes, index, HeaderTable.colon) { return index..<index + 3 }
    }
    return nil
  }

  /// The tab between two cells of a table in an office file.
  private func tab(_ range: Range<Int>) -> Range<Int>? {
    source.bytes[range].prefix(48).firstIndex(of: 0x09).map { $0..<$0 + 1 }
  }

  /// The text without white space, so that `案　号` is 案号.
  private static func compact(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var name: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let blank = Blank.length(bytes, index, range.upperBound)
      if blank == 0 { name.append(bytes[index]) }
      index += max(blank, 1)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// True for one or more names of persons and nothing that could be said aloud.
  private func isNames(_ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 90 else { return false }
    let bytes = source.bytes
    var index = range.lowerBound
    var run = 0
    while index < range.upperBound {
      let separator = HeaderTable.separators.first { UTF8Bytes.hasPrefix(bytes, index, $0) }?.count ?? 0
      if separator > 0 { run = 0 } else { run += 1 }
      guard run <= 4, separator > 0 || bytes[index] >= 0xE3 else { return false }
      if HeaderTable.spoken.contains(where: { UTF8Bytes.hasPrefix(bytes, index, $0) }) { return false }
      index += separator > 0 ? separator : UTF8Bytes.length(lead: bytes[index])
    }
    return true
  }

  /// 开庭笔录, and what says which hearing it is: 开庭笔录（第二次）.
  private func isTitle(_ range: Range<Int>) -> Bool {
    let text = title(range)
    let name = text.last == "）" || text.last == ")" ? text.prefix { $0 != "（" && $0 != "(" } : text[...]
    return HeaderTable.titles.contains { name.hasSuffix($0) }
  }

  /// The court's name above a title; on its own it could be what somebody said.
  private func isCourt(_ range: Range<Int>) -> Bool { title(range).hasSuffix(HeaderTable.court) }

  private func titleFollows(_ line: Int) -> Bool {
    for next in line + 1..<max(line + 1, min(source.lines.count + 1, line + 4)) {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: next, in: source.bytes))
      if !range.isEmpty { return isTitle(range) }
    }
    return false
  }

  /// The text of a line that is short enough for a title and holds no sentence; else empty.
  private func title(_ range: Range<Int>) -> String {
    guard range.count <= 75 else { return "" }
    let text = HeaderReader.compact(source.bytes, range)
    return text.contains("，") || text.contains("：") ? "" : text
  }
}

/// Names of header fields (practice templates; the statute gives no closed list).
enum HeaderTable {
  /// Field names that are nothing else, and what the standard calls them.
  static let fields: [String: String] = {
    var table = [
      "开庭时间": "时间", "庭审时间": "时间", "审理时间": "时间", "开庭地点": "地点", "庭审地点": "地点", "审理地点": "地点",
      "合议庭成员": "审判组织", "合议庭组成人员": "审判组织", "合议庭组成": "审判组织",
    ]
    let same = """
      时间 地点 案号 案由 审判组织 立案时间 法院 审理法院 审理方式 审理程序 适用程序 是否公开 是否公开审理 旁听人数 庭次 开庭次数
      到庭人员 出庭人员 记录人 案件类型
      """
    for name in same.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(name)] = String(name) }
    return table
  }()
  /// Roles that a header may list with names; the same words are labels of turns.
  static let roles: Set<String> = [
    "审判长", "审判员", "人民陪审员", "陪审员", "法官助理", "书记员", "合议庭", "原告", "被告", "第三人", "上诉人", "被上诉人",
    "申请人", "被申请人", "公诉人", "被告人", "辩护人", "委托诉讼代理人", "委托代理人", "法定代表人", "原告代理人", "被告代理人",
  ]
  static let court = "人民法院"
  static let titles = ["开庭笔录", "法庭笔录", "庭审笔录", "审理笔录", "调解笔录", "询问笔录", "谈话笔录", "听证笔录"]
  static let colon = Array("：".utf8)
  static let separators = ["、", "，", ",", " ", "·", "\u{3000}"].map { Array($0.utf8) }
  static let spoken = "庭 请 的 了 是 好 吗 现 原 被 我 不 没 有".split(separator: " ").map { Array($0.utf8) }
}
