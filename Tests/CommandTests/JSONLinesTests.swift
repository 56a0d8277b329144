import Foundation
import TextCore
import Testing

@testable import courtnlp

/// `normalize --jsonl`: one request a line in, one answer a line out.
@Suite struct JSONLinesTests {
  private static let hearings = (1...40).map { number in
    "审判员：现在开庭\n"
      + String(repeating: "原告：借款一万\(["二", "三", "五"][number % 3])千元\n被告：嗯，对\n", count: number % 7 * 20 + 1)
  }

  private static let requests = hearings.enumerated().map {
    "{\"id\":\($0.offset),\"text\":\(JSONText.quoted($0.element))}\n"
  }.joined()

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [1, 2, 5])
  func answersComeInOrderWhateverTheNumberOfWorkers(_ jobs: Int) throws {
    let outcome = try Tool.run(["normalize", "--jsonl", "--jobs", "\(jobs)"], text: Self.requests)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let answers = lines(outcome.output).dropLast()
    #expect(answers.count == Self.hearings.count)
    for (number, line) in answers.enumerated() {
      #expect(line.hasPrefix("{\"id\":\(number),\"text\":"))
    }
  }

  @Test func theTextIsThatOfTheFile() throws {
    try Tool.withFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      try Data(Self.hearings[8].utf8).write(to: file)
      let alone = try Tool.run(["normalize", file.path]).output
      let answer = try Tool.run(["normalize", "--jsonl"], text: Self.requests).output
      let text = try JSONNode.parse(Array(lines(answer)[8].utf8))["text"]?.string
      #expect(text == alone)
    }
  }

  @Test func aBadLineIsAnsweredAndTheRestGoesOn() throws {
    let deep = String(repeating: "[", count: 100_000)
    let input = "{\"id\":1,\"text\":\"原告：是\"}\n不是JSON\n\n{\"text\":\(deep)\n{\"id\":5,\"text\":\"被告：是\"}"
    let outcome = try Tool.run(["normalize", "--jsonl"], text: input)
    let answers = try lines(outcome.output).dropLast().map { try JSONNode.parse(Array($0.utf8)) }
    #expect(outcome.code == 2)
    #expect(answers.map { $0["error"] != nil } == [false, true, true, true, false])
    #expect(answers[4]["text"]?.string == "被告：是。\n")
    #expect(answers[1]["number"]?.int == 2)
    #expect(outcome.errors.contains("JL001") && outcome.errors.contains("第 2、3、4 行"))
  }

  /// Deepest nesting that is read: no thread runs out of stack.
  @Test func deepNestingEndsNoProcess() throws {
    let deep = String(repeating: "[", count: 510) + String(repeating: "]", count: 510)
    let line = "{\"text\":\"原告：是\",\"case\":{\"court\":\(deep)},\"x\":\(deep)}\n"
    let outcome = try Tool.run(
      ["normalize", "--jsonl", "--jobs", "4"], text: String(repeating: line, count: 50))
    #expect(outcome.code == 0)
    #expect(lines(outcome.output).count == 51)
  }

  @Test func resultsGoToAFileWholeOrNotAtAll() throws {
    try Tool.withFolder { folder in
      let target = folder.appendingPathComponent("out.jsonl").path
      let first = try Tool.run(["normalize", "--jsonl", "-o", target], text: Self.requests)
      #expect(first.code == 0 && first.output.isEmpty)
      #expect(try String(contentsOfFile: target, encoding: .utf8).split(separator: "\n").count == 40)
      #expect(try Tool.run(["normalize", "--jsonl", "-o", target], text: Self.requests).code == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.jsonl"])
    }
    #expect(try Tool.run(["normalize", "--jsonl", "--in-place", "a"]).code == 64)
  }

  /// A program that waits for each answer before it asks again gets it: nothing is held back.
  @Test func eachAnswerComesBeforeTheNextRequest() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = Tool.binary
    process.arguments = ["normalize", "--jsonl", "--jobs", "3"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var reader = LineReader(output.fileHandleForReading, limit: 1 << 20)
    for number in 1...5 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(number),\"text\":\"原告：是\"}\n".utf8))
      guard case .bytes(let line) = try reader.next() else { return #expect(Bool(false)) }
      #expect(String(decoding: line, as: UTF8.self).hasPrefix("{\"id\":\(number),"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}

/// Lines of a stream, in bounded memory.
@Suite struct LineReaderTests {
  private func read(_ text: String, limit: Int) throws -> [LineReader.Line] {
    let pipe = Pipe()
    let bytes = Data(text.utf8)
    DispatchQueue.global().async {
      try? pipe.fileHandleForWriting.write(contentsOf: bytes)
      try? pipe.fileHandleForWriting.close()
    }
    var reader = LineReader(pipe.fileHandleForReading, limit: limit)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test(arguments: [
    ("", [LineReader.Line]()), ("a", [.bytes([0x61])]), ("a\n", [.bytes([0x61])]),
    ("\n\na", [.bytes([]), .bytes([]), .bytes([0x61])]),
    ("abcd\nabc\nabcde", [.tooLong, .bytes([0x61, 0x62, 0x63]), .tooLong]),
  ])
  func linesAreCut(_ text: String, _ expected: [LineReader.Line]) throws {
    #expect(try read(text, limit: 3) == expected)
  }

  @Test func aLongLineIsLeftOutWhole() throws {
    let long = String(repeating: "长", count: 300_000)
    #expect(
      try read("a\n\(long)\nb\n\(long)", limit: 1000) == [.bytes([0x61]), .tooLong, .bytes([0x62]), .tooLong])
  }
}
