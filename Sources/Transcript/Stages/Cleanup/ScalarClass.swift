/// What a scalar can be to the cleanup rules; one table look-up for all questions.
struct ScalarClass: OptionSet, Sendable {
  let rawValue: UInt16

  /// 嗯 呃 额 啊 哦 哎 唉 呐: the closed list of section 3 of the standard.
  static let hesitation = ScalarClass(rawValue: 1)
  /// Punctuation between and at the end of clauses, full and half width.
  static let mark = ScalarClass(rawValue: 2)
  /// Marks weaker than a full stop.
  static let comma = ScalarClass(rawValue: 4)
  /// Blanks.
  static let space = ScalarClass(rawValue: 8)
  /// Digits and Chinese numerals: never collapsed.
  static let numeral = ScalarClass(rawValue: 16)
  /// A Chinese character.
  static let han = ScalarClass(rawValue: 32)
  /// 我 你 他 …
  static let pronoun = ScalarClass(rawValue: 64)
  /// First character of a filler.
  static let filler = ScalarClass(rawValue: 128)
  /// A word of one character that cannot end a clause and is never said twice on purpose.
  static let function = ScalarClass(rawValue: 256)
  /// A verb or preposition that takes a person: after it a pronoun may end the clause (他打我我就跑).
  static let takesPerson = ScalarClass(rawValue: 512)
  /// What may follow the subject 我: adverbs, modals, negation.
  static let predicate = ScalarClass(rawValue: 1024)
  /// Words of one character that answer a question.
  static let answer = ScalarClass(rawValue: 2048)
  /// An opening or closing bracket or quotation mark.
  static let bracket = ScalarClass(rawValue: 4096)

  /// What may begin recognizer noise or stand in a timestamp.
  static let noise = ScalarClass(rawValue: 8192)

  /// What may stand between two repetitions.
  static let gap: ScalarClass = [.hesitation, .comma, .space]

  static func of(_ scalar: UInt32) -> ScalarClass { scalar < 0x1_0000 ? table[Int(scalar)] : [] }

  /// By code point, below U+10000.
  static let table: [ScalarClass] = {
    var table = [ScalarClass](repeating: [], count: 0x1_0000)
    for scalar in 0x4E00...0x9FFF { table[scalar] = .han }
    table[0x3007] = .han
    for (scalarClass, characters) in members {
      for scalar in characters.unicodeScalars { table[Int(scalar.value)].insert(scalarClass) }
    }
    return table
  }()

  private static let members: [(ScalarClass, String)] = [
    (.hesitation, "嗯呃额啊哦哎唉呐"),
    (.mark, "，。、；：？！,.;:?!…"),
    (.comma, "，、；：,;:"),
    (.space, " \t\u{3000}\u{A0}\n\r"),
    (.numeral, "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两俩仨几半幺廿卅壹贰叁肆伍陆柒捌玖拾佰仟"),
    (.pronoun, "我你他她它咱俺您"),
    (.filler, "那这就然的对是你怎"),
    (.function, "这那就也都把被从按因所如虽没不但"),
    (
      .takesPerson,
      "给打叫诉骂找问欠对让跟还借向比替帮为和与同被把请陪推赶逼劝告答见知信怕等看送撞咬踢害坑骗怪管求教带到喊赔退踹砍捅拉抱接催拦"
        + "归由是由换靠像怨冲朝饶罚追撵训寻瞒催约派离娶嫁养照顾分卖租付交转汇发留救扶背载拖惹吓恨爱想着得躲套除夸认绕护判唬"
    ),
    (.predicate, "就也都不没是在要当去有还可觉认想说只给跟把已以真从又才再应该能会现本当确实根请同亲记需必愿肯敢曾正刚仍却便将无未"),
    (.noise, "[<(【（:"),
    (.answer, "对是好行有没不"),
    (.bracket, "“”‘’「」『』《》〈〉（）()[]【】<>\"'"),
  ]
}
