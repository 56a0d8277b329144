/// A party named by its place in the hearing, as rules state it.
public enum PartyReference: String, Sendable, CaseIterable {
  /// Who says so.
  case speaker = "@说话人"
  /// The other side.
  case opponent = "@对方"
  /// The plaintiff, the first of several.
  case plaintiff = "@原告"
  /// The defendant, the first of several.
  case defendant = "@被告"
  /// The third party.
  case thirdParty = "@第三人"
}
