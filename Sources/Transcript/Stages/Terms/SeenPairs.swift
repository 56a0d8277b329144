/// Which pairs of characters occur in clean legal text and hearings: what never does is hardly language.
///
/// A Bloom filter (Bloom 1970) over pairs seen at least twice in eleven million characters of statutes, judgments,
/// minutes and hearings; five probes, one pair in forty is called seen by chance, which only makes the rules more
/// careful. The bits are read in place: nothing is built at start.
enum SeenPairs {
  private static let probes: UInt64 = 5

  /// True when the two Han characters stand side by side in clean text. Constant.
  static func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    let mixed = UInt64(first << 16 | second) &* 0x9E37_79B9_7F4A_7C15
    let (high, low) = (mixed >> 32, mixed & 0xFFFF_FFFF | 1)
    for probe in 0..<probes where !bit(Int((high + probe * low) % UInt64(SeenPairsTable.bitCount))) {
      return false
    }
    return true
  }

  private static func bit(_ index: Int) -> Bool {
    let character = index / 6
    let place = character + character / SeenPairsTable.lineWidth  // a line feed after each line
    return (SeenPairsTable.bits.utf8Start[place] &- 0x3F) >> UInt8(index % 6) & 1 == 1
  }
}
