/// What is taken out before a transcript leaves the court (法释〔2016〕19号, articles 9 and 10).
public enum MaskKind: String, Sendable, CaseIterable {
  /// Names of natural persons; each gets one pseudonym: surname and 某.
  case names
  /// Identity card numbers.
  case identity
  /// Telephone numbers, and WeChat and QQ numbers that are introduced as such.
  case phones
  /// Bank cards and accounts.
  case accounts
  /// Vehicle plates, frame and engine numbers.
  case plates
  /// Home addresses below the county.
  case addresses
  /// E-mail addresses.
  case emails
  /// Numbers of title certificates.
  case certificates

  /// The stable rule id of its edits.
  var rule: String {
    switch self {
    case .names: "mask.name"
    case .identity: "mask.identity"
    case .phones: "mask.phone"
    case .accounts: "mask.account"
    case .plates: "mask.plate"
    case .addresses: "mask.address"
    case .emails: "mask.email"
    case .certificates: "mask.certificate"
    }
  }
}
