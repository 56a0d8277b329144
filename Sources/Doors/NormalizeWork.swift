import ChineseText
import TextCore
import Transcript

/// `normalize`: a raw hearing in, a transcript in the standard out. The one function behind every door.
public struct NormalizeWork: Work {
  /// What may be changed, with which model.
  public var options: NormalizeOptions
  /// How the result is written.
  public var format: OutputFormat

  /// The date on the tracked changes of a Word file, such as `2026-03-02T09:00:00Z`; nil for none.
  public var trackedOn: String?

  /// Work with these options.
  public init(
    options: NormalizeOptions = NormalizeOptions(), format: OutputFormat = .text, trackedOn: String? = nil
  ) {
    self.options = options
    self.format = format
    self.trackedOn = trackedOn
  }

  /// Decodes, normalizes, writes. Errors: what is no text (`EN004`, `WD001`–`WD004`), what the reader could not read,
  /// subtitles without times (`TR010`).
  public func run(_ job: Job) -> JobResult {
    let (source, found) = InputText.decode(job)
    guard let source else { return JobResult(format: format, diagnostics: found) }
    var options = options
    if let caseFile = job.caseFile { options.caseFile = caseFile }
    let result = Normalizer.normalize(source, options)
    var answer = JobResult(format: format, diagnostics: found + result.diagnostics)
    do throws(Diagnostic) {
      answer.output = try written(result, court: options.caseFile?.court)
    } catch {
      answer.diagnostics.append(error)
    }
    return answer
  }

  private func written(_ result: Normalized, court: String?) throws(Diagnostic) -> [UInt8] {
    switch format {
    case .text: TextWriter.bytes(result)
    case .json: JSONLinesWriter.bytes(result)
    case .html: HTMLWriter.bytes(result)
    case .docx: WordRecord.bytes(result, court: court, trackedOn: trackedOn)
    case .srt: try SubtitleWriter.bytes(result, .srt)
    case .vtt: try SubtitleWriter.bytes(result, .vtt)
    }
  }
}

extension NormalizeWork {
  /// The options of the command line, value by value.
  public static var settings: [SettingSpec] {
    let kinds = EditKind.allCases.map(\.rawValue)
    return [
      SettingSpec("form", "文字的版式，默认自动识别", choices: ["auto"] + TranscriptForm.allCases.map(\.rawValue)),
      SettingSpec("level", "规整（默认）或逐字（不删任何字词）", choices: NormalizeLevel.allCases.map(\.rawValue)),
      SettingSpec("only", "只做这些种类的改动", choices: kinds, kind: .words),
      SettingSpec("without", "不做这些种类的改动", choices: kinds, kind: .words),
      SettingSpec(
        "format", "结果的格式：text 为标准笔录（默认），json 带每处改动，html 为核对页",
        choices: OutputFormat.allCases.map(\.rawValue)),
    ]
  }

  /// Reads the settings of one request; values have the words of the command line, kinds are arrays of strings.
  public func applying(_ settings: [JSONNode.Member]) throws(Diagnostic) -> NormalizeWork {
    var work = self
    for member in settings {
      switch member.key {
      case "form" where member.node.string == "auto": work.options.form = nil
      case "form": work.options.form = try Setting.choice(member)
      case "level": work.options.level = try Setting.choice(member)
      case "only": work.options.kinds = Set(try Setting.choices(member))
      case "without": work.options.kinds.subtract(try Setting.choices(member) as [EditKind])
      case "format": work.format = try Setting.choice(member)
      default: break
      }
    }
    return work
  }
}
