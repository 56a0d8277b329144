import TextCore

/// Reads single values of a request.
public enum Setting {
  /// The value as one of the words of `Choice`.
  public static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ member: JSONNode.Member
  ) throws(Diagnostic) -> Choice { try choice(member.key, member.node) }

  /// The value as one of some words of `Choice`.
  public static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ member: JSONNode.Member, of choices: [Choice]
  ) throws(Diagnostic) -> Choice {
    let choice: Choice = try choice(member)
    guard choices.contains(where: { $0.rawValue == choice.rawValue }) else {
      let words = choices.map(\.rawValue).joined(separator: "、")
      throw Diagnostic(
        .error, "RQ004", "请求里的“\(member.key)”不能是“\(choice.rawValue)”", fix: "可用的值：\(words)")
    }
    return choice
  }

  /// The value as an array of words of `Choice`.
  public static func choices<Choice: CaseIterable & RawRepresentable<String>>(
    _ member: JSONNode.Member
  ) throws(Diagnostic) -> [Choice] {
    guard case .array(let nodes) = member.node.value else {
      throw wrong(member.key, "应当是字符串的数组", Choice.self)
    }
    var choices: [Choice] = []
    for node in nodes { choices.append(try choice(member.key, node)) }
    return choices
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ node: JSONNode
  ) throws(Diagnostic) -> Choice {
    guard let word = node.string else { throw wrong(key, "应当是字符串", Choice.self) }
    guard let choice = Choice(rawValue: word) else { throw wrong(key, "不能是“\(word)”", Choice.self) }
    return choice
  }

  private static func wrong<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ what: String, _ type: Choice.Type
  ) -> Diagnostic {
    let words = type.allCases.map(\.rawValue).joined(separator: "、")
    return Diagnostic(.error, "RQ004", "请求里的“\(key)”\(what)", fix: "可用的值：\(words)")
  }
}
