import ChineseText
import TextCore

/// Finds the names of parties in what is said at the opening of a hearing.
///
/// Who introduces himself knows best; then the name that is said most often right after a label (原告某某, 被告一某某), in
/// 某某诉某某 or before 是原告; then who answers when the court calls somebody by name.
struct SpokenParties {
  /// A party and its name.
  struct Spoken: Hashable {
    let label: String
    let side: Side
    let name: String
  }

  /// Turns in which people are introduced.
  private static let opening = 30
  /// Characters of a speech that are looked through.
  private static let longest = 3_000
  private static let breaks = Set<Character>("，。、？！；：\n")

  private let turns: ArraySlice<Hearing.Turn>
  private let later: ArraySlice<Hearing.Turn>
  private let bytes: [UInt8]
  /// The parties that speak, without those whose label holds a name: 被告一 → its side.
  let parties: [(label: String, side: Side)]

  init(_ turns: [Hearing.Turn], _ bytes: [UInt8]) {
    self.turns = turns.prefix(Self.opening)
    later = turns.dropFirst(Self.opening)
    self.bytes = bytes
    var seen: Set<String> = []
    parties = self.turns.filter { $0.side.isParty && !$0.isNamed && seen.insert($0.by).inserted }
      .map { ($0.by, $0.side) }
  }

  /// One name for each party that is named, the best first.
  func read() -> [Spoken] {
    var introduced: [Spoken] = []
    var told: [Spoken] = []
    var called: [Spoken] = []
    var seen: Set<String> = []
    for (index, turn) in turns.enumerated() {
      let text = text(turn)
      told += labelled(text) + suits(text) + trailing(text)
      if turn.side == .bench { called += addressed(text, index) }
      guard turn.side.isParty, turn.label?.isAgent == true || !turn.isNamed else { continue }
      told += own(text, turn)
      let isFirst = seen.insert(turn.label?.text ?? "").inserted
      guard let found = isFirst ? introduction(text, turn) : callsItself(text, turn) else { continue }
      if found.isFormal { introduced.append(found.party) } else { told.append(found.party) }
    }
    return introduced + Self.byFrequency(told) + Self.byFrequency(called) + Self.byFrequency(saidLater())
  }

  private func text(_ turn: Hearing.Turn) -> String {
    String(decoding: bytes[turn.speech].prefix(Self.longest * 3), as: UTF8.self)
  }

  /// What the court calls people after the opening: 被告陈建军，你自己说; it counts when nothing else names them.
  private func saidLater() -> [Spoken] {
    // Paragraphs of a document call nobody.
    later.filter { $0.isOfCourt }.flatMap { labelled(text($0)) }.filter {
      $0.name.count > 2
    }
  }

  private static func byFrequency(_ all: [Spoken]) -> [Spoken] {
    var counts: [Spoken: Int] = [:]
    var order: [Spoken] = []
    for spoken in all {
      if counts[spoken] == nil { order.append(spoken) }
      counts[spoken, default: 0] += 1
    }
    return order.enumerated().sorted { a, b in
      (counts[b.element] ?? 0, a.offset) < (counts[a.element] ?? 0, b.offset)
    }
    .map(\.element)
  }

  // MARK: 原告某某，被告一某某

  /// Names right after labels.
  private func labelled(_ text: String) -> [Spoken] {
    var found: [Spoken] = []
    var rest = Substring(text)
    while let (label, side, after) = PartyLabel.next(rest) {
      rest = after
      guard let party = party(label, side), let name = PartyLabel.name(after: after) else { continue }
      found.append(Spoken(label: party.label, side: party.side, name: name.name))
      rest = name.rest
    }
    return found
  }

  /// The party that a label means: itself, the only one of its side, or one that does not speak.
  func party(_ label: String, _ side: Side) -> (label: String, side: Side)? {
    if let own = parties.first(where: { $0.label == label }) { return own }
    let own = parties.filter { $0.side == side }
    guard !own.isEmpty else {
      return (side.rawValue + String(label.suffix(1).filter("一二三四五六七八九".contains)), side)
    }
    if ordinal(label) && !own.contains(where: { !ordinal($0.label) }) { return (label, side) }
    let isPlain = PartyLabel.all.contains { $0.words == label }
    return isPlain && own.count == 1 ? own.first : nil
  }

  private func ordinal(_ label: String) -> Bool { Self.ordinals.contains(label.last ?? " ") }

  // MARK: 某某是原告

  /// 某某是原告，某某列被告
  private func trailing(_ text: String) -> [Spoken] {
    text.split(whereSeparator: Self.breaks.contains).flatMap { clause -> [Spoken] in
      for (words, side) in PartyLabel.all {
        guard let verb = ["是", "为", "列"].first(where: { clause.hasSuffix($0 + words) }),
          let name = SpokenName.read(clause.dropLast(words.count + verb.count).drop { "由先起诉的".contains($0) }),
          name.rest.isEmpty, let party = party(words, side)
        else { continue }
        return [Spoken(label: party.label, side: party.side, name: name.name)]
      }
      return []
    }
  }

  /// Somebody called by name at the start of a sentence is who speaks next.
  private func addressed(_ text: String, _ index: Int) -> [Spoken] {
    guard let next = turns.dropFirst(index + 1).first, next.side.isParty, next.label?.isAgent != true,
      !next.isNamed
    else { return [] }
    let sentences = text.split(whereSeparator: { "。？！；\n".contains($0) })
    guard let call = sentences.lastIndex(where: { Self.called($0) != nil || Self.isToLabel($0) }),
      let name = Self.called(sentences[call])
    else { return [] }
    return [Spoken(label: next.by, side: next.side, name: name)]
  }

  /// 王双全，你说; 沈国樑，答辩.
  private static func called(_ sentence: Substring) -> String? {
    let clauses = sentence.split(separator: "，", maxSplits: 1)
    guard clauses.count == 2, let name = SpokenName.read(clauses[0]), name.rest.isEmpty, name.name.count <= 4,
      calls.contains(where: clauses[1].hasPrefix)
    else { return nil }
    return name.name
  }

  private static let calls = ["你", "您", "答辩", "说", "陈述", "今年", "讲"]

  /// 原告方带证件了吗 speaks to somebody else.
  private static func isToLabel(_ sentence: Substring) -> Bool {
    PartyLabel.all.contains { sentence.hasPrefix($0.words) }
  }

  // MARK: 我叫某某, 我公司某某

  /// 我们某某银行, 我公司某某物业
  private func own(_ text: String, _ turn: Hearing.Turn) -> [Spoken] {
    var found: [Spoken] = []
    for lead in ["我们", "我公司", "我司", "我行", "我方"] {
      var rest = Substring(text)
      while let place = rest.range(of: lead) {
        rest = rest[place.upperBound...]
        if let name = SpokenName.read(rest),
          Self.isOrganisation(name.name)
        {
          found.append(Spoken(label: turn.by, side: turn.side, name: name.name))
        }
      }
    }
    return found
  }

  /// 我叫某某, 我是某某, or the name first: 某某，男. An agent who opens with the party's name says it too. What is
  /// formal counts more than what others say.
  private func introduction(_ text: String, _ turn: Hearing.Turn) -> (party: Spoken, isFormal: Bool)? {
    let clauses = text.split(whereSeparator: Self.breaks.contains)
    if turn.label?.isAgent == true { return represented(clauses, turn).map { ($0, true) } }
    let told = clauses.prefix(4).first { clause in Self.selves.contains { clause.hasPrefix($0) } }
    guard var words = told ?? Self.afterPresence(clauses) ?? clauses.first else { return nil }
    for opening in Self.selves + ["姓名", "本人", "我姓名"] where words.hasPrefix(opening) {
      words = words.dropFirst(opening.count)
    }
    words = Self.withoutLabel(words)
    if let kin = PartyLabel.kin.first(where: words.dropFirst().hasPrefix), "他她".contains(words.first ?? " ") {
      words = words.dropFirst(1 + kin.count)
    }
    if words == "我" || words.isEmpty, clauses.count > 1 { words = clauses[1] }
    guard let name = SpokenName.read(words),
      name.rest.isEmpty || Self.isOrganisation(name.name) && name.rest.hasPrefix("的")
    else { return nil }
    return (
      Spoken(label: turn.by, side: turn.side, name: name.name),
      told != nil || Self.sexes.contains(where: text.contains)
    )
  }

  /// 我叫某某 in a later speech.
  private func callsItself(_ text: String, _ turn: Hearing.Turn) -> (party: Spoken, isFormal: Bool)? {
    guard turn.label?.isAgent != true else { return nil }
    for clause in text.split(whereSeparator: Self.breaks.contains) {
      guard let opening = Self.callings.first(where: clause.hasPrefix),
        let name = SpokenName.read(clause.dropFirst(opening.count)), name.rest.isEmpty
      else { continue }
      return (Spoken(label: turn.by, side: turn.side, name: name.name), true)
    }
    return nil
  }

  /// 是我，叶志华: the clause after words that only say that somebody is here.
  private static func afterPresence(_ clauses: [Substring]) -> Substring? {
    guard clauses.count > 1, presences.contains(where: clauses[0].hasPrefix) else { return nil }
    return clauses[1]
  }

  private static let callings = ["我叫", "我名叫", "额叫", "俺叫", "咱叫", "我的名字叫"]
  private static let presences = ["是我", "免贵", "我来了", "到了", "在的", "我在", "我就是"]

  /// 被告二快点公司 without 被告二.
  private static func withoutLabel(_ words: Substring) -> Substring {
    guard let label = PartyLabel.all.first(where: { words.hasPrefix($0.words) }) else { return words }
    return words.dropFirst(label.words.count).drop { ordinals.contains($0) }
  }

  private static let selves = ["我是"] + callings
  private static let ordinals = Set<Character>("一二三四五六七八九")
  private static let sexes = ["，男，", "，女，", "汉族"]

  private static func isOrganisation(_ name: String) -> Bool {
    OrganisationName.isOrganisation(name) || ["物业", "商贸", "财险"].contains(where: name.hasSuffix)
  }

  /// What is asked of somebody, never of the one spoken for: 某某公司偿还借款本金.
  private static let demands = [
    "支付", "偿还", "归还", "赔偿", "返还", "承担", "给付", "交付", "应", "立即", "向", "连带", "对", "在", "腾", "继续", "协助", "退",
  ]

  /// The organisation that an agent names as the one spoken for.
  private func represented(_ clauses: [Substring], _ turn: Hearing.Turn) -> Spoken? {
    for var words in clauses.prefix(4) {
      for opening in ["我是", "我们是", "我代表", "代表", "本案"] where words.hasPrefix(opening) {
        words = words.dropFirst(opening.count)
      }
      words = Self.withoutLabel(words)
      guard let name = SpokenName.read(words), Self.isOrganisation(name.name),
        !["律师事务所", "法律服务所"].contains(where: name.name.hasSuffix),
        !Self.demands.contains(where: name.rest.hasPrefix)
      else { continue }
      return Spoken(label: turn.by, side: turn.side, name: name.name)
    }
    return nil
  }
}
