import Foundation
import TextCore
import Transcript

/// The commands with all they need loaded: what a program holds that has the toolkit inside, from opening to closing.
///
/// A value without state: any number of threads may ask at once.
public struct Toolkit: Sendable {
  private let doors: [(command: String, door: JSONDoor)]

  /// Loads models and rule bases as the settings say: a JSON object with `data`, the folder that holds them, and
  /// `model`, the punctuation model: `fast`, `accurate`, `none` or a file; empty for neither. Nil when the settings are wrong or a model is
  /// damaged; `diagnostics` says why, and what else somebody should know. Tens of milliseconds.
  public init?(settings: [UInt8], files: DataFiles, _ diagnostics: inout [Diagnostic]) {
    guard let settings = ToolkitSettings(settings, &diagnostics) else { return nil }
    let files = settings.data.map { DataFiles(given: $0, program: nil) } ?? files
    var work = NormalizeWork()
    work.options.loadModels(from: files, punctuation: settings.model, &diagnostics)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    doors = [
      ("normalize", JSONDoor(work)), ("extract", JSONDoor(NamedExtractWork(RuleBases(files)))),
    ]
  }

  /// Answers a request to a command, both as a line of `--jsonl` would have them. Linear in the request.
  public func answer(_ command: String, _ request: [UInt8]) -> Answer {
    if let found = doors.first(where: { $0.command == command }) { return found.door.answer(request) }
    let commands = doors.map(\.command)
    let meant = NearestWord.find(command, in: commands).map { "是不是想写“\($0)”？" } ?? ""
    return .failure(
      Diagnostic(
        .error, "RQ010", "没有命令“\(command)”", fix: meant + "可用的命令：\(commands.joined(separator: "、"))"), 1)
  }
}

/// The settings of a toolkit.
private struct ToolkitSettings {
  private(set) var data: String?
  private(set) var model: String?

  /// Reads JSON; nil when it is not what it should be.
  init?(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    guard !bytes.isEmpty else { return }
    let root = try? JSONNode.parse(bytes)
    guard case .object(let members) = root?.value else {
      diagnostics.append(
        Diagnostic(.error, "TK001", "设置不是有效的 JSON 对象", fix: "例如 {\"data\":\"/opt/courtnlp/share/courtnlp\"}"))
      return nil
    }
    for member in members {
      guard let text = member.node.string else {
        diagnostics.append(Diagnostic(.error, "TK002", "设置里的“\(member.key)”应当是字符串", fix: "检查调用的程序"))
        return nil
      }
      switch member.key {
      case "data": data = text
      case "model": model = text
      default:
        diagnostics.append(
          Diagnostic(.warning, "TK003", "设置里的“\(member.key)”不认识，已忽略", fix: "可用的项：data、model"))
      }
    }
  }
}
