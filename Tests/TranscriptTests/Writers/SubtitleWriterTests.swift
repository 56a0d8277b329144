import TextCore
import Testing

@testable import Transcript

struct SubtitleWriterTests {
  private static func written(_ text: String, _ format: SubtitleWriter.Format) throws -> String {
    let result = Normalizer.normalize(SourceText(text))
    return String(decoding: try SubtitleWriter.bytes(result, format), as: UTF8.self)
  }

  private static let srt = """
    1
    00:00:01,000 --> 00:00:03,500
    审判员：嗯现在开庭

    2
    00:00:04,000 --> 00:00:05,000
    原告到庭了吗

    3
    00:01:00,000 --> 00:01:04,000
    原告：到了借款是一万二千元
    """

  /// The hesitation that was taken out took half a second.
  @Test func timesStayWithTheirWords() throws {
    let written = try Self.written(Self.srt, .srt)
    #expect(
      written == """
        1
        00:00:01,500 --> 00:00:05,000
        审判员：现在开庭，原告到庭了吗？

        2
        00:01:00,000 --> 00:01:04,000
        原告：到了借款是12000元。


        """)
  }

  @Test func voicesAndHeaderInWebVTT() throws {
    let vtt = try Self.written("案号：（2024）鲁0105民初1号\n\n原告 00:00:03\n我是a<b&c\n", .vtt)
    #expect(
      vtt == """
        WEBVTT

        NOTE
        案号：（2024）鲁0105民初1号

        1
        00:00:03.000 --> 00:00:04.000
        <v 原告>我是a&lt;b&amp;c。


        """)
  }

  @Test func withoutTimesThereAreNoSubtitles() {
    #expect(throws: Diagnostic.self) { try Self.written("审判员：开庭\n", .srt) }
  }

  /// A silence of a second ends a cue, however short; a sentence of twelve characters does; nothing else before 36.
  @Test(arguments: [
    ([("我先说一句。", 0), ("再说一句。", 1500)], ["我先说一句。再说一句。"]),
    ([("我先说一句。", 0), ("再说一句。", 2500)], ["我先说一句。", "再说一句。"]),
    ([("这句话说得不算长也不算短。好的。", 0)], ["这句话说得不算长也不算短。", "好的。"]),
  ])
  func cuesEndAtPauses(_ segments: [(text: String, start: Int)], _ cues: [String]) throws {
    let json = segments.map { text, start in
      "{\"spk\":\"原告\",\"text\":\"\(text)\",\"start\":\(start),\"end\":\(start + 1000)}"
    }
    let lines = try Self.written("[\(json.joined(separator: ","))]", .srt).split(separator: "\n").map(
      String.init)
    #expect(stride(from: 2, to: lines.count, by: 3).map { lines[$0].replacing("原告：", with: "") } == cues)
  }

  /// A speech without a mark is cut where it is too long, never inside a number.
  @Test func longClausesAreCut() {
    let text = Array((String(repeating: "字", count: 34) + "1234567" + String(repeating: "字", count: 40)).utf8)
    let cues = CueCutter(text).cues(0..<text.count) { _, _ in 0 }
    #expect(cues.map(\.scalars) == [41, 36, 4])
    #expect(cues.first?.start == 0 && cues.last?.end == text.count)
  }

  /// Cues follow each other: no time runs back, none is empty, all text is there; also for times that are nonsense.
  @Test(arguments: 0..<20)
  func timesNeverRunBack(_ seed: Int) throws {
    var random = HostileInputTests.Random(state: UInt64(seed + 5) &* 0x9E37_79B9_7F4A_7C15)
    let segments = (0..<30).map { index in
      let (start, length) = (random.next(60_000), random.next(3) == 0 ? 0 : random.next(9_000))
      let text = (0..<random.next(60)).map { _ in ["是", "借", "三万", "，", "。", "嗯"][random.next(6)] }.joined()
      return "{\"text\":\"\(text)\",\"start\":\(start),\"end\":\(start + length),\"spk\":\(random.next(3))}"
    }
    let result = Normalizer.normalize(SourceText("[\(segments.joined(separator: ","))]"))
    let vtt = SourceText(String(decoding: try SubtitleWriter.bytes(result, .vtt), as: UTF8.self))
    let cues = TranscriptForm.vtt.read(vtt)
    var before = 0
    for turn in cues.turns {
      let time = try #require(turn.time)
      #expect(time.start >= before && time.end > time.start)
      before = time.end
    }
    let spoken = result.draft.turns.map(result.draft.string).joined()
    #expect(cues.turns.map { vtt.string(Span($0.speech.start, $0.speech.end)) }.joined() == spoken)
  }
}
