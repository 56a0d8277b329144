/// The completions for fish, made from the command table.
enum FishCompletion {
  /// The file `courtnlp.fish` of a folder in `$fish_complete_path`.
  static func script(_ tree: CommandTree) -> String {
    let head = """
      # fish completion for courtnlp, made by `courtnlp completions fish`
      # true when the words typed so far begin with these, and with `-x` when they are no more than these
      function __courtnlp_typed
          argparse --stop-nonopt x -- $argv
          set -l typed (commandline --tokenize --current-process --cut-at-cursor)[2..]
          set -q _flag_x; and test (count $typed) -ne (count $argv); and return 1
          test (count $typed) -ge (count $argv); or return 1
          for index in (seq (count $argv))
              test "$typed[$index]" = "$argv[$index]"; or return 1
          end
      end
      complete -c courtnlp -f
      """
    let groups = tree.groups.flatMap { group in
      tree.words(after: group).map { next in
        "complete -c courtnlp -n '\((["__courtnlp_typed -x"] + group).joined(separator: " "))'"
          + " -a \(next.word) -d \(quoted(next.help))"
      }
    }
    return ([head] + groups + tree.commands.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ spec: CommandSpec) -> [String] {
    let start = "complete -c courtnlp -n '__courtnlp_typed \(spec.name)'"
    let options = spec.allOptions.map { option in
      let short = option.short.map { " -s \($0.dropFirst())" } ?? ""
      return start + " -l \(option.name.dropFirst(2))\(short)\(value(option)) -d \(quoted(option.help))"
    }
    switch spec.operandCompletion {
    case .words(let words): return options + [start + " -a '\(words.joined(separator: " "))'"]
    case .none: return options
    default: return options + [start + " -F"]
    }
  }

  private static func value(_ option: OptionSpec) -> String {
    switch option.completion {
    case .none: ""
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .list(let words): " -x -a '(__fish_append , \(words.joined(separator: " ")))'"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .files: " -r -F"
    case .text: " -x"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return "'\(escaped)'"
  }
}
