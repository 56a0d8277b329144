import ChineseText

/// Restores names of the case file by sound (蒋玉蓝 → 蒋玉兰); without a case file names are never touched.
///
/// Same length, every syllable the same or one regional confusion apart, and at least one character right or, from three
/// characters on, every syllable the same. Two-character names take a regional confusion or a window that is a word only
/// after 证人, 我叫 and the like, and with the family name right. A name that the case file has itself is never changed
/// into another.
struct NameRule: Sendable {
  private let names: [[UInt32]]
  private let known: Set<[UInt32]>
  /// By most usual syllable of a character: whether a name may begin with one of its readings.
  private let mayStart: [Bool]

  /// Takes people's names, full names of organisations and what their short names are made of.
  init?(_ caseFile: CaseFile?) {
    guard let caseFile else { return nil }
    let texts = caseFile.participants.flatMap(Self.names) + [caseFile.court].compactMap { $0 }
    let all = Set(
      texts.map { $0.unicodeScalars.map(\.value) }.filter { $0.count > 1 && $0.allSatisfy(Self.isHan) })
    guard !all.isEmpty else { return nil }
    known = all
    names = all.sorted { ($1.count, $0[0], $0[1]) < ($0.count, $1[0], $1[1]) }
    var starts = [Bool](repeating: false, count: 0x1_0000)
    for sound in Self.sounds {
      let isNear = names.contains { name in
        Pronunciation.readings(of: name[0]).contains { Pronunciation.distance($0, sound) <= 1 }
      }
      starts[Int(sound.raw)] = isNear
    }
    let near = starts
    for (usual, others) in Pronunciation.polyphones where others.contains(where: { near[Int($0.raw)] }) {
      starts[Int(usual.raw)] = true
    }
    mayStart = starts
  }

  /// Every syllable that a character has.
  private static let sounds = Set((UInt32(0x4E00)...0x9FA5).compactMap { Pronunciation.syllable(of: $0) })

  private static func isHan(_ scalar: UInt32) -> Bool { ScalarClass.of(scalar).contains(.han) }

  /// A person's names; an organisation's full name and its core (五常市稻丰源米业有限公司 → 稻丰源).
  private static func names(_ participant: Participant) -> [String] {
    guard participant.isOrganisation else { return participant.names }
    return participant.names + [OrganisationCore.core(participant.plainName)].compactMap { $0 }
  }

  func apply(_ speech: inout HeardSpeech) {
    var index = 0
    while index + 1 < speech.count {
      guard mayStart[Int(speech.syllables[index])] else {
        index += 1
        continue
      }
      index += step(&speech, index)
    }
  }

  private func step(_ speech: inout HeardSpeech, _ index: Int) -> Int {
    for name in names where index + name.count <= speech.count {
      let window = Array(speech.values[index..<(index + name.count)])
      if window == name { return window.count }
      if !known.contains(window), isHeard(name, window, isAnnounced: PersonPlace.isAnnounced(speech, index)) {
        speech.take(name, at: index, by: .name)
        return window.count
      }
    }
    return 1
  }

  private func isHeard(_ name: [UInt32], _ window: [UInt32], isAnnounced: Bool) -> Bool {
    var (right, near) = (0, 0)
    for (a, b) in zip(name, window) {
      if a == b { right += 1 }
      guard let distance = Pronunciation.distance(ofScalar: a, b), distance <= 1 else { return false }
      near += distance
    }
    if name.count == 2 {
      let isSurname = isAnnounced && name[0] == window[0]
      return right == 1 && near + (isLanguage(window) ? 1 : 0) <= (isSurname ? 1 : 0)
    }
    if right == 0 { return near == 0 && !isLanguage(window) }
    return right * 3 >= name.count && near <= (name.count > 3 ? 2 : 1)
  }

  /// Characters that occur together in clean text are no misheard name.
  private func isLanguage(_ window: [UInt32]) -> Bool {
    zip(window, window.dropFirst()).allSatisfy(SeenPairs.contains)
  }
}

/// The part of an organisation's name that people call it by.
enum OrganisationCore {
  private static let places: Set<Character> = ["省", "市", "县", "区", "镇", "乡", "州", "旗"]
  private static let trades = [
    "有限责任公司", "股份有限公司", "有限公司", "公司", "集团", "物业服务", "物业管理", "物业", "米业", "包装", "制衣", "建筑工程", "建筑", "工程",
    "财产保险",
    "保险", "商贸", "贸易", "科技", "实业", "电子", "机械", "食品", "农业", "运输", "物流", "装饰", "建设", "房地产开发", "置业", "精密五金", "五金",
    "缝制设备",
    "铝型材", "型材", "村镇银行", "商业银行", "银行", "饮食", "餐饮", "服饰", "纺织", "家具", "建材", "劳务", "设备",
  ]

  /// The core of a full name: without the place before and the trade and form after; nil unless three or four characters.
  static func core(_ name: String) -> String? {
    var rest = Substring(name)
    if let place = rest.dropLast(4).lastIndex(where: places.contains) {
      rest = rest[rest.index(after: place)...]
    }
    var isShorter = true
    while isShorter {
      isShorter = false
      for trade in trades where rest.hasSuffix(trade) {
        rest = rest.dropLast(trade.count)
        isShorter = true
        break
      }
    }
    return (3...4).contains(rest.count) ? String(rest) : nil
  }
}
