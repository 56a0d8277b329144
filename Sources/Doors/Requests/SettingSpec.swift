import TextCore

/// One thing that requests to a work may carry: what checks, help and the schemas for agents are made from.
public struct SettingSpec: Sendable {
  /// What a value is.
  public enum Kind: Sendable {
    /// A string.
    case word
    /// An array of strings.
    case words
    /// `true` or `false`.
    case flag
    /// An object.
    case object
  }

  /// The key.
  public let key: String
  /// One Chinese sentence.
  public let help: String
  /// The only words allowed; empty for any.
  public let choices: [String]
  /// What the value is.
  public let kind: Kind

  /// A setting.
  public init(_ key: String, _ help: String, choices: [String] = [], kind: Kind = .word) {
    self.key = key
    self.help = help
    self.choices = choices
    self.kind = kind
  }

  /// The JSON Schema of the value.
  var schema: String {
    var word = JSONObjectWriter()
    word.add("type", "string")
    if !choices.isEmpty { word.add("enum", choices) }
    var schema = JSONObjectWriter()
    switch kind {
    case .word: schema = word
    case .words:
      schema.add("type", "array")
      schema.addRaw("items", word.text)
    case .flag: schema.add("type", "boolean")
    case .object: schema.add("type", "object")
    }
    schema.add("description", help)
    return schema.text
  }
}
