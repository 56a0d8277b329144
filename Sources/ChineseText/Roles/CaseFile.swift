import TextCore

/// What the court knows about a case before the hearing: `case.json` of the interfaces.
public struct CaseFile: Hashable, Sendable {
  /// Id of the case in its collection.
  public var id: String?
  /// Layout of the transcript.
  public var form: String?
  /// 案由
  public var cause: String?
  /// Name of the court.
  public var court: String?
  /// 案号
  public var caseNumber: String?
  /// 简易程序 …
  public var procedure: String?
  /// Parties, agents, judges and others, in the order of the file.
  public var participants: [Participant]
  /// False when a gold case is to be run without its case file.
  public var providedToTool: Bool

  /// A case file with nothing but participants.
  public init(participants: [Participant] = []) {
    self.participants = participants
    providedToTool = true
  }

  /// Reads a case file; unknown keys and roles are warnings (`CF003`–`CF006`), text that is no such file gives nil and
  /// an error (`CF001`, `CF002`).
  public static func read(_ source: SourceText) -> (file: CaseFile?, diagnostics: [Diagnostic]) {
    CaseFileReader.read(source)
  }
}
