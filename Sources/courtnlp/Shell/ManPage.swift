/// The manual page courtnlp(1), made from the command table in the man(7) macros.
enum ManPage {
  /// The page; `date` and `version` stand at its foot.
  static func page(_ tree: CommandTree, version: String, date: String) -> String {
    var lines = [
      #".\" -*- coding: utf-8 -*- made by `courtnlp man`"#,
      ".TH COURTNLP 1 \"\(date)\" \"courtnlp \(Roff.argument(version))\" \"法院文本工具\"",
      ".ad l", ".nh",
      ".SH 名称", #"courtnlp \- "# + Roff.text("法院可以信赖的中文文本工具"),
      ".SH 概要", ".B courtnlp", ".I 命令", Roff.text("[选项] [参数]"),
      ".SH 说明",
      Roff.text("把语音识别出来的庭审记录规整成标准笔录，从笔录里提取案件要素，办理并证明电子送达，并且说清楚自己有多准。离线运行，同一输入在任何机器上结果相同。"),
      ".SH 命令",
    ]
    lines += tree.commands.flatMap(command)
    lines += [".SH 通用选项"] + CommandSpec.common.flatMap(option)
    for (title, items) in closing { lines += [".SH \(title)"] + items.flatMap { item($0.0, $0.1) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let closing: [(String, [(String, String)])] = [
    (
      "退出码",
      [
        ("0", "完成"), ("1", "完成，但检查没有通过"), ("2", "有内容未能处理"), ("64", "用法错误"),
      ]
    ),
    (
      "环境变量",
      [
        ("COURTNLP_DATA", "模型和规则库所在的目录；给出时只看这里"),
        ("NO_COLOR", "不为空时诊断不带颜色"),
      ]
    ),
    (
      "文件",
      [
        ("rulebases/", "程序旁边的模型和规则库；没有时看程序上一级的 share/courtnlp，再看上级各目录的 rulebases。从不看当前目录。"),
        ("models/*.model", "其中的模型；找不到时提示一次，只用规则"),
      ]
    ),
  ]

  private static func command(_ spec: CommandSpec) -> [String] {
    let words = ["courtnlp", spec.name, spec.operands].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = [".SS " + Roff.argument(words), Roff.text(spec.summary + "。")]
    if !spec.details.isEmpty { lines += [".PP", Roff.text(spec.details)] }
    lines += spec.options.flatMap(option)
    for example in spec.examples {
      lines += [
        ".PP", Roff.text(example.does + "："), ".RS 4", ".nf", Roff.literal(example.line), ".fi", ".RE",
      ]
    }
    return lines
  }

  private static func option(_ option: OptionSpec) -> [String] {
    let names = [option.short, option.name].compactMap { $0 }.map { #"\fB"# + Roff.literal($0) + #"\fR"# }
    let value = option.value.map { #" \fI"# + Roff.literal($0) + #"\fR"# } ?? ""
    let choices = option.choices.isEmpty ? "" : "（\(option.choices.joined(separator: "|"))）"
    return [".TP", names.joined(separator: ", ") + value, Roff.text(option.help + choices)]
  }

  private static func item(_ name: String, _ help: String) -> [String] {
    [".TP", ".B " + Roff.literal(name), Roff.text(help)]
  }
}

/// Text as roff reads it.
enum Roff {
  /// Running text: lines may break between Chinese characters, but not before a closing mark; where the source text
  /// breaks between them, nothing stands.
  static func text(_ text: String) -> String {
    var result = ""
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where scalar != "\n" || !isWide(before) {
      if mayBreak(before, scalar) { result += #"\:"# }
      result += scalar == "\n" ? " " : escaped(scalar)
      before = scalar
    }
    return guarded(result)
  }

  /// Text that stays as it is.
  static func literal(_ text: String) -> String { guarded(text.unicodeScalars.map(escaped).joined()) }

  /// An argument of a macro between quotes.
  static func argument(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "\"" ? #"\(dq"# : escaped($0) }.joined()
  }

  private static let closing = Set("，。？！、；：”’》）】…".unicodeScalars)
  private static let opening = Set("“‘《（【".unicodeScalars)

  private static func mayBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if closing.contains(after) || opening.contains(before) { return false }
    return before == "|" || closing.contains(before) || isWide(before) && isWide(after)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 || closing.contains(scalar) || opening.contains(scalar)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": #"\e"#
    case "-": #"\-"#
    case "'": #"\(aq"#
    case "`": #"\(ga"#
    case "^": #"\(ha"#
    case "~": #"\(ti"#
    default: String(scalar)
    }
  }

  /// The line does not begin with a control character.
  private static func guarded(_ text: String) -> String { text.hasPrefix(".") ? #"\&"# + text : text }
}
