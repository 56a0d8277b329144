import ChineseText
import Doors
import TextCore
import Transcript

/// `courtnlp mask`: takes out what names a person before a transcript is published.
enum MaskCommand: Command {
  private static let kinds = MaskKind.allCases.map(\.rawValue)

  static let spec = CommandSpec(
    path: ["mask"], summary: "公布前隐去姓名、证件、电话、账号、车牌、住址等个人信息", operands: "[文件…|-]", operandCount: 0...Int.max,
    options: [
      .value("--case", "FILE", "案件信息 case.json：参加人的姓名由此得知"),
      .list("--only", "KIND,…", choices: kinds, "只隐去这些种类"),
      .list("--without", "KIND,…", choices: kinds, "不隐去这些种类"),
      .flag("--lines", "逐行处理，行数不变（本命令总是如此）"),
      .value("--mapping", "FILE", "把真名与化名等对照写入 FILE；不给出就不写"),
      .value("--format", "FORMAT", choices: ["text", "json"], "输出格式，json 逐条列出改动（不含原文）"),
    ] + CommandSpec.rewriting,
    details: """
      依据法释〔2016〕19号第九条、第十条。同一个人的化名前后一致：张某；同姓的另一人是张某1。保留角色、案号、法院、单位和金额，
      住址保留到县、区。没有案件信息时，只认得出原文作过介绍的人（我叫×××、原告×××诉、委托代理人×××、被告（×××））。
      最后复查一遍，仍有发现时报告位置，退出码 1。健康状况、商业秘密等要靠人判断的内容不会自动隐去，公布前请人工审核。
      """,
    examples: [
      ("courtnlp mask 笔录.txt --case case.json -o 公布.txt", "隐去个人信息"),
      ("courtnlp mask 笔录.txt --without addresses --mapping 对照.jsonl", "保留住址，另存对照表"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    var kinds = Set(MaskKind.allCases)
    if let only = arguments.list("--only") {
      kinds = Set(only.compactMap(MaskKind.init(rawValue:)))
    }
    if let without = arguments.list("--without") {
      kinds.subtract(without.compactMap(MaskKind.init(rawValue:)))
    }
    let (caseFile, code) = arguments["--case"].map { CaseFileInput.read($0, console) } ?? (nil, .done)
    guard code == .done else { return code }
    let isJSON = arguments.has("--json") || arguments["--format"] == "json"
    let batch = try FileBatch(arguments, console, fileExtension: isJSON ? "jsonl" : "txt")
    let masker = Masker(kinds: kinds, caseFile: caseFile)
    let mappings = MappingSlots()
    let result = batch.run { input in
      let (source, found) = InputText.decode(Job(name: input.name, bytes: input.bytes))
      guard let source else { return FileResult(diagnostics: found, code: .incomplete) }
      let masked = masker.mask(source)
      mappings.add(input.name, masked.mapping)
      return FileResult(
        output: isJSON ? json(masked) : masked.text.bytes,
        diagnostics: found + masked.diagnostics,
        code: masked.diagnostics.isEmpty ? .done : .checkFailed)
    }
    guard let path = arguments["--mapping"] else { return result }
    return max(result, writeMapping(mappings.lines, path, arguments, console))
  }

  private static func writeMapping(
    _ lines: [UInt8], _ path: String, _ arguments: Arguments, _ console: Console
  ) -> ExitCode {
    guard let failure = OutputFile.write(lines, to: path, overwrite: arguments.has("--force")) else {
      return .done
    }
    console.report(failure)
    return .incomplete
  }

  /// Typed lines: begin, one edit each (never what stood there), the text, end.
  private static func json(_ masked: MaskedText) -> [UInt8] {
    var lines: [String] = []
    var begin = JSONObjectWriter()
    begin.add("type", "begin")
    begin.add("file", masked.text.source.name)
    lines.append(begin.text)
    for record in masked.text.records {
      let position = masked.text.source.position(at: record.source.start)
      var place = JSONObjectWriter()
      place.add("start", record.source.start)
      place.add("end", record.source.end)
      place.add("line", position.line)
      place.add("column", position.column)
      var edit = JSONObjectWriter()
      edit.add("type", "edit")
      edit.add("kind", String(record.kind))
      edit.add("rule", record.rule)
      edit.add("after", masked.text.after(record))
      edit.addRaw("source", place.text)
      lines.append(edit.text)
    }
    var text = JSONObjectWriter()
    text.add("type", "text")
    text.add("text", masked.text.string)
    var end = JSONObjectWriter()
    end.add("type", "end")
    end.add("edits", masked.text.records.count)
    end.add("left", masked.diagnostics.count)
    return Array((lines + [text.text, end.text]).joined(separator: "\n").utf8) + [0x0A]
  }
}
