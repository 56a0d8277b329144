/// A toneless syllable of Standard Chinese: initial and final packed into 16 bits.
///
/// Stored by sound, not by spelling: wang is ∅ + uang, yu is ∅ + v, ju is j + v.
public struct Syllable: Hashable, Sendable {
  /// Initial in the high byte, final in the low one.
  public let raw: UInt16

  /// Index of the initial in `initials`; 0 for none.
  public var initial: Int { Int(raw >> 8) }
  /// Index of the final in `finals`.
  public var final: Int { Int(raw & 0xFF) }

  /// All initials; the empty one first.
  public static let initials = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c",
    "s",
  ]
  /// All finals.
  public static let finals = [
    "", "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao",
    "iu", "ian",
    "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ueng", "v", "ve", "van",
    "vn", "io", "m", "n", "ng",
  ]

  private static let zeroForms: [String: String] = [
    "yi": "i", "ya": "ia", "ye": "ie", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in", "yang": "iang",
    "ying": "ing",
    "yong": "iong", "yu": "v", "yue": "ve", "yuan": "van", "yun": "vn", "yo": "io", "wu": "u", "wa": "ua",
    "wo": "uo",
    "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un", "wang": "uang", "weng": "ueng",
  ]
  private static let initialIndex = Dictionary(uniqueKeysWithValues: initials.enumerated().map { ($1, $0) })
  private static let finalIndex = Dictionary(uniqueKeysWithValues: finals.enumerated().map { ($1, $0) })

  init(initial: Int, final: Int) { raw = UInt16(initial) << 8 | UInt16(final) }

  /// Reads toneless pinyin (`zhang`, `lv`, `er`); nil when it is no syllable.
  public init?(pinyin: some StringProtocol) {
    let text = String(pinyin)
    if let final = Self.zeroForms[text].flatMap({ Self.finalIndex[$0] }) {
      self.init(initial: 0, final: final)
      return
    }
    let head = text.prefix(text.dropFirst().first == "h" ? 2 : 1)
    let initial = Self.initialIndex[String(head)].map { ($0, head.count) } ?? (0, 0)
    var rest = String(text.dropFirst(initial.1))
    if (12...14).contains(initial.0), rest.hasPrefix("u") { rest = "v" + rest.dropFirst() }
    guard !rest.isEmpty, let final = Self.finalIndex[rest] else { return nil }
    self.init(initial: initial.0, final: final)
  }

  /// The pinyin spelling.
  public var pinyin: String {
    let (head, tail) = (Self.initials[initial], Self.finals[final])
    if head.isEmpty { return Self.zeroForms.first { $0.value == tail }?.key ?? tail }
    return head + ((12...14).contains(initial) && tail.hasPrefix("v") ? "u" + tail.dropFirst() : tail)
  }
}
