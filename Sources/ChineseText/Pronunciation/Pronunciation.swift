import TextCore

/// How characters sound, and how near two sounds are to ears used to regional accents.
public enum Pronunciation {
  private static let first: UInt32 = 0x4E00
  private static let count = 0x9FFF - 0x4E00 + 1

  /// Raw syllable of each character from U+4E00 on, 0 for none. Built once, in well under a millisecond.
  private static let primary: [UInt16] = {
    var table = [UInt16](repeating: 0, count: count)
    SyllableLines.forEach(PinyinTable.lines) { syllable, scalar in
      guard scalar >= first, scalar - first < UInt32(count) else { return }
      table[Int(scalar - first)] = syllable.raw
    }
    for (scalar, readings) in Polyphones.table where scalar >= first && scalar - first < UInt32(count) {
      table[Int(scalar - first)] = readings[0].raw
    }
    return table
  }()

  /// The most usual reading of a Han character; nil for anything else.
  @inline(__always)
  public static func syllable(of scalar: UInt32) -> Syllable? {
    guard scalar >= first, scalar - first < UInt32(count) else { return nil }
    let raw = primary[Int(scalar - first)]
    return raw == 0 ? nil : Syllable(raw: raw)
  }

  /// Puts the raw syllable of each scalar into `syllables`, 0 for what is no Han character; O(scalars).
  public static func readSyllables(of scalars: [UInt32], into syllables: inout [UInt16]) {
    syllables.removeAll(keepingCapacity: true)
    syllables.append(contentsOf: repeatElement(0, count: scalars.count))
    primary.withUnsafeBufferPointer { primary in
      syllables.withUnsafeMutableBufferPointer { syllables in
        for index in scalars.indices where scalars[index] >= first && scalars[index] - first < UInt32(count) {
          syllables[index] = primary[Int(scalars[index] - first)]
        }
      }
    }
  }

  /// For each character with several readings the most usual one, and the others.
  public static var polyphones: [(usual: Syllable, others: ArraySlice<Syllable>)] {
    Polyphones.table.values.map { ($0[0], $0.dropFirst()) }
  }

  /// All readings that matter in court, the most usual first; empty for what is no Han character.
  public static func readings(of scalar: UInt32) -> [Syllable] {
    Polyphones.table[scalar] ?? syllable(of: scalar).map { [$0] } ?? []
  }

  /// How far two syllables are apart: 0 the same, 1 a regional confusion (n/l, f/h, zh/z, ang/an …), 2 two of them or
  /// a similar sound (b/p, uo/u), larger for more. Constant.
  @inline(__always)
  public static func distance(_ a: Syllable, _ b: Syllable) -> Int {
    a == b ? 0 : SoundDistance.between(a, b)
  }

  /// The smallest distance between any readings of two characters; nil when one has none.
  public static func distance(ofScalar a: UInt32, _ b: UInt32) -> Int? {
    if a == b { return 0 }
    var best: Int?
    for x in readings(of: a) {
      for y in readings(of: b) { best = min(best ?? .max, distance(x, y)) }
    }
    return best
  }
}

extension Syllable {
  init(raw: UInt16) { self.raw = raw }
}

/// Reads lines `pinyin characters` from a static string.
enum SyllableLines {
  /// Calls `body` for every character of every line whose pinyin is a syllable.
  static func forEach(_ lines: StaticString, _ body: (Syllable, UInt32) -> Void) {
    let text = UnsafeBufferPointer(start: lines.utf8Start, count: lines.utf8CodeUnitCount)
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] != 0x20, text[index] != 0x0A { index += 1 }
      let pinyin = String(decoding: text[start..<index], as: UTF8.self)
      index += 1
      guard let syllable = Syllable(pinyin: pinyin) else {
        while index < text.count, text[index - 1] != 0x0A { index += 1 }
        continue
      }
      while index + 2 < text.count, text[index] >= 0xE0 {
        body(
          syllable,
          UInt32(text[index] & 0xF) << 12 | UInt32(text[index + 1] & 0x3F) << 6
            | UInt32(text[index + 2] & 0x3F))
        index += 3
      }
      index += 1
    }
  }
}
