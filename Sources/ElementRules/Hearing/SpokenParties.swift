import ChineseText
import TextCore

/// Finds the names of parties in what is said at the opening of a hearing.
enum SpokenParties {
  /// A party and its name.
  struct Spoken: Hashable {
    let label: String
    let side: Side
    let name: String
  }

  /// Turns in which people are introduced.
  private static let opening = 30

  /// Names in the court's opening, and of those who introduce themselves; the latter first, for they know best.
  static func read(_ turns: [Hearing.Turn], _ bytes: [UInt8], cause: String?) -> [Spoken] {
    var introduced: [Spoken] = []
    var announced: [Spoken] = []
    var seen: Set<String> = []
    for turn in turns.prefix(opening) {
      let text = String(decoding: bytes[turn.speech], as: UTF8.self)
      if turn.side == .plaintiff { announced += addressed(text, turns) }
      if turn.side == .bench {
        announced += announcement(text, cause, turns) + addressed(text, turns)
      } else if turn.side.isParty, turn.label?.name == nil || turn.label?.isAgent == true,
        seen.insert(turn.label?.text ?? "").inserted
      {
        introduced += introduction(text, turn)
      }
    }
    return introduced + announced
  }

  // MARK: 原告某某与被告某某、某某纠纷一案

  private static func announcement(_ text: String, _ cause: String?, _ turns: [Hearing.Turn]) -> [Spoken] {
    guard text.contains("一案") || text.contains("纠纷") else { return [] }
    for ending in causes(text, cause) {
      guard let end = text.range(of: ending), let start = text.range(of: "原告"),
        start.upperBound < end.lowerBound
      else { continue }
      let middle = text[start.upperBound..<end.lowerBound]
      guard
        let defendant = ["与被告", "诉被告", "和被告", "起诉被告", "、被告"].lazy.compactMap({ middle.range(of: $0) }).first
      else { continue }
      let rest = middle[defendant.upperBound...]
      let third = rest.range(of: "、第三人") ?? rest.range(of: "，第三人")
      return list(middle[..<defendant.lowerBound], .plaintiff, turns)
        + list(rest[..<(third?.lowerBound ?? rest.endIndex)], .defendant, turns)
        + list(rest[(third?.upperBound ?? rest.endIndex)...], .thirdParty, turns)
    }
    return []
  }

  /// 被告一孟庆波，, 被告一白双喜偿还: a label of the hearing, a name, and a mark or a verb.
  private static func addressed(_ text: String, _ turns: [Hearing.Turn]) -> [Spoken] {
    var found: [Spoken] = []
    let labelled = turns.prefix(opening).filter { $0.side.isParty && $0.label?.name == nil }
    for clause in text.split(whereSeparator: { "，。、？！；：".contains($0) }) {
      for turn in labelled {
        guard let place = clause.range(of: turn.by) else { continue }
        let rest = clause[place.upperBound...]
        for count in [3, 2] where rest.count >= count {
          let (name, after) = (String(rest.prefix(count)), rest.dropFirst(count))
          guard isName(name), after.isEmpty || afterName.contains(where: after.hasPrefix) else { continue }
          found.append(Spoken(label: turn.by, side: turn.side, name: name))
          break
        }
      }
    }
    return found
  }

  private static let afterName = [
    "偿还", "归还", "支付", "承担", "向", "与", "和", "签", "驾驶", "因", "由于", "之间", "系", "是", "在", "于", "对", "立即", "连带",
    "一案",
  ]

  /// Words at which the list of parties ends: the cause of the header, else any cause that the text names.
  private static func causes(_ text: String, _ cause: String?) -> [String] {
    let bytes = Array(text.utf8)
    guard let place = text.range(of: "纠纷") else { return [cause].compactMap { $0 } }
    let end = text.utf8.distance(from: text.startIndex, to: place.upperBound)
    let named = CauseOfAction.name(in: bytes, endingAt: end)
    return [cause, named, "因", "关于"].compactMap { $0 }
  }

  /// 、 between several of one side: they are 被告一, 被告二 …, or 被告 when there is only one.
  private static func list(_ text: Substring, _ side: Side, _ turns: [Hearing.Turn]) -> [Spoken] {
    let parts = text.split { "、，".contains($0) }.map { unlabelled(String($0)) }
    guard parts.allSatisfy(isName) else { return [] }
    return parts.enumerated().map { index, name in
      let ordinal = parts.count == 1 ? "" : RoleLabel(.plaintiff, ordinal: index + 1).text.dropFirst(2)
      return Spoken(label: side.rawValue + ordinal, side: side, name: name)
    }
  }

  /// 白双喜 of 被告一白双喜.
  private static func unlabelled(_ text: String) -> String {
    for label in ["被告", "原告", "第三人"] where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      let isOrdinal = rest.first.map { "一二三四五六七八九".contains($0) } ?? false
      return String(isOrdinal && rest.count > 2 ? rest.dropFirst() : rest)
    }
    return text
  }

  // MARK: 我叫某某

  /// 我叫某某, 我是某某, or the name first: 某某，男. An agent who opens with the party's name says it too.
  private static func introduction(_ text: String, _ turn: Hearing.Turn) -> [Spoken] {
    let clauses = text.split { "，。、；：".contains($0) }
    guard let first = clauses.first else { return [] }
    if turn.label?.isAgent == true { return represented(clauses, turn) }
    let openings = ["我叫", "我是", "我名叫", "姓名", "本人", "原告", "被告", "我姓名"]
    let told = clauses.prefix(4).first { clause in ["我叫", "我是", "我名叫"].contains { clause.hasPrefix($0) } }
    var name = String(told ?? first)
    for opening in openings where name.hasPrefix(opening) { name = String(name.dropFirst(opening.count)) }
    if name == "我" || name.isEmpty, clauses.count > 1 { name = String(clauses[1]) }
    guard isName(name) else { return [] }
    return [Spoken(label: turn.by, side: turn.side, name: name)]
  }

  /// The organisation that an agent names as the one spoken for.
  private static func represented(_ clauses: [Substring], _ turn: Hearing.Turn) -> [Spoken] {
    for clause in clauses.prefix(4) {
      var name = String(clause)
      for opening in ["我是", "我们是", "我代表", "代表", "本案", "原告", "被告", "第三人"] where name.hasPrefix(opening) {
        name = String(name.dropFirst(opening.count))
      }
      if let end = ["的委托", "委托", "的代理", "代理人", "的法务", "的员工"].lazy.compactMap({ name.range(of: $0) }).first {
        name = String(name[..<end.lowerBound])
      }
      if OrganisationName.isOrganisation(name), name.count <= 40, !name.hasSuffix("律师事务所"),
        !name.hasSuffix("法律服务所")
      {
        return [Spoken(label: turn.by, side: turn.side, name: name)]
      }
    }
    return []
  }

  /// Two to four characters that begin with a surname, or an organisation.
  private static func isName(_ text: String) -> Bool {
    if OrganisationName.isOrganisation(text) { return text.count <= 40 }
    guard (2...4).contains(text.count), Surname.length(atStartOf: text) > 0 else { return false }
    return ![
      "没有", "了", "到", "房东", "业主", "老板", "法人", "代表", "本人", "司机", "车主", "负责", "不", "申请", "有", "意见", "清楚", "对",
      "明白",
    ].contains { text.contains($0) }
  }
}
