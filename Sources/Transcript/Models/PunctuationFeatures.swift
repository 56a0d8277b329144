/// What the linear model sees at a gap inside a speech: hashed n-grams around it, the distance to question words, place
/// and voice.
///
/// Characters are mixed once per speech; a feature is then one multiplication. Digits count as one character, Latin
/// letters as another. The order of templates is part of the model format.
struct PunctuationFeatures {
  /// Bits of a feature number.
  static let bits: UInt32 = 22
  private static let pad = 5

  private var single: [UInt32] = []
  private var pair: [UInt32] = []
  private var triple: [UInt32] = []
  private var cue: [UInt8] = []
  private let count: Int
  private let voice: UInt32

  /// Prepares a speech; O(scalars).
  init(_ speech: [UInt32], _ setting: SpeechSetting) {
    count = speech.count
    voice = UInt32(setting.voice.rawValue)
    single.reserveCapacity(count + 2 * Self.pad)
    single.append(contentsOf: repeatElement(Self.mix(1), count: Self.pad))
    for scalar in speech { single.append(Self.mix(Self.code(scalar))) }
    single.append(contentsOf: repeatElement(Self.mix(2), count: Self.pad))
    let length = single.count
    pair = [UInt32](repeating: 0, count: length)
    triple = pair
    for index in 0..<length - 1 { pair[index] = Self.join(single[index], single[index + 1]) }
    for index in 0..<length - 2 { triple[index] = Self.join(pair[index], single[index + 2]) }
    cue = QuestionCue.distances(speech)
  }

  /// Calls `body` with every row that is active after scalar `index`.
  @inline(__always)
  func forEachRow(_ index: Int, _ body: (Int) -> Void) {
    let p = index + Self.pad
    var template: UInt32 = 0
    @inline(__always) func emit(_ hash: UInt32) {
      template &+= 0x9E37_79B9
      body(Self.row(hash, template))
    }
    for offset in -3...4 { emit(single[p + offset]) }
    for offset in -3...3 { emit(pair[p + offset]) }
    for offset in -3...2 { emit(triple[p + offset]) }
    emit(Self.join(pair[p - 3], pair[p - 1]))
    emit(Self.join(pair[p - 1], pair[p + 1]))
    emit(Self.join(pair[p + 1], pair[p + 3]))
    emit(Self.join(single[p - 1], single[p + 1]))
    emit(Self.join(single[p], single[p + 2]))
    emit(Self.join(UInt32(min(index, 12)), voice))
    emit(Self.join(UInt32(min(count - index, 12)), 77))
    emit(Self.join(single[p + 1], 100 + voice))
    let seen = UInt32(cue[index])
    emit(Self.join(single[p], 200 + seen))
    emit(Self.join(pair[p + 1], 200 + seen))
  }

  /// Digits as one character, Latin letters as another.
  static func code(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x41
    default: scalar
    }
  }

  @inline(__always)
  private static func mix(_ code: UInt32) -> UInt32 { (code &+ 0x7F4A_7C15) &* 0x9E37_79B1 }

  @inline(__always)
  private static func join(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let x = (a ^ (b << 13 | b >> 19)) &* 0x85EB_CA6B
    return x ^ x >> 15
  }

  @inline(__always)
  private static func row(_ hash: UInt32, _ template: UInt32) -> Int {
    var x = (hash ^ template) &* 0xC2B2_AE35
    x ^= x >> 16
    return Int((x &* 0x27D4_EB2F) >> (32 - bits))
  }
}
