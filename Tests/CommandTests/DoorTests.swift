import CInterface
import Documents
import Foundation
import TextCore
import Testing

/// The same hearing gives the same transcript, byte for byte, whichever door it comes through. Doors outside Swift:
/// `Bindings/check.sh`.
@Suite struct DoorTests {
  /// A hearing and its case, in a folder of its own.
  struct Hearing: CustomTestStringConvertible {
    let folder: URL
    var testDescription: String { folder.lastPathComponent }

    var raw: URL {
      let text = folder.appendingPathComponent("raw.txt")
      return FileManager.default.fileExists(atPath: text.path)
        ? text : folder.appendingPathComponent("raw.json")
    }
    var caseFile: URL { folder.appendingPathComponent("case.json") }

    /// As a line of `--jsonl`.
    func request() throws -> String {
      let text = JSONText.quoted(try String(contentsOf: raw, encoding: .utf8))
      let known = try String(contentsOf: caseFile, encoding: .utf8).replacingOccurrences(of: "\n", with: " ")
      return #"{"id":1,"text":\#(text),"case":\#(known)}"#
    }
  }

  /// A way in, and the transcript it gives.
  struct Door: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// JSON can be read only when it is whole.
    let readsJSON: Bool
    let transcript: @Sendable (Hearing) throws -> String?

    init(
      _ name: String, readsJSON: Bool = true, _ transcript: @escaping @Sendable (Hearing) throws -> String?
    ) {
      (testDescription, self.readsJSON, self.transcript) = (name, readsJSON, transcript)
    }
  }

  static let hearings = (1...6).map {
    Hearing(folder: Tool.root.appendingPathComponent("Tests/Gold/case-0\($0)"))
  }

  static let doors = [
    Door("标准输入") { hearing in
      try Tool.run(["normalize", "-", "--case", hearing.caseFile.path], input: Data(contentsOf: hearing.raw))
        .output
    },
    Door("--output-dir") { hearing in
      try Tool.withFolder { folder in
        _ = try Tool.run(
          ["normalize", hearing.raw.path, "--case", hearing.caseFile.path, "--output-dir", folder.path])
        return try String(contentsOf: folder.appendingPathComponent("raw.txt"), encoding: .utf8)
      }
    },
    Door("Word") { hearing in
      try Tool.withFolder { folder in
        let file = folder.appendingPathComponent("raw.docx")
        try Data(word(String(contentsOf: hearing.raw, encoding: .utf8))).write(to: file)
        return try Tool.run(["normalize", file.path, "--case", hearing.caseFile.path]).output
      }
    },
    Door("--follow", readsJSON: false) { hearing in
      try Tool.withFolder { folder in
        let final = folder.appendingPathComponent("final.txt")
        let options = ["--follow", "--case", hearing.caseFile.path, "-o", final.path]
        _ = try Tool.run(["normalize"] + options, input: Data(contentsOf: hearing.raw))
        return try String(contentsOf: final, encoding: .utf8)
      }
    },
    Door("--jsonl") { hearing in
      answered(try Tool.run(["normalize", "--jsonl"], text: hearing.request() + "\n").output)?["text"]?.string
    },
    Door("serve") { hearing in
      let arguments = try hearing.request().replacingOccurrences(of: #"{"id":1,"#, with: "{")
      let result = answered(try Tool.run(["serve"], text: call("normalize", arguments)).output)?["result"]
      return result?["content"]?.array.first?["text"]?.string
    },
    Door("C") { hearing in
      let toolkit = courtnlpOpen(nil, nil)
      defer { courtnlpClose(toolkit) }
      let answer = courtnlpRun(toolkit, "normalize", try hearing.request())
      defer { courtnlpFree(answer) }
      return answer.flatMap { answered(String(cString: $0))?["text"]?.string }
    },
  ]

  @Test(arguments: hearings, doors)
  func theTranscriptIsTheSame(_ hearing: Hearing, _ door: Door) throws {
    guard door.readsJSON || hearing.raw.pathExtension != "json" else { return }
    let file = try Tool.run(["normalize", hearing.raw.path, "--case", hearing.caseFile.path])
    #expect(file.code == 0 && file.output.count > 100)
    #expect(try door.transcript(hearing) == file.output)
  }

  /// A hearing that is followed while it runs ends in the same transcript; engine JSON cannot be followed.
  @Test(arguments: hearings.filter { $0.raw.pathExtension == "txt" })
  func aFollowedHearingEndsInTheSame(_ hearing: Hearing) throws {
    let options = ["--case", hearing.caseFile.path]
    let file = try Tool.run(["normalize", hearing.raw.path] + options).output
    try Tool.withFolder { folder in
      let final = folder.appendingPathComponent("final.txt")
      let input = try Data(contentsOf: hearing.raw)
      _ = try Tool.run(["normalize", "--follow", "-o", final.path] + options, input: input)
      #expect(try String(contentsOf: final, encoding: .utf8) == file)
    }
  }

  /// The same for the facts of a transcript.
  @Test func theFactsAreTheSame() throws {
    let transcript = Self.hearings[0].folder.appendingPathComponent("gold.txt")
    let rules = Tool.root.appendingPathComponent("rulebases/private-lending.json").path
    let text = JSONText.quoted(try String(contentsOf: transcript, encoding: .utf8))
    let file = try Tool.run(["extract", "--rules", rules, transcript.path]).output
    #expect(file.count > 100)
    #expect(
      try Tool.run(["extract", "--rules", rules], input: Data(contentsOf: transcript)).output == file)
    let line = try Tool.run(["extract", "--rules", rules, "--jsonl"], text: "{\"text\":\(text)}\n").output
    #expect(Self.answered(line)?["text"]?.string == file)
    let arguments = "{\"text\":\(text),\"rules\":\"private-lending\"}"
    let called = Self.answered(try Tool.run(["serve"], text: Self.call("extract", arguments)).output)
    #expect(called?["result"]?["content"]?.array.first?["text"]?.string == file)
    let toolkit = courtnlpOpen(nil, nil)
    defer { courtnlpClose(toolkit) }
    let answer = courtnlpRun(toolkit, "extract", arguments)
    defer { courtnlpFree(answer) }
    #expect(answer.flatMap { Self.answered(String(cString: $0))?["text"]?.string } == file)
  }

  /// A call of a tool over the Model Context Protocol.
  private static func call(_ tool: String, _ arguments: String) -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
      + "\n"
  }

  private static func answered(_ line: String) -> JSONNode? { try? JSONNode.parse(Array(line.utf8)) }

  /// The lines as the paragraphs of a Word file.
  private static func word(_ text: String) -> [UInt8] {
    var package = WordPackage()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var paragraph = WordParagraph(.turn)
      paragraph.runs = [WordRun(Array(line.utf8)[...])]
      package.add(paragraph)
    }
    return package.bytes
  }
}
