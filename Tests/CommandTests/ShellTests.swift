import Foundation
import Testing

@testable import courtnlp

/// What shells are told about the tool is the command table; `checks/shell.sh` asks the shells themselves.
@Suite struct ShellTests {
  private static let commands = CommandTable.commands.map { $0.spec }

  @Test(arguments: ["bash", "zsh", "fish"]) func everyCommandAndOptionIsCompleted(_ shell: String) throws {
    let outcome = try Tool.run(["completions", shell])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.components(separatedBy: "\n")
    for spec in Self.commands {
      for option in spec.options {
        let name = shell == "fish" ? "-l \(option.name.dropFirst(2)) " : option.name
        let isThere =
          shell == "zsh"
          ? outcome.output.contains(name) : lines.contains { $0.contains(spec.name) && $0.contains(name) }
        #expect(isThere, "\(spec.name) \(option.name)")
      }
    }
  }

  @Test func theManualPageHasEveryCommandAndOption() throws {
    let page = try Tool.run(["man"]).output
    for spec in Self.commands {
      #expect(page.contains(".SS courtnlp \(spec.name)"))
      for option in spec.options {
        #expect(page.contains(option.name.replacingOccurrences(of: "-", with: #"\-"#)), "\(option.name)")
      }
    }
    #expect(!page.contains("\n\n"), "an empty line is an error in roff")
  }

  @Test func unknownShellsAreRefused() throws {
    let outcome = try Tool.run(["completions", "zhs"])
    #expect(outcome.code == 64 && outcome.errors.contains("是不是想写“completions zsh”"))
  }

  @Test(arguments: [
    (".控制", #"\&.控\:制"#), ("a-b", #"a\-b"#), (#"\n"#, #"\en"#), ("一二，三", #"一\:二，\:三"#),
    ("上文\n下文", #"上\:文\:下\:文"#), ("用 API\n接口", #"用 API 接\:口"#), ("'x'", #"\(aqx\(aq"#),
  ])
  func roffKeepsText(_ text: String, _ roff: String) {
    #expect(Roff.text(text) == roff)
  }

  @Test func groupsAreWalkedLikeTheTable() {
    let tree = CommandTree(commands: Self.commands)
    #expect(tree.groups.first == [] && tree.groups.contains(["service"]))
    #expect(tree.words(after: ["train"]).map(\.word).contains("speakers"))
    #expect(tree.words(after: ["normalize"]).isEmpty)
    #expect(Set(tree.words(after: []).map(\.word)) == Set(Self.commands.map { $0.path[0] }))
  }
}
