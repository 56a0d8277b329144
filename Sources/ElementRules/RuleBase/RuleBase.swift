import TextCore

/// A checked rule base for one cause of action: elements, rules and the words they share. The engine knows no law;
/// everything legal stands here.
public struct RuleBase: Sendable, Hashable {
  /// The format that this version reads and writes.
  public static let format = 1

  /// `private-lending`
  public let id: String
  /// The cause of action: 民间借贷纠纷.
  public let title: String
  /// Version of the content.
  public let version: String
  /// The day from which the law cited is in force, ISO.
  public let effective: String
  /// Statutes the rules rest on.
  public let law: [String]
  /// Word classes, in order: name and words.
  public let classes: [WordClass]
  /// What has to be found out.
  public let elements: [Element]
  /// How it is said.
  public let rules: [Rule]
  /// What can be computed from the elements.
  public let calculations: [CalculationPlan]

  /// The words of each class; of classes with one name the first.
  var wordLists: [String: WordList] {
    Dictionary(
      classes.map { ($0.name, WordList(words: $0.words)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The element of each id; of elements with one id the first.
  var elementOfID: [String: Element] {
    Dictionary(elements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Words that patterns name together as `<名称>`.
public struct WordClass: Sendable, Hashable {
  /// The name between the brackets.
  public let name: String
  /// The words, in order.
  public let words: [String]
}

/// One fact the court has to establish (要素).
public struct Element: Sendable, Hashable {
  /// Stable id such as `lending.amount.agreed`.
  public let id: String
  /// What lawyers call it.
  public let name: String
  /// What it is.
  public let section: Section
  /// The item of the official form.
  public let formItem: String?
  /// The type of its value.
  public let type: ValueType
  /// The only values of a choice.
  public let options: [String]
  /// What the judge asks when nobody has addressed it.
  public let question: String
  /// Articles.
  public let law: [String]
  /// Labels of other schemes, such as `CAIL2019` → `LN2`.
  public let codes: [Code]
  /// True when its absence is to be reported.
  public let important: Bool
  /// Its absence is reported only when one of these has been addressed; empty for always.
  public let when: [String]
  /// What counts when one party gives several values.
  public let several: Several
  /// Words for the documents that are for proving it: 借条, 结婚证.
  public let proof: [String]
  /// What people call it when they say that it is right or wrong: 押金, 起算点.
  public let called: [String]
  /// The elements that a claim rests on: when the other side disputes one of them, it disputes the claim.
  public let basis: [String]
  /// Sides against which it works: what one of them alone tells is agreed.
  public let admitted: [Side]
  /// Sides that set it against the other's claim: what one of them alone tells is disputed.
  public let contested: [Side]
  /// Where its id stands in the file.
  public let place: Span<Source>

  /// True for what a party asks for, false for a fact.
  var isClaim: Bool { section == .claim }
  /// True for what only labels sentences and enters no fact sheet.
  var isLabel: Bool { section == .label }

  /// What an element is.
  public enum Section: String, Sendable, CaseIterable {
    /// What a party asks for.
    case claim
    /// What is or was so.
    case fact
    /// A label of sentences only, which enters no fact sheet.
    case label
  }

  /// What counts when one party gives several values and corrects none.
  public enum Several: String, Sendable, CaseIterable {
    /// The one said most often, of equals the last in the party's own words, else the last.
    case last
    /// The first in the party's own words, else the first: the date of the first of several loans.
    case first
    /// The one that is the sum of the others; without it none, for a wrong amount is worse than none.
    case total
    /// The parts that one speech names, added up (15000元，后来又给了8000元); without such a speech as `total`.
    case sum
  }

  /// A label in another scheme.
  public struct Code: Sendable, Hashable {
    /// The scheme's name.
    public let scheme: String
    /// The label.
    public let label: String
  }
}

extension Sequence<Element> {
  /// The ids of those that a party asks for.
  var claims: Set<String> { Set(filter(\.isClaim).map(\.id)) }
}

/// The type of an element's value; see the interfaces, "Gold transcripts".
public enum ValueType: String, Sendable, CaseIterable {
  /// Decimal yuan.
  case money
  /// ISO date, may be partial.
  case date
  /// ISO 8601 duration.
  case period
  /// `15%/年`
  case rate
  /// Digits.
  case number
  /// `70%`
  case percent
  /// True or false.
  case boolean
  /// One of the options.
  case choice
  /// A name as in the transcript.
  case party
  /// The shortest sufficient quote.
  case text

  /// The slots whose values have this type.
  var slots: [SlotKind] {
    switch self {
    case .party: [.party, .name, .text]
    case .text: [.text, .list, .name]
    case .number: [.number, .age]
    default: slot.map { [$0] } ?? []
    }
  }

  /// The slot whose value has this type, when there is one.
  var slot: SlotKind? {
    switch self {
    case .money: .money
    case .date: .date
    case .period: .period
    case .rate: .rate
    case .number: .number
    case .percent: .percent
    case .party: .party
    case .text: .text
    case .boolean, .choice: nil
    }
  }
}
