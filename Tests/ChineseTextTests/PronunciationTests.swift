import Testing

@testable import ChineseText

@Suite struct PronunciationTests {
  static func distance(_ a: String, _ b: String) -> Int {
    zip(a.unicodeScalars, b.unicodeScalars).reduce(0) {
      $0 + (Pronunciation.distance(ofScalar: $1.0.value, $1.1.value) ?? 99)
    }
  }

  @Test func everySyllableSpellsBackAsItself() {
    var seen = 0
    SyllableLines.forEach(PinyinTable.lines) { syllable, _ in
      #expect(Syllable(pinyin: syllable.pinyin) == syllable)
      seen += 1
    }
    #expect(seen > 20_000)
  }

  @Test(arguments: [
    ("质证", "zhi zheng"), ("抗辩权", "kang bian quan"), ("孳息", "zi xi"), ("原告", "yuan gao"), ("吕", "lv"),
    ("履行", "lv xing"),
    ("王玉兰", "wang yu lan"), ("二", "er"), ("雪", "xue"), ("翁", "weng"), ("覃", "qin"), ("嗯", "en"),
  ])
  func readsCharacters(text: String, pinyin: String) {
    let read = text.unicodeScalars.compactMap { Pronunciation.syllable(of: $0.value)?.pinyin }
    #expect(read.joined(separator: " ") == pinyin)
  }

  @Test(arguments: [
    ("质证", "正质", 0...12), ("举证", "举正", 0...0), ("回避", "回壁", 0...0), ("孳息", "滋息", 0...0),
    ("抗辩权", "抗辩全", 0...0),
    ("覃桂英", "秦桂英", 0...0), ("韦家旺", "为家旺", 0...0), ("马占海", "马战海", 0...0), ("蒙秀兰", "孟秀兰", 0...0),
    ("黎志强", "李志强", 0...0), ("高凤芹", "高凤琴", 0...0), ("刘", "牛", 1...1), ("黄", "王", 1...1), ("胡", "吴", 1...1),
    ("房", "黄", 1...1), ("飞", "灰", 1...1), ("张", "脏", 1...1), ("陈", "程", 1...1), ("林", "凌", 1...1),
    ("让", "浪", 1...1),
    ("还款", "换款", 0...0), ("重新", "冲新", 0...0), ("张", "李", 5...8), ("原告", "被告", 4...8),
  ])
  func nearnessOfSounds(a: String, b: String, allowed: ClosedRange<Int>) {
    #expect(allowed.contains(Self.distance(a, b)), "\(a) \(b) \(Self.distance(a, b))")
  }

  @Test func distanceIsSymmetric() {
    var all: Set<Syllable> = []
    SyllableLines.forEach(PinyinTable.lines) { syllable, _ in all.insert(syllable) }
    for a in all {
      for b in all {
        let distance = Pronunciation.distance(a, b)
        if distance != Pronunciation.distance(b, a) || (distance == 0) != (a == b) {
          Issue.record("\(a.pinyin) \(b.pinyin)")
        }
      }
    }
  }

  @Test func everyPolyphoneIsRead() {
    #expect(Polyphones.table.count > 200)
    for (scalar, readings) in Polyphones.table { #expect(Pronunciation.syllable(of: scalar) == readings[0]) }
  }
}
