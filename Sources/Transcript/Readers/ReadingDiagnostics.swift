import TextCore

/// Everything readers say to the user, in one place.
enum ReadingDiagnostics {
  static func unknownLabel(_ source: SourceText, _ label: Range<Int>) -> Diagnostic {
    let name = String(decoding: source.bytes[label], as: UTF8.self)
    return Diagnostic(
      .warning, "TR001", "不认识的发言人标签“\(name)”，按原样保留",
      at: Place(source, Span(label.lowerBound, label.upperBound)),
      fix: "改成审判员、原告、被告代理人等规范标签，或在案件文件里写明此人的身份")
  }

  static func badJSON(_ source: SourceText, _ error: JSONError) -> Diagnostic {
    Diagnostic(
      .error, "TR002", "JSON 无法读完：\(error.message)",
      at: Place(source, Span(min(error.offset, source.bytes.count), min(error.offset, source.bytes.count))),
      notes: ["此处之后的内容没有读入"], fix: "请从识别引擎重新导出；如果这不是 JSON，请用 --form 指明形式")
  }

  static func noSegments(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .warning, "TR003", "JSON 里没有找到带文字的片段", at: Place(file: source.name),
      notes: ["能读的形状：FunASR 的 sentence_info、Whisper 的 segments，以及片段的数组"])
  }

  static func loneSurrogate(_ source: SourceText, _ span: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, "TR004", "JSON 字符串里有不成对的代理项，已用 U+FFFD 标出",
      at: Place(source, Span(span.lowerBound, span.upperBound)), fix: "对照录音补正此处的字")
  }

  static func moreSurrogates(_ source: SourceText, _ count: Int, _ listed: Int) -> Diagnostic {
    Diagnostic(
      .warning, "TR004", "共有 \(count) 段文字里有不成对的代理项，以上只列出 \(listed) 段", at: Place(file: source.name),
      fix: "请检查转写引擎的导出，必要时重新导出")
  }

  static func tooMany(_ source: SourceText, _ what: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "TR005", "\(what)超过 \(limit) 个，其后的内容没有读入", at: Place(file: source.name),
      notes: ["一次庭审不会有这么多，输入可能不是笔录"], fix: "请检查文件，或用 --form 指明形式")
  }

  static func noIdentifiers(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .warning, "TR006", "没有找到“发言人1 00:00:03”一类的编号行，全部内容归于一个未命名的发言人",
      at: Place(file: source.name), fix: "请检查 --form 是否选对")
  }

  static func title(_ source: SourceText, _ line: Range<Int>) -> Diagnostic {
    Diagnostic(
      .note, "TR007", "标题行不写入规整稿", at: Place(source, Span(line.lowerBound, line.upperBound)))
  }

  static func outsideCue(_ source: SourceText, _ line: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, "TR008", "字幕里有不属于任何时间段的文字，作为未命名发言人的话保留",
      at: Place(source, Span(line.lowerBound, line.upperBound)),
      fix: "请检查前一行的时间写法，应为 00:00:01,000 --> 00:00:03,000")
  }

  static func noSpeech(_ source: SourceText, _ form: TranscriptForm) -> Diagnostic {
    Diagnostic(.warning, "TR009", "没有读到任何发言（按 \(form.rawValue) 形式）", at: Place(file: source.name))
  }

  static func noTimes(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, "TR010", "输入里没有时间，写不出字幕", at: Place(file: source.name),
      notes: ["带时间的输入：识别引擎的 JSON、SRT、WebVTT、“发言人1 00:00:03”"], fix: "改用 --format text 或 docx，或者给出带时间的转写结果")
  }
}
