/// A role named in speech: 原告, 被告二, 第一被告代理人, 公诉人 …
struct RoleMention: Hashable, Sendable {
  /// Which class is meant.
  let role: RoleClass
  /// 1 for 被告一 or 第一被告; 0 when none is said.
  let ordinal: Int
  /// First character, as an index into the spoken text.
  let start: Int
  /// One past the last character.
  let end: Int

  /// All roles named, in order. Linear.
  static func all(in text: SpokenText) -> [RoleMention] {
    var found: [RoleMention] = []
    var index = 0
    while index < text.scalars.count {
      if let mention = mention(at: index, text.scalars) {
        found.append(mention)
        index = mention.end
      } else {
        index += 1
      }
    }
    return found
  }

  private static let words: [(String, RoleClass)] = [
    ("被上诉人", .defendant), ("被申请人", .defendant), ("被害人", .victim), ("被告人", .accused), ("被告", .defendant),
    ("原告", .claimant), ("上诉人", .claimant), ("申请人", .claimant), ("第三人", .thirdParty), ("公诉人", .prosecutor),
    ("公诉机关", .prosecutor), ("辩护人", .defender), ("辩护律师", .defender), ("证人", .witness), ("鉴定人", .expert),
    ("书记员", .clerk), ("审判长", .presiding), ("审判员", .presiding), ("法官", .presiding),
    ("附带民事诉讼原告", .victim), ("附民原告", .victim), ("翻译", .interpreter),
  ]
  private static let table: [(scalars: [UInt32], role: RoleClass)] = words.map { word, role in
    (word.unicodeScalars.map(\.value), role)
  }
  private static let firsts = Set(table.map { $0.scalars[0] })
  private static let agents: [[UInt32]] = ["委托诉讼代理人", "诉讼代理人", "委托代理人", "代理人", "代理律师", "律师"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static func mention(at start: Int, _ text: [UInt32]) -> RoleMention? {
    var index = start
    var ordinal = 0
    if text[index] == 0x7B2C, index + 2 < text.count, let value = digit(text[index + 1]),
      text[index + 2] != 0x4EBA
    {
      ordinal = value  // 第一被告; 第三人 is a word
      index += 2
    }
    guard firsts.contains(text[index]), let word = table.first(where: { has($0.scalars, at: index, text) })
    else {
      return nil
    }
    index += word.scalars.count
    if ordinal == 0, word.role.side > 0, index < text.count, let value = digit(text[index]),
      isOrdinal(after: index, text)
    {
      ordinal = value
      index += 1
    }
    var role = word.role
    if index < text.count, text[index] == 0x7684, agent(at: index + 1, text) > 0 { index += 1 }  // 的
    let length = agent(at: index, text)
    if length > 0, let agent = agentClass(of: role) {
      role = agent
      index += length
    }
    return RoleMention(role: role, ordinal: ordinal, start: start, end: index)
  }

  /// 被告一 is an ordinal, 被告一直没有 and 被告三次 are not.
  private static func isOrdinal(after index: Int, _ text: [UInt32]) -> Bool {
    guard index + 1 < text.count else { return true }
    return !notAfterOrdinal.contains(text[index + 1])
  }

  private static let notAfterOrdinal = Set("直次个共起人年月天份些定下致点笔方般样万千百十元审回".unicodeScalars.map(\.value))

  private static func agentClass(of role: RoleClass) -> RoleClass? {
    switch role {
    case .claimant: .claimantAgent
    case .defendant: .defendantAgent
    case .thirdParty: .thirdPartyAgent
    case .victim: .victim
    default: nil
    }
  }

  private static func agent(at index: Int, _ text: [UInt32]) -> Int {
    agents.first { has($0, at: index, text) }?.count ?? 0
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x31...0x35: Int(scalar) - 0x30
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    default: nil
    }
  }

  @inline(__always)
  private static func has(_ word: [UInt32], at index: Int, _ text: [UInt32]) -> Bool {
    guard index + word.count <= text.count, text[index] == word[0] else { return false }
    for offset in 1..<word.count where text[index + offset] != word[offset] { return false }
    return true
  }
}
