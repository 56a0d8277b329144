import Doors
import Foundation
import TextCore
import Testing

@testable import CInterface

@Suite struct CInterfaceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let request = #"{"id":"甲","text":"审：现在开庭\n原：请求判令被告还五万块钱","form":"typed"}"#

  /// A text of the interface as a string, given back.
  private func take(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    defer { courtnlpFree(text) }
    return text.map { String(cString: $0) }
  }

  private func open(_ settings: String?) -> (toolkit: OpaquePointer?, diagnostics: String) {
    var diagnostics: UnsafeMutablePointer<CChar>?
    let toolkit = settings.map { courtnlpOpen($0, &diagnostics) } ?? courtnlpOpen(nil, &diagnostics)
    return (toolkit, take(diagnostics) ?? "")
  }

  @Test func answersAreThoseOfTheDoor() throws {
    let (toolkit, diagnostics) = open(nil)
    defer { courtnlpClose(toolkit) }
    #expect(diagnostics == "[]")
    var found: [Diagnostic] = []
    let files = DataFiles(given: Self.root.appendingPathComponent("rulebases").path, program: nil)
    let same = try #require(Toolkit(settings: [], files: files, &found))
    for request in [Self.request, "{}", "不是 JSON", #"{"text":"审：\u0000"}"#] {
      let expected = String(decoding: same.answer("normalize", Array(request.utf8)).json, as: UTF8.self)
      #expect(take(courtnlpRun(toolkit, "normalize", request)) == expected)
    }
    #expect(take(courtnlpRun(toolkit, "normalize", Self.request))?.contains("被告还5万元。") == true)
    #expect(take(courtnlpRun(toolkit, "normalise", "{}"))?.contains("是不是想写“normalize”？") == true)
  }

  /// The rule base is named in the request; the facts are those of the program.
  @Test func factsAreExtracted() throws {
    let (toolkit, _) = open(nil)
    defer { courtnlpClose(toolkit) }
    let text = #"原告：2023年3月1日被告向我借款五万元。\n被告：认可。"#
    func facts(_ settings: String) throws -> JSONNode {
      let answer = try #require(take(courtnlpRun(toolkit, "extract", #"{"text":"\#(text)"\#(settings)}"#)))
      return try JSONNode.parse(Array(answer.utf8))
    }
    let records = try facts(#","rules":"private-lending","format":"json""#)["records"]?.array ?? []
    #expect(records.contains { $0["element"]?.string == "lending.amount.agreed" })
    #expect(try facts("")["error"]?["code"]?.string == "RQ003")
    #expect(
      try facts(#","rules":"private-lendin""#)["error"]?["fix"]?.string?.contains("private-lending") == true)
  }

  @Test func settingsAreChecked() {
    #expect(open("[1]").toolkit == nil && open("[1]").diagnostics.contains("TK001"))
    #expect(open(#"{"data":7}"#).toolkit == nil && open(#"{"data":7}"#).diagnostics.contains("TK002"))
    #expect(open(#"{"model":"/nowhere.model"}"#).diagnostics.contains("MD001"))
    let accurate = open(#"{"model":"accurate"}"#)
    #expect(accurate.toolkit != nil && accurate.diagnostics == "[]")
    courtnlpClose(accurate.toolkit)
    let (toolkit, diagnostics) = open(#"{"data":"/nowhere","model":"none","colour":"red"}"#)
    defer { courtnlpClose(toolkit) }
    #expect(toolkit != nil && diagnostics.contains("TK003") && diagnostics.contains("speakers.model"))
    #expect(!diagnostics.contains("punctuation.model"))
  }

  @Test func nullPointersAreNoCrash() {
    let (toolkit, _) = open(nil)
    defer { courtnlpClose(toolkit) }
    #expect(courtnlpRun(nil, "normalize", "{}") == nil)
    #expect(courtnlpRun(toolkit, nil, "{}") == nil)
    #expect(courtnlpRun(toolkit, "normalize", nil) == nil)
    courtnlpClose(nil)
    courtnlpFree(nil)
    #expect(courtnlpOpen("[]", nil) == nil)
  }

  /// One toolkit, many threads, two toolkits: always the same answer.
  @Test func threadsShareAToolkit() {
    let toolkits = [open(nil).toolkit, open(nil).toolkit]
    defer { toolkits.forEach(courtnlpClose) }
    let expected = take(courtnlpRun(toolkits[0], "normalize", Self.request))
    nonisolated(unsafe) let shared = toolkits
    let wrong = Counter()
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      if take(courtnlpRun(shared[number % 2], "normalize", Self.request)) != expected { wrong.add() }
    }
    #expect(wrong.value == 0)
  }

  /// The header declares the functions of the interface and no others.
  @Test func theHeaderIsTheInterface() throws {
    func names(_ path: String, _ pattern: String) throws -> Set<String> {
      let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
      let found = try NSRegularExpression(pattern: pattern)
        .matches(in: text, range: NSRange(text.startIndex..., in: text))
      return Set(found.compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } })
    }
    let header = try names("Bindings/c/courtnlp.h", #"(?m)^\w[\w *]*?\*?(courtnlp_\w+)\("#)
    #expect(header == (try names("Sources/CInterface/CInterface.swift", #"@c\((\w+)\)"#)))
    #expect(header.count == 5)
    #expect(take(courtnlpVersion()) == Release.text)
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var value = 0

  func add() { lock.withLock { value += 1 } }
}
