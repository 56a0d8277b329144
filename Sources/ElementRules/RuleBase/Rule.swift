import TextCore

/// One way in which an element is said.
public struct Rule: Sendable, Hashable {
  /// Stable id, unique in its rule base.
  public let id: String
  /// The element it proves.
  public let element: String
  /// Patterns, any one of which must match.
  public let says: [PlacedText]
  /// Patterns none of which may match in the same unit.
  public let unless: [PlacedText]
  /// How far a pattern reaches.
  public let within: Scope
  /// The value: `true`, `false`, an option, or nil for the value of the pattern's slot.
  public let value: String?
  /// What it must and must not match.
  public let examples: Examples
  /// Where its id stands in the file.
  public let place: Span<Source>

  /// How far a pattern reaches.
  public enum Scope: String, Sendable, CaseIterable {
    /// Up to 。 ？ ！ ；
    case sentence
    /// The whole speech.
    case turn
  }

  /// Texts that show what the rule means; the checker runs them.
  public struct Examples: Sendable, Hashable {
    /// Must match, with these very words and this value.
    public let match: [Match]
    /// Look alike, but must not match.
    public let not: [PlacedText]
    /// Names that `{人}` may read in these texts, as a case file would give them.
    public let people: [String]

    /// A text that must match.
    public struct Match: Sendable, Hashable {
      /// The text.
      public let text: String
      /// The words that must be quoted.
      public let words: String
      /// The value that must come out.
      public let value: String
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
