import TextCore

/// Set phrases that give a role away, and the classes they speak for.
struct VoiceCues: Sendable {
  private static let agents: [RoleClass] = [.claimantAgent, .defendantAgent, .thirdPartyAgent, .defender]
  private static let persons: [RoleClass] = [.claimant, .defendant, .thirdParty, .accused, .victim, .witness]

  /// What is said, by whom, and what it is worth as a log-likelihood (once in a turn).
  private static let table: [(words: [String], roles: [RoleClass], value: Float)] = [
    (["报告审判", "宣布法庭纪律", "宣读法庭纪律", "全体起立", "请审判", "肃静"], [.clerk], 4),
    (["现在开庭", "宣布开庭", "继续开庭", "休庭", "修庭", "闭庭", "法庭调查结束", "现在进行", "本庭归纳", "双方当事人"], [.presiding], 2),
    (["特别授权", "特别受权", "一般授权", "一般代理", "一般带理", "律师事务所", "法律服务所", "法务"], agents, 3),
    (["汉族", "壮族", "回族", "苗族", "满族", "出生", "身份证号", "我叫"], persons, 1.5),
    (["起诉书指控", "提起公诉", "公诉人认为", "量刑建议", "宣读起诉书"], [.prosecutor], 1.5),
    (["我的当事人", "我方当事人", "代理意见", "辩护意见"], agents, 1),
  ]

  private static let words = table.flatMap(\.words)
  private static let groups = table.indices.flatMap { group in table[group].words.map { _ in group } }
  private static let automaton = LiteralAutomaton(words)

  /// Adds what the phrases of a turn say to the sums by class. Linear in the turn.
  static func add(_ bytes: [UInt8], _ range: Range<Int>, to sums: inout [Float]) {
    var seen = 0
    automaton.forEachMatch(in: bytes, range: range) { seen |= 1 << groups[$0.pattern] }
    guard seen != 0 else { return }
    for (group, row) in table.enumerated() where seen & 1 << group != 0 {
      for role in row.roles { sums[Int(role.rawValue)] += row.value }
    }
  }
}
