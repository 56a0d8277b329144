/// The completion script for bash, made from the command table; needs bash 4 and nothing else.
enum BashCompletion {
  /// The script.
  static func script(_ tree: CommandTree) -> String {
    """
    # bash completion for courtnlp, made by `courtnlp completions bash`
    _courtnlp_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
    _courtnlp_list() {
      local typed=${current%"${current##*,}"}
      compopt -o nospace 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -P "$typed" -W "$1" -- "${current##*,}")
    }
    _courtnlp_files() {
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
    }
    _courtnlp() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} typed='' index
      # bash splits --form=json into three words
      if [[ $current == = ]]; then
        current=
      elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((index = 1; index < COMP_CWORD; index++)); do
        case "$typed ${COMP_WORDS[index]}" in
          \(steps(tree))) typed="${typed:+$typed }${COMP_WORDS[index]}" ;;
          *) break ;;
        esac
      done
      COMPREPLY=()
      case "$typed $previous" in
    \(values(tree).indented(4))
      esac
      if [[ $current == -* ]]; then
        case $typed in
    \(options(tree).indented(6))
        esac
        return
      fi
      case $typed in
    \(operands(tree).indented(4))
      esac
    }
    complete -F _courtnlp courtnlp

    """
  }

  /// All words that lead on from a group, after the group.
  private static func steps(_ tree: CommandTree) -> String {
    let steps = tree.groups.flatMap { group in
      tree.words(after: group).map { "'\(group.joined(separator: " ")) \($0.word)'" }
    }
    return steps.joined(separator: " | ")
  }

  /// One branch for each kind of value, with all options that take it.
  private static func values(_ tree: CommandTree) -> String {
    var branches: [(action: String, patterns: [String])] = []
    func add(_ options: [OptionSpec], _ command: String) {
      for option in options where option.value != nil {
        let patterns = [option.name, option.short].compactMap { $0 }.map { "\(command)\($0)'" }
        let action = action(option.completion)
        if let index = branches.firstIndex(where: { $0.action == action }) {
          branches[index].patterns += patterns
        } else {
          branches.append((action, patterns))
        }
      }
    }
    for spec in tree.commands { add(spec.options, "'\(spec.name) ") }
    add(CommandSpec.common, "*' ")
    return branches.map { branch in
      "\(branch.patterns.joined(separator: " | "))) \(branch.action)return ;;"
    }.joined(separator: "\n")
  }

  private static func action(_ completion: OptionSpec.Completion) -> String {
    switch completion {
    case .words(let words): "_courtnlp_words '\(words.joined(separator: " "))'; "
    case .list(let words): "_courtnlp_list '\(words.joined(separator: " "))'; "
    case .folders: "_courtnlp_files -d; "
    case .files: "_courtnlp_files -f; "
    case .none, .text: ""
    }
  }

  private static func options(_ tree: CommandTree) -> String {
    let commands = tree.commands.map { spec in
      "'\(spec.name)') _courtnlp_words '\(spec.allOptions.map(\.name).joined(separator: " "))' ;;"
    }
    let groups = tree.groups.map { "'\($0.joined(separator: " "))') _courtnlp_words '--help --version' ;;" }
    return (commands + groups).joined(separator: "\n")
  }

  private static func operands(_ tree: CommandTree) -> String {
    let groups = tree.groups.map { group in
      let words = tree.words(after: group).map(\.word).joined(separator: " ")
      return "'\(group.joined(separator: " "))') _courtnlp_words '\(words)' ;;"
    }
    let commands = tree.commands.compactMap { spec in
      let action = action(spec.operandCompletion)
      return action.isEmpty ? nil : "'\(spec.name)') \(action.dropLast(2)) ;;"
    }
    return (groups + commands).joined(separator: "\n")
  }
}

extension String {
  /// Every line moved right.
  func indented(_ width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: width) + $0 }.joined(separator: "\n")
  }
}
