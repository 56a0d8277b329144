/// Kinds of numbers and codes that name a person, a case, an account or a vehicle.
public enum IdentifierKind: String, Sendable, CaseIterable {
  /// 案号
  case caseNumber
  /// 居民身份证号码, 18 digits or the old 15.
  case identityCard
  /// 统一社会信用代码
  case creditCode
  /// Mobile phone.
  case mobile
  /// Landline phone with area code.
  case landline
  /// Bank card.
  case bankCard
  /// Vehicle plate.
  case plate
  /// E-mail address.
  case email
}

/// An identifier found in a text.
public struct Identifier: Hashable, Sendable {
  /// What it is.
  public let kind: IdentifierKind
  /// Its bytes.
  public let range: Range<Int>
  /// What is wrong with it (Chinese: a check digit, a date); nil when it holds.
  public let problem: String?

  /// Makes a finding.
  public init(_ kind: IdentifierKind, _ range: Range<Int>, problem: String? = nil) {
    self.kind = kind
    self.range = range
    self.problem = problem
  }
}
