import ChineseText
import TextCore

/// One hearing to work on, whichever door it came through: a file, a line of `--jsonl`, a tool call, the C interface.
public struct Job: Sendable {
  /// What diagnostics call the input: the file's name, or the id of the request.
  public var name: String
  /// The input, not yet decoded.
  public var bytes: [UInt8]
  /// How `bytes` are encoded; nil to find out.
  public var encoding: TextEncoding?
  /// Overrides the case file of the work; nil to leave it.
  public var caseFile: CaseFile?

  /// A job; doors that carry text, not bytes, say that it is UTF-8.
  public init(name: String, bytes: [UInt8], encoding: TextEncoding? = nil, caseFile: CaseFile? = nil) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    self.caseFile = caseFile
  }
}

/// What became of a job.
public struct JobResult: Sendable {
  /// The result in `format`; empty when nothing could be made.
  public var output: [UInt8]
  /// What `output` is.
  public var format: OutputFormat
  /// What somebody should look at.
  public var diagnostics: [Diagnostic]

  /// Puts the parts together.
  public init(output: [UInt8] = [], format: OutputFormat = .text, diagnostics: [Diagnostic] = []) {
    self.output = output
    self.format = format
    self.diagnostics = diagnostics
  }

  /// The first finding that kept the work from being done whole; nil when all was done.
  public var failure: Diagnostic? { diagnostics.first { $0.severity == .error } }
}

/// What a command does with one job, with its options settled.
///
/// Every door passes through `run`: one implementation for each command, and whatever takes a `Work` (files, JSON
/// Lines, the Model Context Protocol, the C interface) serves all commands alike.
public protocol Work: Sendable {
  /// What a request may carry beside `id`, `text` and `case`, in the order of help.
  static var settings: [SettingSpec] { get }

  /// The same work with the settings of one request; throws what is wrong with a value, its place not yet known.
  func applying(_ settings: [JSONNode.Member]) throws(Diagnostic) -> Self

  /// Does the work; never fails: what went wrong is in the result. Linear in the input.
  func run(_ job: Job) -> JobResult
}
