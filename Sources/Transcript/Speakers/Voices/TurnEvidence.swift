/// What single turns say outright about who speaks them: a name or a role given, the judge's call just before.
struct TurnEvidence: Sendable {
  /// For each turn and member, a log-likelihood.
  private(set) var values: [[Float]] = []
  /// For each turn the member that it names outright, when there is exactly one.
  private(set) var named: [Int?] = []

  private let hearing: HearingText
  private let members: [Cast.Member]
  private let names: [[SpokenName]]
  private let judge: Int?
  private static let opening = 9

  /// Reads all turns; `judge` is the voice that presides. O(turns × members).
  init(_ hearing: HearingText, _ cast: Cast, judge: Int?) {
    self.hearing = hearing
    self.judge = judge
    members = cast.members
    names = members.map { $0.names.compactMap(SpokenName.init) }
    var before = NamedBefore(hearing.mentions)
    for (index, turn) in hearing.turns.enumerated() {
      let call = before.advance(to: turn.range.lowerBound)
      var row = [Float](repeating: 0, count: members.count)
      let previous = index > 0 ? hearing.turns[index - 1] : nil
      if turn.voice != judge {
        if let previous, previous.voice == judge { addCall(call, previous, to: &row) }
        named.append(addIntroduction(turn, to: &row))
      } else {
        named.append(nil)
      }
      values.append(row)
    }
  }

  /// Whom the judge named before the turn: last words weigh more than first ones.
  private func addCall(_ call: NamedBefore.Call, _ previous: HearingText.Turn, to row: inout [Float]) {
    if let mention = call.mention, mention.start >= previous.range.lowerBound, mention.role != .presiding {
      let isFirst = mention.start < previous.range.lowerBound + 4
      let worth = isFirst ? max(1.2, Self.worth[call.distance]) : Self.worth[call.distance]
      add(mention, worth, to: &row)
    }
    if let mention = call.opening(previous.range.lowerBound), mention != call.mention {
      add(mention, 0.5, to: &row)
    }
    for member in members.indices where names[member].contains(where: { isCalled($0, previous.range) }) {
      row[member] += 1.5
    }
  }

  private static let worth: [Float] = [2.5, 2, 1.5, 0.8, 0.3, 0]

  private func isCalled(_ name: SpokenName, _ range: Range<Int>) -> Bool {
    name.isSaid(in: hearing.text, range.lowerBound..<min(range.upperBound, range.lowerBound + 6))
      || name.isSaid(in: hearing.text, max(range.lowerBound, range.upperBound - 6)..<range.upperBound)
  }

  private func add(_ mention: RoleMention, _ worth: Float, to row: inout [Float]) {
    for member in members.indices {
      switch members[member].actor.grade(mention) {
      case 3: row[member] += isOneOfMany(member, mention) ? worth * 0.5 : worth
      case 2: row[member] += worth * 0.6
      case 4: break
      case 1: row[member] -= worth * 0.5
      default: row[member] -= worth * 0.2
      }
    }
  }

  /// 被告二 is named and the member is 被告代理人 without a number.
  private func isOneOfMany(_ member: Int, _ mention: RoleMention) -> Bool {
    mention.ordinal > 0 && members[member].actor.ordinal == 0
  }

  /// 我是原告代理人冯雪, 被告二代理人, 我叫戴国庆 at the start of a turn. The member that is meant, when only one fits.
  private func addIntroduction(_ turn: HearingText.Turn, to row: inout [Float]) -> Int? {
    let start = turn.range.lowerBound..<min(turn.range.upperBound, turn.range.lowerBound + Self.opening)
    var fitting: [Int] = []
    let introduction = introducing(turn)
    let isAgent = introduction?.role.isAgent == true  // 我是原告冯雪的代理人 names another
    for member in members.indices where !isAgent || members[member].actor.role.isAgent {
      guard names[member].contains(where: { $0.isSaid(in: hearing.text, start) }) else { continue }
      row[member] += 6
      fitting.append(member)
    }
    if let mention = introduction {
      let own = members.indices.filter { members[$0].actor.grade(mention) == 3 }
      for member in own { row[member] += 4 }
      for member in members.indices where !own.contains(member) { row[member] -= 2 }
      if fitting.isEmpty { fitting = own }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The role a turn opens with, when it is the speaker's own: 我是…, or an agent's with what agents say of themselves.
  private func introducing(_ turn: HearingText.Turn) -> RoleMention? {
    let start = turn.range.lowerBound
    guard let mention = hearing.firstMention(from: start), mention.end <= turn.range.upperBound else {
      return nil
    }
    if mention.start >= start + 6 { return isOutsider(mention, turn) ? mention : nil }
    let before = hearing.text.scalars[start..<mention.start]
    let isSelf =
      before.suffix(2).elementsEqual([0x6211, 0x662F]) || before.suffix(1).elementsEqual([0x662F])  // 我是
    if isSelf { return asAgent(mention, turn) }
    let rest = hearing.text.scalars[mention.end..<min(turn.range.upperBound, mention.end + 26)]
    let speaksOfOffice = Self.offices.contains { rest.contains($0[0], followedBy: $0[1]) }
    return mention.start <= start + 1 && mention.role.isAgent && speaksOfOffice ? mention : nil
  }

  /// 我是市司法鉴定中心的鉴定人: one who stands on no side and says where he comes from first.
  private func isOutsider(_ mention: RoleMention, _ turn: HearingText.Turn) -> Bool {
    let start = turn.range.lowerBound
    return [.expert, .witness, .interpreter].contains(mention.role) && mention.start < start + 24
      && hearing.text.scalars[start..<start + 2].elementsEqual([0x6211, 0x662F])  // 我是
      && hearing.text.scalars[mention.start - 1] == 0x7684  // 的
  }

  /// 我是上诉人贺建军的代理人: the party's name stands between its role and the agent's word.
  private func asAgent(_ mention: RoleMention, _ turn: HearingText.Turn) -> RoleMention {
    guard let agent = mention.role.agent else { return mention }
    let text = hearing.text.scalars
    for index in mention.end..<max(mention.end, min(turn.range.upperBound - 3, mention.end + 24)) {
      guard text[index] == 0x7684 else { continue }
      let end = min(turn.range.upperBound, index + 8)
      guard Self.agentWords.contains(where: { text[index + 1..<end].starts(with: $0) }) else {
        return mention
      }
      return RoleMention(role: agent, ordinal: mention.ordinal, start: mention.start, end: mention.end)
    }
    return mention
  }

  private static let agentWords = ["代理人", "委托代理人", "委托诉讼代理人", "诉讼代理人", "代理律师"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static let offices: [[UInt32]] = ["律师", "授权", "受权", "代理", "带理", "法务", "员工", "职员", "事务", "经理"].map {
    $0.unicodeScalars.map(\.value)
  }
}

extension ArraySlice<UInt32> {
  fileprivate func contains(_ first: UInt32, followedBy second: UInt32) -> Bool {
    guard count > 1 else { return false }
    return (startIndex..<endIndex - 1).contains { self[$0] == first && self[$0 + 1] == second }
  }
}

extension HearingText {
  /// The first role named at or after a character.
  func firstMention(from start: Int) -> RoleMention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count ? mentions[low] : nil
  }
}
