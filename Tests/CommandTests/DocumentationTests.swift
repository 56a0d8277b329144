import Foundation
import Testing

@testable import courtnlp

/// What is written about the tool is what the tool does.
@Suite struct DocumentationTests {
  /// `docs/commands.md` holds the help of every command; UPDATE_GOLDEN=1 writes it anew.
  @Test func theCommandPageIsTheHelp() throws {
    let page = Tool.root.appendingPathComponent("docs/commands.md")
    let expected = Self.commandPage()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(expected.utf8).write(to: page)
    }
    #expect(
      try String(contentsOf: page, encoding: .utf8) == expected,
      "运行 UPDATE_GOLDEN=1 swift test --filter DocumentationTests")
  }

  @Test func everyCommandIsInTheReadme() throws {
    for name in ["README.md", "README.en.md"] {
      let text = try String(contentsOf: Tool.root.appendingPathComponent(name), encoding: .utf8)
      for command in CommandTable.commands {
        #expect(text.contains("courtnlp \(command.spec.path[0])"), "\(name)")
      }
    }
  }

  @Test func everyKindOfChangeIsExplained() throws {
    let text = try String(contentsOf: Tool.root.appendingPathComponent("docs/normalize.md"), encoding: .utf8)
    for kind in NormalizeCommand.kinds { #expect(text.contains("| `\(kind)` |")) }
  }

  /// Every example in the help is a command line that the tool accepts.
  @Test func examplesParse() throws {
    for command in CommandTable.commands {
      for example in command.spec.examples {
        let part = example.line.components(separatedBy: "courtnlp \(command.spec.name)").last ?? ""
        let words = part.components(separatedBy: CharacterSet(charactersIn: "|>"))[0]
          .split(separator: " ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'\"")) }
        #expect(throws: Never.self, "\(example.line)") { try Arguments(words, for: command.spec) }
      }
    }
  }

  private static func commandPage() -> String {
    let helps = CommandTable.commands.map { "## courtnlp \($0.spec.name)\n\n```\n\(Help.text($0.spec))```\n" }
    return "# 命令\n\n由 `courtnlp --help` 生成，测试保证与程序一致。\n\n" + helps.joined(separator: "\n")
  }
}
