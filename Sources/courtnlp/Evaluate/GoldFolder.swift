import Evaluation
import Foundation
import TextCore

/// Reads gold folders and the predictions beside them; every gap is named, none is skipped in silence.
struct GoldFolder {
  /// One hearing to score; a missing prediction counts as an empty one.
  struct Item: Sendable {
    let gold: GoldCase
    let predicted: String
  }

  private(set) var items: [Item] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var goldFiles: [(name: String, digest: [UInt8])] = []
  private(set) var predictedFiles: [(name: String, digest: [UInt8])] = []
  private(set) var exitCode = ExitCode.done

  /// Reads `gold/<case>/{case.json,gold.txt}` and `predicted/<case>.txt`.
  init(gold: String, predicted: String) {
    let ids = Self.entries(gold).filter { Self.isFile("\(gold)/\($0)/gold.txt") }
    if ids.isEmpty {
      report(.error, "EV001", "目录里没有标准笔录（<案件>/gold.txt）", gold, "检查目录是否写对", .incomplete)
    }
    if !Self.isDirectory(predicted) {
      report(.error, "EV002", "预测结果目录不存在", predicted, "检查路径是否写对", .incomplete)
    }
    var seen: [String: String] = [:]
    for id in ids { load(id, gold, predicted, &seen) }
    let extra = Self.entries(predicted).filter {
      $0.hasSuffix(".txt") && !ids.contains(String($0.dropLast(4)))
    }
    for name in extra {
      report(
        .warning, "EV004", "预测结果没有对应的标准笔录，未计分", "\(predicted)/\(name)", "补上标准笔录，或删去多余的预测",
        .checkFailed)
    }
  }

  private mutating func load(
    _ id: String, _ gold: String, _ predicted: String, _ seen: inout [String: String]
  ) {
    guard let text = read(gold, "\(id)/gold.txt", isGold: true) else { return }
    let caseFile = Self.isFile("\(gold)/\(id)/case.json") ? readJSON(gold, "\(id)/case.json") : nil
    if let declared = caseFile?["id"]?.string {
      if let other = seen[declared] {
        report(
          .error, "EV005", "案件编号“\(declared)”重复：\(other) 与 \(id)", "\(gold)/\(id)/case.json", "给每件案件一个自己的编号",
          .incomplete)
      }
      seen[declared] = id
    }
    let item =
      caseFile.map { GoldCase(id: id, caseFile: $0, transcript: text) } ?? GoldCase(id: id, transcript: text)
    if TranscriptText(text).content.isEmpty {
      report(.error, "EV006", "标准笔录没有正文，无法计分", "\(gold)/\(id)/gold.txt", "补上正文", .incomplete)
      return
    }
    items.append(Item(gold: item, predicted: prediction(id, predicted)))
  }

  private mutating func prediction(_ id: String, _ folder: String) -> String {
    let names = ["\(id).txt", "\(id)/gold.txt"]
    guard let name = names.first(where: { Self.isFile("\(folder)/\($0)") }) else {
      report(
        .error, "EV003", "缺少 \(id) 的预测结果，按空白笔录计分", "\(folder)/\(names[0])", "用 courtnlp normalize 生成后再评测",
        .incomplete)
      return ""
    }
    return read(folder, name, isGold: false) ?? ""
  }

  private mutating func read(_ folder: String, _ name: String, isGold: Bool) -> String? {
    switch InputFile.read("\(folder)/\(name)") {
    case .success(let bytes):
      let entry = (name: name, digest: SHA256.hash(bytes))
      if isGold { goldFiles.append(entry) } else { predictedFiles.append(entry) }
      return String(decoding: bytes, as: UTF8.self)
    case .failure(let failure):
      diagnostics.append(failure.diagnostic)
      exitCode = max(exitCode, .incomplete)
      return nil
    }
  }

  private mutating func readJSON(_ folder: String, _ name: String) -> JSONNode? {
    guard let text = read(folder, name, isGold: true) else { return nil }
    do {
      return try JSONNode.parse(Array(text.utf8))
    } catch {
      let source = SourceText(name: "\(folder)/\(name)", text)
      let place = Place(source, Span(error.offset, error.offset))
      diagnostics.append(Diagnostic(.error, "EV007", error.message, at: place, fix: "改正 case.json 后重试"))
      exitCode = max(exitCode, .incomplete)
      return nil
    }
  }

  private mutating func report(
    _ severity: Severity, _ code: String, _ message: String, _ file: String, _ fix: String, _ exit: ExitCode
  ) {
    diagnostics.append(Diagnostic(severity, code, message, at: Place(file: file), fix: fix))
    exitCode = max(exitCode, exit)
  }

  static func entries(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  static func isFile(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
  }

  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
