/// Makes tidy transcripts look like recognized speech: no marks, hesitations, misheard terms, lines of chance.
struct SpeechNoise: Sendable {
  /// How marks come out of the recognizer.
  enum Marks: Sendable {
    case none
    case commas
    case spaces
    case all
  }

  /// How turns fall into lines.
  enum Lines: Sendable {
    case eachTurn
    case chance
    case one
  }

  private static let misheard = [
    ("回避", "回壁"), ("回避", "回必"), ("举证", "举正"), ("质证", "质正"), ("异议", "意义"), ("诉状", "诉壮"), ("调解", "条解"),
    ("休庭", "修庭"), ("辩论", "变论"), ("代理", "带理"), ("委托", "委拖"), ("诉讼", "诉送"), ("关联性", "关连性"),
    ("认可", "任可"), ("真实性", "真是性"), ("被告", "被搞"), ("授权", "受权"), ("证据", "正据"),
  ]
  private static let hesitations = ["嗯", "呃", "啊", "那个", "哦", "这个"]
  private static let marks = Set("，。？！、；：“”《》（）")
  private static let pauses = Set("，。？！；")

  var random: SeededRandom
  /// How often a line ends before the judge speaks and before others do, and after how many characters inside a speech.
  private var breaks = (judge: 0.5, others: 0.5, inner: 35)

  init(random: SeededRandom) { self.random = random }

  /// Chooses how a recognizer breaks the lines of one hearing.
  mutating func chooseLayout() {
    breaks.judge = 0.5 + 0.1 * Double(random.below(6))
    breaks.others = 0.2 + 0.1 * Double(random.below(9))
    breaks.inner = [10, 18, 25, 35, 60][random.below(5)]
  }

  /// One hearing, or some turns of it, as plain text: bytes, and for each turn where it starts.
  mutating func plain(
    _ turns: ArraySlice<LabelledHearing.Turn>, _ lines: Lines, _ marks: Marks, judge: Int?
  ) -> (bytes: [UInt8], starts: [Int]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for turn in turns {
      if !bytes.isEmpty { separate(&bytes, lines, marks, isJudge: turn.actor == judge) }
      starts.append(bytes.count)
      append(turn.text, lines, marks, to: &bytes)
    }
    return (bytes, starts)
  }

  private mutating func separate(_ bytes: inout [UInt8], _ lines: Lines, _ marks: Marks, isJudge: Bool) {
    let share: Double =
      switch lines {
      case .eachTurn: 1
      case .chance: isJudge ? breaks.judge : breaks.others
      case .one: 0
      }
    if random.chance(share) {
      bytes.append(0x0A)
    } else if marks == .spaces, random.chance(0.5) {
      bytes.append(0x20)
    }
  }

  private mutating func append(_ speech: String, _ lines: Lines, _ marks: Marks, to bytes: inout [UInt8]) {
    if random.chance(0.2) { hesitate(&bytes) }
    var sinceLine = 0
    for character in mishear(speech) {
      sinceLine += 1
      if Self.marks.contains(character) {
        append(mark: character, marks, to: &bytes)
        if Self.pauses.contains(character), lines == .chance, sinceLine > breaks.inner, random.chance(0.4) {
          bytes.append(0x0A)
          sinceLine = 0
        }
      } else if random.chance(0.008) {
        bytes += Array("某".utf8)
      } else {
        bytes += Array(String(character).utf8)
        if random.chance(0.006) { bytes += Array(String(character).utf8) }
      }
    }
  }

  private mutating func append(mark: Character, _ marks: Marks, to bytes: inout [UInt8]) {
    let isPause = Self.pauses.contains(mark)
    switch marks {
    case .none: break
    case .commas: if isPause { bytes += Array("，".utf8) }
    case .spaces: if isPause, random.chance(0.5) { bytes.append(0x20) }
    case .all: bytes += Array(String(mark).utf8)
    }
    if isPause, random.chance(0.06) { hesitate(&bytes) }
  }

  private mutating func hesitate(_ bytes: inout [UInt8]) {
    bytes += Array(Self.hesitations[random.below(Self.hesitations.count)].utf8)
  }

  private mutating func mishear(_ speech: String) -> String {
    var text = speech
    for (word, heard) in Self.misheard where random.chance(0.25) && text.contains(word) {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: heard)
    }
    return text
  }
}

/// A small generator (SplitMix64), so that training is the same on every run.
struct SeededRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// True with the given probability.
  mutating func chance(_ share: Double) -> Bool { Double(next() >> 11) / Double(1 << 53) < share }

  /// A number below `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
