import Foundation
import Testing

/// A wrong command line explains itself in Chinese and suggests the nearest option.
@Suite struct CommandLineTests {
  @Test(arguments: [
    (["normalise"], "normalize"),
    (["normalize", "--levle", "规整"], "--level"),
    (["normalize", "--form", "chanel"], "channel"),
    (["normalize", "--only", "nubmers"], "numbers"),
    (["normalize", "--color", "alway"], "always"),
    (["evaluate", "transcript"], "transcripts"),
  ])
  func suggestsTheNearest(_ words: [String], _ meant: String) throws {
    let outcome = try Tool.run(words)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("错误："))
    #expect(outcome.errors.contains("是不是想写“") && outcome.errors.contains(meant))
  }

  @Test(arguments: [
    ["normalize", "--form"], ["normalize", "--json=1"], ["normalize", "--jobs", "0"],
    ["normalize", "--jobs", "x"],
    ["normalize", "-o", "a", "--in-place", "b"], ["normalize", "--in-place"], [],
    ["extract", "--rules", "divorce", "--in-place", "hearing.txt"], ["rules", "doc", "--in-place", "a.json"],
  ])
  func refusesWrongUsage(_ words: [String]) throws {
    #expect(try Tool.run(words).code == 64)
  }

  @Test(arguments: [
    ["--help"], ["normalize", "--help"], ["--version"], ["normalize", "--version"], ["help"],
  ])
  func helpAndVersionAreResults(_ words: [String]) throws {
    let outcome = try Tool.run(words)
    #expect(outcome.code == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }

  @Test func aMissingFileIsNamedAndTheRestGoesOn() throws {
    try Tool.withFolder { folder in
      let good = folder.appendingPathComponent("good.txt")
      try Data("审判员：现在开庭。\n".utf8).write(to: good)
      let outcome = try Tool.run(["normalize", folder.path + "/none.txt", good.path, folder.path])
      #expect(outcome.code == 2)
      #expect(outcome.output.contains("现在开庭。"))
      #expect(outcome.errors.contains("none.txt") && outcome.errors.contains("IO002"))
      #expect(outcome.errors.contains("IO003"))
    }
  }

  @Test(arguments: ["normalize", "mask"])
  func whatIsNoTextIsRefusedAndTheRestGoesOn(_ command: String) throws {
    try Tool.withFolder { folder in
      let (good, bad) = (folder.appendingPathComponent("good.txt"), folder.appendingPathComponent("bad.txt"))
      try Data("审判员：现在开庭。\n".utf8).write(to: good)
      try Data(count: 1000).write(to: bad)
      let outcome = try Tool.run([command, bad.path, good.path])
      #expect(outcome.code == 2)
      #expect(outcome.output == "审判员：现在开庭。\n")
      #expect(outcome.errors.contains("EN004") && outcome.errors.contains("另存为"))
    }
  }

  @Test func anExistingFileIsNotOverwrittenUnasked() throws {
    try Tool.withFolder { folder in
      let target = folder.appendingPathComponent("out.txt")
      try Data("旧".utf8).write(to: target)
      let refused = try Tool.run(["normalize", "-o", target.path], text: "审判员：开庭。\n")
      #expect(refused.code == 2)
      #expect(try String(contentsOf: target, encoding: .utf8) == "旧")
      let forced = try Tool.run(["normalize", "-o", target.path, "--force"], text: "审判员：开庭。\n")
      #expect(forced.code == 0)
      #expect(try String(contentsOf: target, encoding: .utf8).contains("开庭。"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.txt"])
    }
  }

  /// `courtnlp … | head` must end quietly.
  @Test func aClosedPipeIsSuccess() throws {
    try Tool.withFolder { folder in
      let long = folder.appendingPathComponent("long.txt")
      try Data(String(repeating: "审判员：现在开庭。\n被告：好的。\n", count: 20_000).utf8).write(to: long)
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      shell.arguments = [
        "-c",
        "set -o pipefail; '\(Tool.binary.path)' normalize '\(long.path)' | head -n 1; echo ${PIPESTATUS[0]}",
      ]
      let pipe = Pipe()
      shell.standardOutput = pipe
      try shell.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(text.hasSuffix("\n0\n"))
    }
  }
}
