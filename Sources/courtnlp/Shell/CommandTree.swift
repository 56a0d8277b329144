/// The command table as a shell walks it: the words that may come after the words typed so far.
struct CommandTree {
  let commands: [CommandSpec]

  /// Every beginning of a command's path that is no command itself: nothing, `service`, …
  var groups: [[String]] {
    var seen: [[String]] = [[]]
    for spec in commands {
      for length in 1..<max(1, spec.path.count) where !seen.contains(Array(spec.path.prefix(length))) {
        seen.append(Array(spec.path.prefix(length)))
      }
    }
    return seen
  }

  /// What may come next after a group, with one line about it.
  func words(after group: [String]) -> [(word: String, help: String)] {
    var found: [(word: String, help: String)] = []
    for spec in commands where spec.path.starts(with: group) && spec.path.count > group.count {
      let word = spec.path[group.count]
      guard !found.contains(where: { $0.word == word }) else { continue }
      let isCommand = spec.path.count == group.count + 1
      found.append((word, isCommand ? spec.summary : groupHelp(group + [word])))
    }
    return found
  }

  private func groupHelp(_ group: [String]) -> String {
    words(after: group).map(\.word).joined(separator: "、")
  }
}

extension OptionSpec {
  /// What a shell completes where a value of the option is due.
  enum Completion: Equatable {
    /// A switch.
    case none
    /// One of these words.
    case words([String])
    /// Some of these words, with commas between them.
    case list([String])
    /// A folder.
    case folders
    /// A file.
    case files
    /// Something only the user knows.
    case text
  }

  /// By the choices, or by what the value is called in help.
  var completion: Completion {
    guard let value else { return .none }
    if !choices.isEmpty { return isList ? .list(choices) : .words(choices) }
    if value.contains("DIR") { return .folders }
    return ["FILE", "MODEL", ".json"].contains { value.contains($0) } ? .files : .text
  }
}

extension CommandSpec {
  /// What a shell completes where an operand is due.
  var operandCompletion: OptionSpec.Completion {
    if !operandChoices.isEmpty { return .words(operandChoices) }
    return operandCount.upperBound > 0 ? .files : .none
  }
}
