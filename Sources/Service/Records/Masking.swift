/// Hides the parts of personal data that a message does not need.
public enum Masking {
  /// Keeps the first three and the last two characters of a number of seven or more, the first one of anything shorter.
  public static func number(_ text: String) -> String {
    let characters = Array(text)
    guard characters.count >= 7 else {
      return String(characters.prefix(1)) + String(repeating: "*", count: max(0, characters.count - 1))
    }
    return String(characters.prefix(3)) + String(repeating: "*", count: characters.count - 5)
      + String(characters.suffix(2))
  }

  /// An address by its kind: numbers and mailboxes masked, postal addresses cut after the first six characters.
  public static func address(_ address: Address) -> String {
    switch address.kind {
    case .postal, .workplace:
      return address.value.count <= 6 ? address.value : String(address.value.prefix(6)) + "****"
    case .email:
      guard let at = address.value.lastIndex(of: "@") else { return number(address.value) }
      return String(address.value.prefix(1)) + "***" + address.value[at...]
    case .mobile, .fax, .im, .platform: return number(address.value)
    }
  }

  /// Any text of the user: every run of five or more digits is hidden but for its ends, and so are mailboxes.
  public static func text(_ text: String) -> String {
    var result = ""
    var run = ""
    func flush() -> String { run.count >= 5 ? number(run) : run }
    for character in text {
      if character.isASCII, character.isNumber || (character == "X" && run.count >= 5) {
        run.append(character)
        continue
      }
      result += flush()
      run = ""
      result.append(character)
    }
    return result + flush()
  }
}
