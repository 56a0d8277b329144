/// `courtnlp completions`: what lets a shell complete commands, options and values.
enum CompletionsCommand: Command {
  static let spec = CommandSpec(
    path: ["completions"], summary: "输出命令行补全脚本", operands: "bash|zsh|fish", operandCount: 1...1,
    operandChoices: ["bash", "zsh", "fish"],
    details: "由命令表生成，与程序本身一致。发行包里已经装好；自己安装时按下面的例子放到各自的目录。",
    examples: [
      ("courtnlp completions bash > ~/.local/share/bash-completion/completions/courtnlp", "bash"),
      ("courtnlp completions zsh > ~/.zfunc/_courtnlp", "zsh，~/.zfunc 要在 fpath 里"),
      ("courtnlp completions fish > ~/.config/fish/completions/courtnlp.fish", "fish"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) -> ExitCode {
    let tree = CommandTree(commands: CommandTable.commands.map { $0.spec })
    switch arguments.operands.first {
    case "zsh": console.write(ZshCompletion.script(tree))
    case "fish": console.write(FishCompletion.script(tree))
    default: console.write(BashCompletion.script(tree))
    }
    return .done
  }
}
