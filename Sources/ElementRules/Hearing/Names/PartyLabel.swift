import ChineseText

/// The words that name a role in a suit, and the name that follows them: 原告某某, 被告一系某某.
enum PartyLabel {
  /// The words, longer before shorter ones, and their side.
  static let all: [(words: String, side: Side)] = [
    ("反诉原告", .defendant), ("反诉被告", .plaintiff),
    ("被上诉人", .defendant), ("上诉人", .plaintiff), ("被申请人", .defendant), ("申请人", .plaintiff), ("原告", .plaintiff),
    ("被告", .defendant), ("第三人", .thirdParty),
  ]
  /// Characters that begin a label.
  private static let firsts = Set(all.compactMap(\.words.first))
  /// Between a label and its name.
  private static let joints = [
    "是用人单位，", "是劳动者，", "是业主，", "是房东，", "、反诉被告，", "、反诉原告，", "（反诉被告）", "（反诉原告）", "系", "是", "为", "：", "，", "方是",
    "方", "本人，", "个体工商户",
  ]
  /// Relatives of the one who is named before: 被告二詹水旺的岳父揭天保.
  static let kin = [
    "岳父", "岳母", "父亲", "母亲", "妻子", "丈夫", "老婆", "老公", "爱人", "媳妇", "妹夫", "姐夫", "哥哥", "弟弟", "姐姐", "妹妹", "儿子",
    "女儿", "堂哥", "表哥",
  ]

  /// The next label: its words with the ordinal, its side, and what follows.
  static func next(_ text: Substring) -> (label: String, side: Side, after: Substring)? {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if firsts.contains(text[index]), let found = all.first(where: { rest.hasPrefix($0.words) }) {
        let after = rest.dropFirst(found.words.count)
        let ordinal = after.prefix(1).filter { "一二三四五六七八九".contains($0) }
        return (found.words + ordinal, found.side, after.dropFirst(ordinal.count))
      }
      index = text.index(after: index)
    }
    return nil
  }

  /// The name after a label; after a comma only an organisation, for 原告，余下的 names nobody.
  static func name(after: Substring) -> SpokenName? {
    if let name = SpokenName.read(after) { return relative(name) }
    guard let joint = joints.first(where: after.hasPrefix),
      let name = SpokenName.read(after.dropFirst(joint.count))
    else { return nil }
    let isCalled = ["，你", "，您", "本人", "先生", "女士"].contains(where: name.rest.hasPrefix)
    let isOrganisation = OrganisationName.isOrganisation(name.name) && !name.rest.hasPrefix("的")
    return joint.hasSuffix("，") && !joint.hasPrefix("是") && !isCalled && !isOrganisation ? nil : name
  }

  /// 詹水旺的岳父揭天保 names 揭天保; 詹水旺的岳父 alone nobody.
  private static func relative(_ name: SpokenName) -> SpokenName? {
    guard name.rest.hasPrefix("的"), let kin = kin.first(where: name.rest.dropFirst().hasPrefix) else {
      return name
    }
    return SpokenName.read(name.rest.dropFirst(1 + kin.count))
  }
}
