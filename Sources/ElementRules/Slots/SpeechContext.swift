import ChineseText

/// What is known beside the words of a speech: who is meant by names and labels, and when it was said.
public struct SpeechContext: Sendable {
  /// A word that means somebody: a name, 被告二, 我.
  public struct Person: Sendable, Hashable {
    /// The word.
    public let word: [UInt8]
    /// The name that is the value.
    public let name: String

    /// A word and the name it stands for.
    public init(_ word: String, name: String) {
      self.word = Array(word.utf8)
      self.name = name
    }
  }

  /// Words that `{人}` reads, longest first.
  public let people: [Person]
  /// When it was said; nil when that is not known.
  public let day: PartialDate?
  /// The dates with years that were said before.
  public var said = SaidDates()

  /// A context; empty words are left out.
  public init(people: [Person] = [], day: PartialDate? = nil) {
    self.people = people.filter { !$0.word.isEmpty }.sorted { $0.word.count > $1.word.count }
    self.day = day
  }

  /// A context in which names are only names.
  public init(names: [String]) {
    self.init(people: names.map { Person($0, name: $0) })
  }
}
