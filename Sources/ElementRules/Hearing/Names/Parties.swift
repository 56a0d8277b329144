import ChineseText
import TextCore

/// The parties of a hearing: the labels that speak and the names they bear.
///
/// Names come from the case file, else from the labels, the court's opening (原告某某与被告某某纠纷一案) and what people say
/// when their identity is checked.
public struct Parties: Sendable {
  /// Names by party label: 被告一 → 沈建荣.
  public private(set) var names: [String: String] = [:]
  /// The party labels of each side, in order of appearance.
  public private(set) var labels: [Side: [String]] = [:]
  /// Other people who have names.
  private var others: [String] = []

  init(_ turns: [Hearing.Turn], _ bytes: [UInt8], caseFile: CaseFile?) {
    for turn in turns where turn.side.isParty {
      if labels[turn.side]?.contains(turn.by) != true { labels[turn.side, default: []].append(turn.by) }
      if let name = turn.label?.name, turn.label?.isAgent == false, turn.isNamed {
        names[turn.by] = name
      }
    }
    for participant in caseFile?.participants ?? [] {
      guard let role = participant.role, role.base.isParty, !role.isAgent else {
        others += participant.names
        continue
      }
      add(participant.plainName, role.party.text, Side(role.base))
    }
    for spoken in SpokenParties(turns, bytes).read() where names[spoken.label] == nil {
      // An absent party has a name and no voice, unless its whole side is absent.
      if labels[spoken.side] == nil {
        add(spoken.name, spoken.label, spoken.side)
      } else {
        names[spoken.label] = spoken.name
      }
    }
  }

  private mutating func add(_ name: String, _ label: String, _ side: Side) {
    names[label] = name
    if labels[side]?.contains(label) != true { labels[side, default: []].append(label) }
  }

  /// The first party of a side.
  func first(of side: Side) -> String? { labels[side]?.sorted(by: Self.ordinals).first }

  private static func ordinals(_ a: String, _ b: String) -> Bool {
    let (first, second) = (RoleLabel(text: a)?.ordinal ?? 0, RoleLabel(text: b)?.ordinal ?? 0)
    return (first, a) < (second, b)
  }

  /// What somebody of that name calls himself: 我公司 is no person.
  private static func oneself(_ name: String) -> [String] {
    let isOrganisation = OrganisationName.isOrganisation(name)
    return ["我", "我们", "我方", "本人", "俺"] + (isOrganisation ? ["我司", "我公司", "我行"] : [])
  }

  /// What `{人}` can read when `speaker` speaks: names, labels, and the words for oneself.
  func people(for speaker: Hearing.Turn) -> [SpeechContext.Person] {
    var people = names.values.map { SpeechContext.Person($0, name: $0) }
    people += others.map { SpeechContext.Person($0, name: $0) }
    for label in labels.values.joined() where !label.contains("（") {
      if let name = names[label] { people.append(SpeechContext.Person(label, name: name)) }
    }
    for side in [Side.plaintiff, .defendant, .thirdParty] {
      if labels[side]?.count == 1, let name = first(of: side).flatMap({ names[$0] }) {
        people.append(SpeechContext.Person(side.rawValue, name: name))
      }
    }
    // Words for oneself mean nobody when the speaker has no known name.
    if speaker.side.isParty, let name = names[speaker.by] {
      people += Self.oneself(name).map { SpeechContext.Person($0, name: name) }
    }
    return people
  }
}
