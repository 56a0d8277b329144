/// A label of the transcript standard: role, agent or not, ordinal, name in brackets.
public struct RoleLabel: Hashable, Sendable {
  /// The role itself.
  public let base: CourtRole
  /// True for 代理人.
  public let isAgent: Bool
  /// 被告一 → 1.
  public let ordinal: Int?
  /// 被告（李四） → 李四.
  public let name: String?

  /// Makes a label from its parts.
  public init(_ base: CourtRole, isAgent: Bool = false, ordinal: Int? = nil, name: String? = nil) {
    self.base = base
    self.isAgent = isAgent
    self.ordinal = ordinal
    self.name = name
  }

  /// Reads a label in exactly the canonical form (half-width brackets and Arabic ordinals are let pass).
  public init?(text: String) {
    guard let base = CourtRole.longestFirst.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
    var rest = text.dropFirst(base.rawValue.count)
    let ordinal = RoleOrdinal.read(&rest)
    let isAgent = base.isParty && rest.hasPrefix("代理人")
    if isAgent { rest = rest.dropFirst("代理人".count) }
    self.init(base, isAgent: isAgent, ordinal: ordinal, name: RoleLabel.bracketed(rest))
    if name == nil, !rest.isEmpty { return nil }
  }

  /// The canonical text: 被告二代理人, 被告代理人（冯雪）.
  public var text: String {
    let place = ordinal.map(RoleOrdinal.text) ?? ""
    return base.rawValue + place + (isAgent ? "代理人" : "") + (name.map { "（\($0)）" } ?? "")
  }

  /// The party an agent speaks for; any other label itself. The name goes, for it is the agent's.
  public var party: RoleLabel { isAgent ? RoleLabel(base, ordinal: ordinal) : self }

  /// The same label with other parts.
  public func with(ordinal: Int?, name: String?) -> RoleLabel {
    RoleLabel(base, isAgent: isAgent, ordinal: ordinal, name: name)
  }

  private static func bracketed(_ text: Substring) -> String? {
    guard let first = text.first, let last = text.last, text.count > 2 else { return nil }
    guard first == "（" || first == "(", last == "）" || last == ")" else { return nil }
    return String(text.dropFirst().dropLast())
  }
}

/// Ordinals after a role: 一 to 九十九, written 1 to 99 too.
enum RoleOrdinal {
  private static let digits = Array("零一二三四五六七八九")

  /// Takes an ordinal from the front of `text`.
  static func read(_ text: inout Substring) -> Int? {
    let arabic = text.prefix { $0.isASCII && $0.isNumber }
    if !arabic.isEmpty {
      guard let number = Int(arabic), (1...99).contains(number) else { return nil }
      text = text.dropFirst(arabic.count)
      return number
    }
    let run = text.prefix { $0 == "十" || (digits.contains($0) && $0 != "零") }
    guard let number = value(run) else { return nil }
    text = text.dropFirst(run.count)
    return number
  }

  /// 12 → 十二.
  static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : String(digits[tens])) + "十"
    return head + (ones == 0 ? "" : String(digits[ones]))
  }

  private static func value(_ run: Substring) -> Int? {
    guard !run.isEmpty else { return nil }
    return (1...99).first { text($0) == run }
  }
}
