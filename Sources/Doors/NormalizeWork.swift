import ChineseText
import TextCore
import Transcript

/// `normalize`: a raw hearing in, a transcript in the standard out. The one function behind every door.
public struct NormalizeWork: Work {
  /// What may be changed, with which model.
  public var options: NormalizeOptions
  /// How the result is written.
  public var format: OutputFormat

  /// Work with these options.
  public init(options: NormalizeOptions = NormalizeOptions(), format: OutputFormat = .text) {
    self.options = options
    self.format = format
  }

  /// Decodes, normalizes, writes. Errors: what is no text (`EN004`), what the reader could not read.
  public func run(_ job: Job) -> JobResult {
    let decoded = TextDecoder().decode(job.bytes, name: job.name, as: job.encoding)
    guard decoded.isText else { return JobResult(format: format, diagnostics: decoded.diagnostics) }
    var options = options
    if let caseFile = job.caseFile { options.caseFile = caseFile }
    let result = Normalizer.normalize(decoded.source, options)
    return JobResult(
      output: written(result), format: format, diagnostics: decoded.diagnostics + result.diagnostics)
  }

  private func written(_ result: Normalized) -> [UInt8] {
    switch format {
    case .text: TextWriter.bytes(result)
    case .json: JSONLinesWriter.bytes(result)
    case .html: HTMLWriter.bytes(result)
    }
  }
}

extension NormalizeWork {
  /// `form`, `level`, `only`, `without`, `format`, as on the command line.
  public static let settings = ["form", "level", "only", "without", "format"]

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
