import ChineseText
import ElementRules
import Service
import TextCore

/// `extract`: a transcript in, the facts of the case out.
public struct ExtractWork: Work {
  /// The rule base, compiled once for all jobs.
  public let rules: CompiledRules
  /// The case file of jobs that bring none.
  public var caseFile: CaseFile?
  /// One of `formats`.
  public var format: OutputFormat
  /// Every line is one sentence to tag, nobody speaks.
  public var isLines: Bool

  /// Work with this rule base.
  public init(
    rules: CompiledRules, caseFile: CaseFile? = nil, format: OutputFormat = .text, isLines: Bool = false
  ) {
    self.rules = rules
    self.caseFile = caseFile
    self.format = isLines ? .json : format
    self.isLines = isLines
  }

  /// Decodes, extracts, writes. Errors: what is no text (`EN004`, `WD001`–`WD004`).
  public func run(_ job: Job) -> JobResult {
    let (source, found) = InputText.decode(job)
    guard let source else { return JobResult(format: format, diagnostics: found) }
    let output = isLines ? tags(source) : Array(sheet(source, job.caseFile ?? caseFile).utf8)
    return JobResult(output: output, format: format, diagnostics: found)
  }

  private func sheet(_ source: SourceText, _ caseFile: CaseFile?) -> String {
    let sheet = FactSheet(
      HearingReader.read(source, caseFile: caseFile), rules: rules, calculator: Self.calculator)
    return switch format {
    case .json: FactSheetJSON.lines(sheet)
    case .html: FactSheetHTML.page(sheet)
    default: FactSheetText.text(sheet)
    }
  }

  /// Days off by the published calendar of the courts.
  private static let calculator = Calculator { CourtCalendar.published.workingDay(onOrAfter: $0) }

  private func tags(_ source: SourceText) -> [UInt8] {
    let engine = RuleEngine(rules, text: source.bytes)
    var writer = TaggedLineWriter()
    let endsInBreak = source.bytes.last == 0x0A
    for number in 1...max(1, source.lines.count - (endsInBreak ? 1 : 0)) {
      let range = source.lines.range(ofLine: number, in: source.bytes)
      writer.add(TaggedLine(engine, range), number: number, source.bytes, from: range.lowerBound)
    }
    return writer.output
  }
}

extension ExtractWork {
  /// The forms in which facts are written.
  public static let formats: [OutputFormat] = [.text, .json, .html]

  /// How the facts are written.
  public static var settings: [SettingSpec] {
    [
      SettingSpec(
        "format", "结果的格式：text 为事实表（默认），json 逐条列出，html 为可点击查看原话的页面", choices: formats.map(\.rawValue))
    ]
  }

  /// Reads `format`.
  public func applying(_ settings: [JSONNode.Member]) throws(Diagnostic) -> ExtractWork {
    var work = self
    for member in settings where member.key == "format" && !isLines {
      work.format = try Setting.choice(member, of: Self.formats)
    }
    return work
  }
}
