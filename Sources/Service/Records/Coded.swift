/// A closed list of values that people write in Chinese and files keep in English.
public protocol Coded: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// The Chinese word shown to people.
  var title: String { get }
  /// Other words that import files use for it.
  var aliases: [String] { get }
}

extension Coded {
  /// Reads a code, a title or an alias; nil when none fits.
  public init?(reading text: String) {
    guard
      let value = Self.allCases.first(where: {
        $0.rawValue == text || $0.title == text || $0.aliases.contains(text)
      })
    else { return nil }
    self = value
  }

  /// All titles, for messages.
  public static var titles: String { allCases.map(\.title).joined(separator: "、") }
}
