import TextCore

/// One way in which an element is said, or in which what the other side says is admitted or denied.
public struct Rule: Sendable, Hashable {
  /// Stable id, unique in its rule base.
  public let id: String
  /// What it proves.
  public let effect: Effect
  /// Whose words count; empty for everybody's.
  public let speakers: [Side]
  /// The parts of the hearing in which it counts; empty for all but mediation.
  public let parts: [HearingPart]
  /// Patterns, one of which must stand somewhere in the hearing; empty for no such condition.
  public let given: [PlacedText]
  /// Patterns, none of which may stand anywhere in the hearing.
  public let lacking: [PlacedText]
  /// Patterns of the question that must be the one answered; empty when no question is needed.
  public let asked: [PlacedText]
  /// Patterns, any one of which must match; empty only when there is `asked`.
  public let says: [PlacedText]
  /// Patterns none of which may match in the same unit.
  public let unless: [PlacedText]
  /// How far a pattern reaches.
  public let within: Scope
  /// What it must and must not match.
  public let examples: Examples
  /// Where its id stands in the file.
  public let place: Span<Source>

  /// What a match proves.
  public enum Effect: Sendable, Hashable {
    /// The speaker states an element; the value is an option, `true`, `false`, `@说话人` …, or nil for the slot's.
    case states(element: String, value: String?)
    /// The speaker admits what the other side says on these elements.
    case confirms([String])
    /// The speaker denies what the other side says on these elements.
    case disputes([String])
  }

  /// How far a pattern reaches.
  public enum Scope: String, Sendable, CaseIterable {
    /// Up to 。 ？ ！ ；
    case sentence
    /// The whole speech.
    case turn
  }

  /// The elements it is about.
  public var elements: [String] {
    switch effect {
    case .states(let element, _): [element]
    case .confirms(let elements), .disputes(let elements): elements
    }
  }

  /// The value the rule states.
  public var value: String? {
    if case .states(_, let value) = effect { value } else { nil }
  }

  /// True for a rule that takes a position on the other side's words and states nothing of its own.
  public var isReaction: Bool {
    if case .states = effect { false } else { true }
  }
}

extension Rule {
  /// Texts that show what the rule means; the checker runs them.
  public struct Examples: Sendable, Hashable {
    /// Must match, with these very words and this value.
    public let match: [Match]
    /// Look alike, but must not match.
    public let not: [Near]
    /// Names that `{人}` may read in these texts, as a case file would give them.
    public let people: [String]
    /// Where they stand in the file.
    public var place: Span<Source>?

    /// A text that must match.
    public struct Match: Sendable, Hashable {
      /// The question before it.
      public let asked: String?
      /// The text.
      public let text: String
      /// The words that must be quoted.
      public let words: String
      /// The value that must come out; nil when the rule gives none.
      public let value: String?
      /// Where it stands in the file.
      public let place: Span<Source>
    }

    /// A text that must not match.
    public struct Near: Sendable, Hashable {
      /// The question before it.
      public let asked: String?
      /// The text.
      public let text: String
      /// Where it stands in the file.
      public let place: Span<Source>
    }
  }
}

/// A string of a rule file that knows where it stood.
public struct PlacedText: Sendable, Hashable {
  /// The string.
  public let text: String
  /// Where it stands, between its quotes.
  public let place: Span<Source>

  /// The place of byte `offset` of the text; the whole text when escapes make the two differ.
  func place(at offset: Int) -> Span<Source> {
    guard place.count == text.utf8.count, offset < place.count else { return place }
    let lead = Array(text.utf8.dropFirst(offset).prefix(1))[0]
    return Span(place.start + offset, min(place.end, place.start + offset + UTF8Bytes.length(lead: lead)))
  }
}
