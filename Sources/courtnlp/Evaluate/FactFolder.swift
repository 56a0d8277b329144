import Evaluation
import TextCore

/// Reads gold facts and the predictions beside them, and scores each hearing.
struct FactFolder {
  private let gold: String
  private let predicted: String
  private(set) var scores: [FactScore] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var goldFiles: [(name: String, digest: [UInt8])] = []
  private(set) var predictedFiles: [(name: String, digest: [UInt8])] = []
  private(set) var exitCode = ExitCode.done

  init(gold: String, predicted: String) {
    self.gold = gold
    self.predicted = predicted
  }

  mutating func read() {
    let ids = GoldFolder.entries(gold).filter { GoldFolder.isFile("\(gold)/\($0)/facts.json") }
    if ids.isEmpty {
      report("EV020", "目录里没有标准事实（<案件>/facts.json）", gold, "检查目录是否写对", .incomplete)
    }
    for id in ids { score(id) }
    let extra = GoldFolder.entries(predicted).filter {
      $0.hasSuffix(".jsonl") && !ids.contains(String($0.dropLast(6)))
    }
    for name in extra {
      report("EV021", "预测结果没有对应的标准事实，未计分", "\(predicted)/\(name)", "补上标准事实，或删去多余的预测", .checkFailed)
    }
  }

  private mutating func score(_ id: String) {
    guard case .success(let bytes) = InputFile.read("\(gold)/\(id)/facts.json"),
      let node = try? JSONNode.parse(bytes)
    else { return report("EV022", "读不懂标准事实，没有计分", "\(gold)/\(id)/facts.json", "改正后重试", .incomplete) }
    goldFiles.append(("\(id)/facts.json", SHA256.hash(bytes)))
    let sheet = FactSheet(gold: node)
    if sheet.facts.isEmpty {
      return report("EV024", "标准事实是空的，没有计分", "\(gold)/\(id)/facts.json", "补上事实，或删去文件", .incomplete)
    }
    let found = prediction(id)
    for element in sheet.duplicates {
      report("EV025", "标准里要素“\(element)”重复，只用第一个", "\(gold)/\(id)/facts.json", "合并成一个", .checkFailed)
    }
    for element in found.duplicates {
      report("EV025", "预测里要素“\(element)”重复，只用第一个", "\(predicted)/\(id).jsonl", "每个要素只应有一行", .checkFailed)
    }
    scores.append(FactScore(id: id, gold: sheet, predicted: found))
  }

  private mutating func prediction(_ id: String) -> FactSheet {
    let name = "\(predicted)/\(id).jsonl"
    if !GoldFolder.isFile(name), let own = ownGold(id) { return own }
    guard GoldFolder.isFile(name) else {
      report("EV023", "缺少 \(id) 的预测结果，按没有抽取计分", name, "用 courtnlp extract --json 生成后再评测", .incomplete)
      return FactSheet()
    }
    let file = LineFile(name)
    diagnostics += file.diagnostics
    if !file.isWhole { exitCode = max(exitCode, .incomplete) }
    predictedFiles.append(("\(id).jsonl", file.digest))
    return FactSheet(lines: file.nodes)
  }

  /// A gold folder may stand in for predictions, to see that gold against itself is perfect.
  private mutating func ownGold(_ id: String) -> FactSheet? {
    guard case .success(let bytes) = InputFile.read("\(predicted)/\(id)/facts.json"),
      let node = try? JSONNode.parse(bytes)
    else { return nil }
    predictedFiles.append(("\(id)/facts.json", SHA256.hash(bytes)))
    return FactSheet(gold: node)
  }

  private mutating func report(
    _ code: String, _ message: String, _ file: String, _ fix: String, _ exit: ExitCode
  ) {
    diagnostics.append(
      Diagnostic(exit == .incomplete ? .error : .warning, code, message, at: Place(file: file), fix: fix))
    exitCode = max(exitCode, exit)
  }
}
