import ChineseText
import TextCore

/// Reads service records from CSV or JSON Lines, UTF-8 or GB18030, bad rows reported and good rows kept.
public struct RecordImporter: Sendable {
  /// What a file gave.
  public struct Result: Sendable {
    /// The good rows with the line each begins on.
    public var records: [(line: Int, record: ServiceRecord)] = []
    /// Rows with an error.
    public var badRows = 0
    /// Everything that is to be said.
    public var diagnostics: [Diagnostic] = []
  }

  /// Makes an importer.
  public init() {}

  /// Reads a file; what begins with `{` is JSON Lines. Linear.
  public func read(_ bytes: [UInt8], name: String) -> Result {
    let decoded = TextDecoder().decode(bytes, name: name)
    let text = decoded.source.bytes
    var result = Result()
    result.diagnostics = decoded.diagnostics
    let first = text.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == UInt8(ascii: "{") {
      readLines(decoded.source, &result)
    } else {
      readTable(text, name, &result)
    }
    return result
  }

  private func readTable(_ bytes: [UInt8], _ name: String, _ result: inout Result) {
    let rows = DelimitedTable.rows(bytes)
    guard let header = rows.first else {
      result.diagnostics.append(
        Diagnostic(.error, "SV022", "文件是空的，没有表头", at: Place(file: name), fix: "第一行写列名：案号、受送达人、送达文书、程序……"))
      return
    }
    let columns = header.cells.map(ImportColumn.reading)
    guard check(columns, header, name, &result) else { return }
    for row in rows.dropFirst() {
      let place = Place(file: name, position: Position(line: row.line, column: 1))
      guard row.cells.count <= columns.count, !row.isOpen else {
        result.badRows += 1
        let reason = row.isOpen ? "引号没有结束" : "有 \(row.cells.count) 格，表头只有 \(columns.count) 列"
        result.diagnostics.append(
          Diagnostic(
            .error, "SV023", "第 \(row.line) 行\(reason)", at: place, notes: ["这一行没有导入"], fix: "检查引号和分隔符"))
        continue
      }
      var cells: [ImportColumn: String] = [:]
      for (column, cell) in zip(columns, row.cells) { if let column, !cell.isEmpty { cells[column] = cell } }
      take(RowReader(cells, at: place), row.line, &result)
    }
  }

  private func check(
    _ columns: [ImportColumn?], _ header: DelimitedTable.Row, _ name: String, _ result: inout Result
  ) -> Bool {
    let place = Place(file: name, position: Position(line: header.line, column: 1))
    for (column, title) in zip(columns, header.cells) where column == nil && !title.isEmpty {
      result.diagnostics.append(
        Diagnostic(.warning, "SV024", "不认识的列“\(Masking.text(title))”，没有读取", at: place))
    }
    let known = columns.compactMap { $0 }
    if let twice = known.first(where: { column in known.count { $0 == column } > 1 }) {
      result.diagnostics.append(
        Diagnostic(.error, "SV025", "“\(twice.title)”有两列，不知道用哪一列", at: place, fix: "删去或者改名其中一列"))
      return false
    }
    let missing = [ImportColumn.caseNumber, .name, .documents].filter { !known.contains($0) }
    guard !missing.isEmpty else { return true }
    result.diagnostics.append(
      Diagnostic(
        .error, "SV026", "表头缺少：\(missing.map(\.title).joined(separator: "、"))", at: place,
        fix: "补上这些列；列名可以用中文或者英文代码"))
    return false
  }

  private func readLines(_ source: SourceText, _ result: inout Result) {
    for line in 1...source.lines.count {
      let range = source.lines.range(ofLine: line, in: source.bytes)
      guard source.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      let place = Place(file: source.name, position: Position(line: line, column: 1))
      do throws(JSONError) {
        let node = try JSONNode.parse(source.bytes, in: range)
        take(row(node, place, &result), line, &result)
      } catch {
        result.badRows += 1
        let at = source.position(at: error.offset)
        result.diagnostics.append(
          Diagnostic(
            .error, "SV027", error.message, at: Place(file: source.name, position: at), notes: ["这一行没有导入"],
            fix: "每行应是一个 JSON 对象"))
      }
    }
  }

  private func row(_ node: JSONNode, _ place: Place, _ result: inout Result) -> RowReader {
    var cells: [ImportColumn: String] = [:]
    var twice: [ImportColumn] = []
    for member in node.members {
      guard let column = ImportColumn.reading(member.key) else {
        result.diagnostics.append(
          Diagnostic(.warning, "SV024", "不认识的键“\(Masking.text(member.key))”，没有读取", at: place))
        continue
      }
      if cells.updateValue(text(member.node), forKey: column) != nil { twice.append(column) }
    }
    var row = RowReader(cells, at: place)
    for column in twice { row.refuse(twice: column) }
    return row
  }

  private func text(_ node: JSONNode) -> String {
    switch node.value {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): flag ? "是" : "否"
    case .array(let nodes): nodes.map(text).joined(separator: "；")
    case .null, .object: ""
    }
  }

  private func take(_ row: RowReader, _ line: Int, _ result: inout Result) {
    var row = row
    if let record = row.record() { result.records.append((line, record)) } else { result.badRows += 1 }
    result.diagnostics += row.problems
  }
}
