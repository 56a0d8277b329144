import Foundation
import TextCore
import Testing

@testable import courtnlp

/// `normalize --follow` on a real pipe: turns as they come, a writer that stalls, SIGINT.
@Suite struct FollowTests {
  /// A running tool whose input stays open.
  private final class Running {
    let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var reader: LineReader

    init(_ arguments: [String]) throws {
      Platform.ignoreBrokenPipes()
      process.executableURL = Tool.binary
      process.arguments = ["normalize", "--follow"] + arguments
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      reader = LineReader(output.fileHandleForReading, limit: 1 << 20)
      try process.run()
    }

    func say(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    func hear() throws -> String? {
      guard case .bytes(let line) = try reader.next() else { return nil }
      return String(decoding: line, as: UTF8.self)
    }

    /// All that is left, and the exit code.
    func end(closing: Bool = true) throws -> ([String], Int32) {
      if closing { try input.fileHandleForWriting.close() }
      var lines: [String] = []
      while let line = try hear() { lines.append(line) }
      process.waitUntilExit()
      return (lines, process.terminationStatus)
    }
  }

  private static let opening = (1...9).map { "审判员：第\($0)个问题是什么\n原告：是一万元\n" }.joined()

  @Test func turnsComeWhileTheHearingRuns() throws {
    let tool = try Running([])
    try tool.say(Self.opening)
    #expect(try tool.hear()?.hasPrefix("审判员：第") == true)
    for _ in 2...17 { _ = try tool.hear() }
    try tool.say("被告：我不同意\n")
    #expect(try tool.hear() == "原告：是1万元。")
    try tool.say("审判员：休庭\n")
    #expect(try tool.hear() == "被告：我不同意。")
    let (rest, code) = try tool.end()
    #expect(rest == ["审判员：休庭。"] && code == 0)
  }

  @Test func aStalledWriterHoldsNothingBack() throws {
    let tool = try Running(["--pause", "1", "--json"])
    try tool.say("审判员：现在开庭\n原告：我借给他一万元\n")
    var turns: [JSONNode] = []
    for _ in 1...2 { turns.append(try JSONNode.parse(Array((try tool.hear() ?? "").utf8))) }
    #expect(turns[1]["text"]?.string == "我借给他1万元。" && turns[1]["whole"]?.bool == false)
    try tool.say("原告：他没有还\n被告：还了\n")
    let more = try JSONNode.parse(Array((try tool.hear() ?? "").utf8))
    #expect(more["text"]?.string == "他没有还。" && more["continues"]?.bool == true && more["n"]?.int == 2)
    let (rest, code) = try tool.end()
    #expect(rest.last == "{\"type\":\"end\",\"turns\":3}" && code == 0)
  }

  /// SIGINT: what was heard is written, the final text too, and the code is 0.
  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptEndsTheHearingCleanly(_ kind: Int32) throws {
    try Tool.withFolder { folder in
      let final = folder.appendingPathComponent("定稿.txt")
      let tool = try Running(["-o", final.path])
      try tool.say(Self.opening)
      _ = try tool.hear()
      try tool.say("被告：我不同意\n审判员：休")
      kill(tool.process.processIdentifier, kind)
      let (rest, code) = try tool.end(closing: false)
      #expect(code == 0)
      #expect(rest.suffix(2) == ["被告：我不同意。", "审判员：休。"])
      let batch = try Tool.run(["normalize"], text: Self.opening + "被告：我不同意\n审判员：休").output
      #expect(try String(contentsOf: final, encoding: .utf8) == batch)
    }
  }

  @Test(arguments: ["GB18030", "UTF-8"])
  func theFinalTextIsThatOfTheBatch(_ encoding: String) throws {
    // 审判员：开庭
    let gbk: [UInt8] = [0xC9, 0xF3, 0xC5, 0xD0, 0xD4, 0xB1, 0xA3, 0xBA, 0xBF, 0xAA, 0xCD, 0xA5, 0x0A]
    let input = encoding == "UTF-8" ? Data(Self.opening.utf8) : Data(gbk)
    try Tool.withFolder { folder in
      let final = folder.appendingPathComponent("a.txt")
      let live = try Tool.run(["normalize", "--follow", "-o", final.path], input: input)
      let batch = try Tool.run(["normalize"], input: input)
      #expect(live.code == 0 && live.output == batch.output)
      #expect(try String(contentsOf: final, encoding: .utf8) == batch.output)
    }
  }

  @Test func whatCannotBeFollowedIsRefused() throws {
    for options in [
      ["--form", "json"], ["--in-place", "a"], ["--jsonl"], ["--format", "html"], ["a", "b"],
    ] {
      #expect(try Tool.run(["normalize", "--follow"] + options).code == 64)
    }
    let json = try Tool.run(["normalize", "--follow"], text: "{\"sentence_info\":[]}\n")
    #expect(json.code == 2 && json.errors.contains("TR021"))
    let binary = try Tool.run(["normalize", "--follow"], input: Data(count: 5000))
    #expect(binary.code == 2 && binary.errors.contains("EN004"))
  }
}
