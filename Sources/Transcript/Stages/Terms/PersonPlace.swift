import ChineseText

/// Where a person's name may stand: only the case file restores names.
enum PersonPlace {
  private static let longestName = 3
  private static let somebody: UInt32 = 0x67D0  // 某: what stands before it is a family name
  private static let naming = Word.list(
    "原告 被告 告人 第三人 证人 代理人 理人 审判员 审判长 书记员 诉人 公诉人 辩护人 鉴定人 申请人 被害人 陪审员 负责人 我是 我叫 叫 姓名 名叫 婚生女 婚生子 女儿 儿子 工友 律师 法官")

  /// True within three characters from a family name that begins the speech or follows a word that names people.
  static func mayBeName(_ speech: HeardSpeech, _ index: Int) -> Bool {
    if speech[index + 1] == somebody { return true }
    for start in stride(from: index, to: max(-1, index - longestName), by: -1)
    where Surname.isSingle(speech[start]) {
      if start == 0 || isAnnounced(speech, start) { return true }
    }
    return false
  }

  /// True right after a word that names people: 证人, 我叫.
  static func isAnnounced(_ speech: HeardSpeech, _ start: Int) -> Bool {
    naming.contains { speech.has($0.scalars, at: start - $0.scalars.count) }
  }
}
