import Doors

/// `courtnlp man`: the manual page.
enum ManCommand: Command {
  static let spec = CommandSpec(
    path: ["man"], summary: "输出手册页（roff）",
    details: "由命令表生成，与程序本身一致。",
    examples: [
      ("courtnlp man | man -l -", "看手册"),
      ("courtnlp man > ~/.local/share/man/man1/courtnlp.1", "装上之后可以 man courtnlp"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) -> ExitCode {
    let tree = CommandTree(commands: CommandTable.commands.map { $0.spec })
    console.write(ManPage.page(tree, version: Release.version, date: Release.date))
    return .done
  }
}
