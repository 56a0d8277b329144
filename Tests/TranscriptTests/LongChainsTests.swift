import TextCore
import Testing

@testable import Transcript

/// What is remembered of a long chain must be what walking it again would find.
struct LongChainsTests {
  private func speech(_ text: String) -> SpeechScalars {
    var speech = SpeechScalars()
    let bytes = Array(text.utf8)
    speech.load(bytes, 0..<bytes.count)
    return speech
  }

  @Test(arguments: [("啊", 1, Repetition.Evidence.direct), ("天地", 2, .direct), ("天地，", 2, .comma)])
  func theRestOfAChainIsKnown(_ unit: String, _ length: Int, _ evidence: Repetition.Evidence) {
    let times = 40
    let step = unit.unicodeScalars.count
    let speech = speech(String(repeating: unit, count: times))
    var chains = LongChains()
    let last = (times - 1) * step
    chains.keep(Repetition(start: 0, length: length, times: times, last: last, evidence: evidence))
    for place in 1..<times - 1 where place * step % length == 0 {
      let known = chains.known(speech, place * step, length, evidence)
      #expect(known?.times == times - place)
      #expect(known?.last == last)
    }
    #expect(chains.known(speech, last, length, evidence) == nil)
  }

  @Test func otherChainsAreNotMixedUp() {
    let speech = speech(String(repeating: "天地", count: 40))
    var chains = LongChains()
    chains.keep(Repetition(start: 0, length: 2, times: 40, last: 78, evidence: .direct))
    #expect(chains.known(speech, 3, 2, .direct) == nil)
    #expect(chains.known(speech, 4, 2, .comma) == nil)
    #expect(chains.known(speech, 4, 1, .direct) == nil)
    chains.keep(Repetition(start: 1, length: 2, times: 3, last: 5, evidence: .direct))
    #expect(chains.known(speech, 3, 2, .direct) == nil, "short chains are not kept")
  }

  /// Quadratic time would make this take minutes.
  @Test(arguments: ["啊", "天地", "啊，", "天地人，", "我嗯", "那个就是", "，"])
  func repeatedTextEnds(_ unit: String) {
    let text = String(repeating: unit, count: 20_000)
    let source = SourceText(name: "x", text)
    var options = NormalizeOptions()
    options.isLines = true
    let first = Normalizer.normalize(source, options)
    #expect(first.draft.text.bytes.count <= text.utf8.count + 200_000)
  }

  @Test func brokenSegmentsAreCounted() {
    let row = #"{"spk":0,"start":0,"end":1,"text":"\u5609\ud800"},"#
    let json = #"{"sentence_info":["# + String(repeating: row, count: 30) + #"{"text":""}]}"#
    let (_, _, diagnostics) = TranscriptReading.draft(SourceText(name: "x", json), form: .json)
    let found = diagnostics.filter { $0.code == "TR004" }
    #expect(found.count == 11)
    #expect(found.last?.message.contains("30") == true)
  }
}
