import TextCore

/// Help texts made from the command table.
enum Help {
  /// Help of one command.
  static func text(_ spec: CommandSpec) -> String {
    var lines = ["courtnlp \(spec.name)：\(spec.summary)", "", "用法："]
    lines.append("  courtnlp \(spec.name) [选项] \(spec.operands)".trimmingTrailingSpaces)
    if !spec.details.isEmpty { lines += ["", spec.details] }
    if !spec.options.isEmpty { lines += ["", "选项："] + rows(spec.options.map(row)) }
    lines += ["", "通用选项："] + rows(CommandSpec.common.map(row))
    if !spec.examples.isEmpty {
      lines += ["", "示例："] + spec.examples.flatMap { ["  # \($0.does)", "  \($0.line)"] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Help of the tool, or of a group of commands such as `service`.
  static func overview(of group: [String], commands: [CommandSpec]) -> String {
    let inside = commands.filter { $0.path.starts(with: group) }
    var lines = ["courtnlp：法院可以信赖的中文文本工具", "", "用法："]
    lines.append("  courtnlp \((group + ["<命令>"]).joined(separator: " ")) [选项] [参数]")
    lines += ["", "命令："] + rows(inside.map { ($0.name, $0.summary) })
    lines += [
      "", "每个命令都有帮助：courtnlp <命令> --help",
      "退出码：0 完成 · 1 完成但检查未通过 · 2 有内容未能处理 · 64 用法错误",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ option: OptionSpec) -> (String, String) {
    var name = option.short.map { "\($0), \(option.name)" } ?? option.name
    if let value = option.value { name += " " + value }
    let choices = option.choices.isEmpty ? "" : "（\(option.choices.joined(separator: "|"))）"
    return (name, option.help + choices)
  }

  private static func rows(_ pairs: [(String, String)]) -> [String] {
    let width = pairs.map { DisplayWidth.of($0.0) }.max() ?? 0
    return pairs.map { name, help in
      "  " + name + String(repeating: " ", count: width - DisplayWidth.of(name) + 2) + help
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
