import TextCore

/// One hearing of a gold set.
public struct GoldCase: Sendable {
  /// Folder name, such as `case-01`.
  public let id: String
  /// Form of the raw input: channel, diarized, json, typed, plain; empty when not given.
  public let form: String
  /// Cause of action; empty when not given.
  public let cause: String
  /// Names of the participants, for safety checks.
  public let names: [String]
  /// Gold transcript.
  public let transcript: String

  /// Makes a case from its parts.
  public init(id: String, form: String = "", cause: String = "", names: [String] = [], transcript: String) {
    self.id = id
    self.form = form
    self.cause = cause
    self.names = names
    self.transcript = transcript
  }

  /// Reads form, cause and names from a case file (interfaces.md, "Case file").
  public init(id: String, caseFile: JSONNode, transcript: String) {
    let people = (caseFile["participants"]?.array ?? []).compactMap { $0["name"]?.string }
    self.init(
      id: id, form: caseFile["form"]?.string ?? "", cause: caseFile["cause"]?.string ?? "",
      names: people.flatMap(Self.names), transcript: transcript)
  }

  /// `某公司（法定代表人张三）` names the company and 张三.
  private static func names(_ text: String) -> [String] {
    let parts = text.split { "（）()：，、".contains($0) }.map(String.init)
    return parts.map { part in
      let title = ["法定代表人", "出庭负责人", "负责人"].first(where: part.hasPrefix)
      return title.map { String(part.dropFirst($0.count)) } ?? part
    }.filter { $0.unicodeScalars.count >= 2 }
  }
}
