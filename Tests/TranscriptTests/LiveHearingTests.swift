import Foundation
import TextCore
import Testing

@testable import Transcript

/// A hearing given line by line comes out as the batch run writes it, each turn once, in order.
@Suite struct LiveHearingTests {
  /// What live parts add up to, with the number of parts that each call gave.
  private struct Heard {
    var text = ""
    var notes: [String] = []
    private var isOpen = false

    mutating func end() {
      if isOpen { text += "\n" }
      isOpen = false
    }

    mutating func add(_ parts: [LivePart]) {
      for part in parts {
        switch part {
        case .header(let bytes): text += String(decoding: bytes, as: UTF8.self)
        case .note(let diagnostic): notes.append(diagnostic.code)
        case .turn(let turn):
          if isOpen, !turn.continues { text += "\n" }
          if !turn.continues { text += turn.speaker.label + "：" }
          text += String(decoding: turn.text, as: UTF8.self) + (turn.isWhole ? "\n" : "")
          isOpen = !turn.isWhole
        }
      }
    }
  }

  private func batch(_ text: String, _ options: NormalizeOptions = NormalizeOptions()) -> String {
    String(decoding: TextWriter.bytes(Normalizer.normalize(SourceText(text), options)), as: UTF8.self)
  }

  private func live(
    _ text: String, pausing: Set<Int> = [], linesAtATime: Int = 1, limits: LiveLimits = LiveLimits()
  ) -> Heard {
    var hearing = LiveHearing(name: "-", options: NormalizeOptions(), limits: limits)
    var heard = Heard()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      Array("\($0)\n".utf8)
    }
    for start in stride(from: 0, to: lines.count, by: linesAtATime) {
      heard.add(hearing.add(Array(lines[start..<min(start + linesAtATime, lines.count)].joined())))
      if pausing.contains(start) { heard.add(hearing.pause()) }
    }
    heard.add(hearing.finish())
    heard.end()
    return heard
  }

  private static let opening = "审判员：现在开庭\n原告：我叫王芳，嗯，住在本市\n被告：我叫李强\n"
  private static let turns = (1...30).map {
    "审判员：第\($0)笔借款多少钱\n原告：一万\(["二", "三", "五"][$0 % 3])千元\n被告：嗯，对，是这样的\n"
  }.joined()

  @Test(arguments: [1, 2, 7, 1000])
  func theSameTextComesOut(_ linesAtATime: Int) {
    let text = Self.opening + Self.turns
    #expect(live(text, linesAtATime: linesAtATime).text == batch(text))
  }

  @Test func theSampleHearingIsThatOfTheBatch() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Samples/lending.txt"), encoding: .utf8)
    #expect(live(text).text == batch(text))
  }

  /// A turn is held until another voice speaks; then it is out.
  @Test func aTurnComesOutWhenTheNextBegins() {
    var hearing = LiveHearing(name: "-", options: NormalizeOptions(), limits: LiveLimits(opening: 0))
    var counts: [Int] = []
    for line in ["审判员：现在开庭\n", "审判员：原告到庭没有\n", "原告：到了\n", "被告：到了\n"] {
      counts.append(hearing.add(Array(line.utf8)).count)
    }
    #expect(counts == [0, 0, 1, 1])
    #expect(hearing.finish().count == 1)
    #expect(hearing.finish().isEmpty)
  }

  /// What is heard comes out at a pause; the rest of the turn follows on the same line, nothing twice.
  @Test func aPauseGivesOutWhatIsHeld() {
    let text = "审判员：现在开庭\n原告：我借给他一万元\n原告：他没有还\n被告：还了\n"
    #expect(live(text, pausing: [1]).text == "审判员：现在开庭。\n原告：我借给他1万元。他没有还。\n被告：还了。\n")
    for pauses in [Set([0]), [0, 1, 2], [0, 1, 2, 3]] {
      let heard = live(text, pausing: pauses)
      #expect(withoutMarks(heard.text) == withoutMarks(batch(text)))
      #expect(heard.text.filter { $0 == "\n" }.count == 3)
    }
  }

  private func withoutMarks(_ text: String) -> String { text.filter { !"，。？、；：！".contains($0) } }

  /// One voice that does not stop is given out in pieces.
  @Test func aLongTurnComesOutInPieces() {
    let text = "审判员：请说\n" + (1...40).map { "原告：第\($0)笔我借给他一万二千元他没有还\n" }.joined() + "被告：还了\n"
    let limits = LiveLimits(opening: 1, longestHeld: 600, heldBack: 120)
    var hearing = LiveHearing(name: "-", options: NormalizeOptions(), limits: limits)
    var pieces = 0
    for line in text.split(separator: "\n") { pieces += hearing.add(Array("\(line)\n".utf8)).count }
    #expect(pieces > 3)
    #expect(withoutMarks(live(text, limits: limits).text) == withoutMarks(batch(text)))
  }

  /// The window forgets, what was said comes out all the same: once, in order, under the same names.
  @Test func aLongHearingComesOutWholeFromASmallWindow() {
    let limits = LiveLimits(longestWindow: 2000, keptWindow: 800)
    let labelled = Self.opening + Self.turns
    #expect(live(labelled, limits: limits).text == batch(labelled))
    let names = ["审判员": "发言人1", "原告": "发言人2", "被告": "发言人3"]
    let anonymous = labelled.split(separator: "\n").map { line in
      let parts = line.split(separator: "：", maxSplits: 1).map(String.init)
      return "\(names[parts[0]] ?? "") 00:00:03\n\(parts[1])\n\n"
    }.joined()
    let heard = live(anonymous, linesAtATime: 3, limits: limits)
    let labels = heard.text.split(separator: "\n").map { $0.prefix { $0 != "：" } }
    #expect(labels.count == 93)
    #expect(Set(labels.suffix(80)).count == 3)
  }

  @Test func theWindowStaysSmall() {
    let limits = LiveLimits(longestHeld: 300, heldBack: 100, longestWindow: 2000, keptWindow: 800)
    for text in [Self.opening + Self.turns, String(repeating: "原告：我借给他一万二千元他没有还\n", count: 200)] {
      var hearing = LiveHearing(name: "-", options: NormalizeOptions(), limits: limits)
      for line in text.split(separator: "\n") {
        _ = hearing.add(Array("\(line)\n".utf8))
        #expect(hearing.windowSize < 5000)
      }
    }
  }

  @Test func nothingComesOfNothing() {
    #expect(live("\n\n\n").text.isEmpty)
    var hearing = LiveHearing(name: "-", options: NormalizeOptions())
    #expect(hearing.finish().isEmpty)
    #expect(hearing.pause().isEmpty)
  }
}
