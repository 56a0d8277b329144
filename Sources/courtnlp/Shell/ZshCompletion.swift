/// The completion function for zsh, made from the command table.
enum ZshCompletion {
  /// The file `_courtnlp` of a folder in `$fpath`.
  static func script(_ tree: CommandTree) -> String {
    """
    #compdef courtnlp
    # zsh completion for courtnlp, made by `courtnlp completions zsh`
    _courtnlp() {
      local typed='' index
      local -a next
      for ((index = 2; index < CURRENT; index++)); do
        case "$typed $words[index]" in
          \(steps(tree))) typed="${typed:+$typed }$words[index]" ;;
          *) break ;;
        esac
      done
      case $typed in
    \(groups(tree).indented(4))
      esac
      # _arguments wants the command itself as the first word
      shift $((index - 2)) words
      ((CURRENT -= index - 2))
      case $typed in
    \(commands(tree).indented(4))
      esac
    }
    # loaded by the completion system, or sourced from .zshrc
    if [[ $funcstack[1] == _courtnlp ]]; then _courtnlp "$@"; else compdef _courtnlp courtnlp; fi

    """
  }

  private static func steps(_ tree: CommandTree) -> String {
    let steps = tree.groups.flatMap { group in
      tree.words(after: group).map { "'\(group.joined(separator: " ")) \($0.word)'" }
    }
    return steps.joined(separator: " | ")
  }

  private static func groups(_ tree: CommandTree) -> String {
    let branches = tree.groups.map { group in
      let words = tree.words(after: group).map { "'\($0.word):\(quoted($0.help, escaping: ":"))'" }
      return """
        '\(group.joined(separator: " "))')
          next=(\(words.joined(separator: " ")))
          _describe -t commands 命令 next
          return ;;
        """
    }
    return branches.joined(separator: "\n")
  }

  private static func commands(_ tree: CommandTree) -> String {
    let branches = tree.commands.map { spec in
      let parts = spec.allOptions.map(argument) + operand(spec)
      return "'\(spec.name)')\n  _arguments -S \\\n"
        + parts.map { "    \($0)" }.joined(separator: " \\\n") + " ;;"
    }
    return branches.joined(separator: "\n")
  }

  /// One option as `_arguments` reads it: `'--form=[help]:FORM:(auto plain)'`.
  private static func argument(_ option: OptionSpec) -> String {
    let sign = option.value == nil ? "" : "="
    let message = option.value.map { ":" + quoted($0, escaping: ":") } ?? ""
    let rest = "[\(quoted(option.help, escaping: "[]:"))]\(message)\(action(option.completion))"
    let many = option.repeats ? "*" : ""
    guard let short = option.short else { return "'\(many)\(option.name)\(sign)\(rest)'" }
    return "'\(option.repeats ? "*" : "(\(short) \(option.name))")'{\(short),\(option.name)\(sign)}'\(rest)'"
  }

  private static func operand(_ spec: CommandSpec) -> [String] {
    let completion = spec.operandCompletion
    return completion == .none ? [] : ["'*:\(quoted(spec.operands, escaping: ":"))\(action(completion))'"]
  }

  private static func action(_ completion: OptionSpec.Completion) -> String {
    switch completion {
    case .none: ""
    case .words(let words): ":(\(words.joined(separator: " ")))"
    case .list(let words): ":_values -s , KIND \(words.joined(separator: " "))"
    case .folders: ":_files -/"
    case .files: ":_files"
    case .text: ": "
    }
  }

  private static func quoted(_ text: String, escaping special: String) -> String {
    text.reduce(into: "") { result, character in
      if special.contains(character) || character == "\\" { result += "\\" }
      result += character == "'" ? "'\\''" : String(character)
    }
  }
}
