/// A speech as the network reads it: rows of its tables for the voice, the characters, and the next speech's head.
///
/// Digits count as one character, Latin letters as another. The codes are part of the model format.
struct NetworkText: Sendable {
  /// Row of the table of characters at each position.
  private(set) var characters: [Int32] = []
  /// Row of the table of pairs at each position: this character and the next.
  private(set) var pairs: [Int32] = []

  /// Where the speech begins: after the voice.
  static let speechStart = 1

  /// Codes that are no characters.
  private static let end: UInt32 = 0
  private static let firstVoice: UInt32 = 1

  /// Reads a speech; O(scalars).
  init(
    _ speech: some Collection<UInt32>, _ setting: SpeechSetting, _ vocabulary: Vocabulary, pairBits: UInt32
  ) {
    var codes: [UInt32] = []
    codes.reserveCapacity(speech.count + 4)
    codes.append(Self.firstVoice + UInt32(setting.voice.rawValue))
    for scalar in speech { codes.append(Self.code(scalar)) }
    codes.append(Self.end)
    for scalar in setting.next?.head.prefix(2) ?? [] { codes.append(Self.code(scalar)) }
    characters = codes.map { vocabulary.row($0) }
    pairs = codes.indices.map { index in
      Self.pair(codes[index], index + 1 < codes.count ? codes[index + 1] : Self.end, pairBits)
    }
  }

  static func code(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x41
    default: max(scalar, Vocabulary.firstCharacter)
    }
  }

  private static func pair(_ first: UInt32, _ second: UInt32, _ bits: UInt32) -> Int32 {
    var x = (first &* 0x9E37_79B1 ^ (second &+ 0x7F4A_7C15)) &* 0x85EB_CA6B
    x = (x ^ x >> 15) &* 0xC2B2_AE35
    return Int32(bitPattern: x >> (32 - bits))
  }
}
