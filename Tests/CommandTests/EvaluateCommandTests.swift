import Foundation
import Testing

/// Gaps in gold or predictions are named and counted, never passed over; claims decide the exit code.
@Suite struct EvaluateCommandTests {
  private static let gold = "案号：一\n\n审判员：签没签？\n原告：签了。\n"

  private func write(_ files: [String: String], in folder: URL) throws {
    for (name, text) in files {
      let place = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
  }

  private func evaluate(
    _ files: [String: String], _ kind: String = "transcripts", _ options: [String] = [],
    _ check: (Tool.Outcome) throws -> Void
  ) throws {
    try Tool.withFolder { folder in
      try write(files, in: folder)
      let base = folder.path
      let operands =
        kind == "tags" ? ["\(base)/gold.jsonl", "\(base)/out.jsonl"] : ["\(base)/gold", "\(base)/out"]
      try check(try Tool.run(["evaluate", kind] + operands + options))
    }
  }

  @Test func perfectIsZero() throws {
    let files = ["gold/case-01/gold.txt": Self.gold, "out/case-01.txt": Self.gold]
    try evaluate(files, options: ["--require", "overall>=0.98", "--require", "safety<=0"]) {
      #expect($0.code == 0 && $0.output.contains("100.00") && $0.output.contains("签名：metric:transcripts-1"))
    }
    try evaluate(files, options: ["--require", "overall>=0.98@ci95"]) {
      #expect($0.code == 1 && $0.output.contains("无法判定"))
    }
    try evaluate(files, options: ["--require", "overal>=0.98"]) {
      #expect($0.code == 64 && $0.errors.contains("overall"))
    }
  }

  private func evaluate(_ files: [String: String], options: [String], _ check: (Tool.Outcome) throws -> Void)
    throws
  {
    try evaluate(files, "transcripts", options, check)
  }

  @Test func aMissingPredictionIsNamedAndCounted() throws {
    try evaluate([
      "gold/case-01/gold.txt": Self.gold, "gold/case-02/gold.txt": Self.gold, "out/case-01.txt": Self.gold,
    ]) {
      #expect($0.code == 2 && $0.errors.contains("case-02") && $0.errors.contains("EV003"))
      #expect($0.output.contains("2 件") && $0.output.contains("50.00"))
    }
  }

  @Test func anExtraPredictionIsNamed() throws {
    try evaluate([
      "gold/case-01/gold.txt": Self.gold, "out/case-01.txt": Self.gold, "out/case-09.txt": Self.gold,
    ]) { #expect($0.code == 1 && $0.errors.contains("case-09") && $0.errors.contains("EV004")) }
  }

  @Test func emptyGoldIsNamed() throws {
    try evaluate([
      "gold/case-01/gold.txt": Self.gold, "gold/case-02/gold.txt": "案号：一\n\n", "out/case-01.txt": Self.gold,
      "out/case-02.txt": Self.gold,
    ]) { #expect($0.code == 2 && $0.errors.contains("EV006") && $0.output.contains("1 件")) }
  }

  @Test func duplicateIdsAreNamed() throws {
    try evaluate([
      "gold/case-01/gold.txt": Self.gold, "gold/case-02/gold.txt": Self.gold,
      "gold/case-01/case.json": "{\"id\":\"x\"}",
      "gold/case-02/case.json": "{\"id\":\"x\"}", "out/case-01.txt": Self.gold, "out/case-02.txt": Self.gold,
    ]) { #expect($0.code == 2 && $0.errors.contains("EV005") && $0.errors.contains("case-01 与 case-02")) }
  }

  @Test func unequalLinesOfTagsAreNamed() throws {
    let files = [
      "gold.jsonl": "{\"text\":\"a\",\"labels\":[\"DV1\"]}\n{\"text\":\"b\",\"labels\":[]}\n",
      "out.jsonl": "{\"text\":\"a\",\"labels\":[\"DV1\"]}\n",
    ]
    try evaluate(files, "tags", ["--rounds", "10"]) { #expect($0.code == 2 && $0.errors.contains("EV013")) }
  }

  @Test(arguments: ["text", "json", "html"])
  func theNumberOfJobsChangesNothing(format: String) throws {
    let wrong = Self.gold.replacingOccurrences(of: "签了", with: "没签")
    var files: [String: String] = [:]
    for index in 1...9 {
      files["gold/case-0\(index)/gold.txt"] = Self.gold
      files["out/case-0\(index).txt"] = index % 3 == 0 ? wrong : Self.gold
    }
    try Tool.withFolder { folder in
      try write(files, in: folder)
      let words = [
        "evaluate", "transcripts", folder.path + "/gold", folder.path + "/out", "--format", format,
      ]
      let one = try Tool.run(words + ["--jobs", "1"])
      #expect(one.output == (try Tool.run(words + ["--jobs", "8"]).output))
      #expect(!one.output.isEmpty)
    }
  }

  /// Marks are taken off and put back: with the ends known, rules alone close every turn.
  @Test func punctuationIsMeasuredOnBareText() throws {
    try Tool.withFolder { folder in
      let text = "时间：2025年3月4日\n\n审判长：借条是谁写的？\n被告：是我写的。\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("甲.txt"))
      let outcome = try Tool.run([
        "evaluate", "punctuation", folder.path, "--model", "none", "--model", "fast",
      ])
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      let lines = outcome.output.split(separator: "\n")
      #expect(
        lines.count == 3 && lines[1].hasPrefix("none  1.000（1.000–1.000）") && lines[1].hasSuffix("（1 件）"))
      #expect(lines[2].hasPrefix("fast  "))
      let none = try Tool.run(["evaluate", "punctuation", folder.path, "--held-out"])
      #expect(none.code != 0 && none.errors.contains("EV001"))
    }
  }
}
