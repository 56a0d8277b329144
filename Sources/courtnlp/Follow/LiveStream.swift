import ChineseText
import Doors
import TextCore
import Transcript

/// Bytes as they come, cut into whole lines, decoded, and given to the live hearing.
struct LiveStream {
  private static let longestLine = 1 << 20

  private let name: String
  private let keepsAll: Bool
  private var live: LiveHearing
  /// A line whose end has not come.
  private var rest: [UInt8] = []
  private var encoding: TextEncoding?
  private var hasReportedEncoding = false
  /// All bytes, when the final text will be made of them.
  private(set) var everything: [UInt8] = []
  /// True when the stream cannot be followed any further.
  private(set) var hasFailed = false

  init(name: String, work: NormalizeWork, keepsAll: Bool) {
    self.name = name
    self.keepsAll = keepsAll
    live = LiveHearing(name: name, options: work.options)
  }

  /// What the bytes settle.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> [LivePart] {
    if keepsAll {
      everything += bytes
      if everything.count > InputFile.maximumSize {
        return fail("IO005", "输入超过 \(InputFile.maximumSize >> 20) MiB，不能再为 -o 保留", "不带 -o 时长度不限")
      }
    }
    rest += bytes
    let feed = rest.lastIndex(of: 0x0A) ?? (rest.count > Self.longestLine ? rest.count - 1 : nil)
    guard let feed else { return [] }
    let lines = Array(rest[...feed])
    rest.removeFirst(feed + 1)
    return take(lines)
  }

  /// What was heard so far.
  mutating func pause() -> [LivePart] { live.pause() }

  /// The last line and what is left.
  mutating func finish() -> [LivePart] {
    let parts = rest.isEmpty || hasFailed ? [] : take(rest)
    rest = []
    return hasFailed ? parts : parts + live.finish()
  }

  private mutating func take(_ lines: [UInt8]) -> [LivePart] {
    let decoded = TextDecoder().decode(lines, name: name, as: encoding)
    guard decoded.isText, decoded.encoding == .utf8 || decoded.encoding == .gb18030 else {
      hasFailed = true
      let utf16 = Diagnostic(
        .error, "TR020", "--follow 只读 UTF-8 和 GB18030，输入是 \(decoded.encoding.rawValue)",
        at: Place(file: name),
        fix: "让写入的程序改用 UTF-8")
      return (decoded.isText ? [utf16] : decoded.diagnostics).map { .note($0) }
    }
    // Plain ASCII says nothing about what will come.
    if decoded.source.bytes.contains(where: { $0 >= 0x80 }) { encoding = decoded.encoding }
    let found = hasReportedEncoding ? [] : decoded.diagnostics
    hasReportedEncoding = hasReportedEncoding || !found.isEmpty
    let parts = found.map { LivePart.note($0) } + live.add(decoded.source.bytes)
    guard live.form == .json else { return parts }
    return parts + fail("TR021", "--follow 不能读 JSON：整个文件读完才能解析", "让识别引擎逐行输出文字")
  }

  private mutating func fail(_ code: String, _ message: String, _ fix: String) -> [LivePart] {
    hasFailed = true
    return [.note(Diagnostic(.error, code, message, at: Place(file: name), fix: fix))]
  }
}
