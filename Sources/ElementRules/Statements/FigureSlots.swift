import TextCore

extension Sequence<Element> {
  /// The kind of value of each element whose values are of one of these kinds; of elements with one id the first.
  func slots(of kinds: Set<SlotKind>) -> [String: SlotKind] {
    let own = compactMap { element in
      element.type.slot.flatMap { kinds.contains($0) ? (element.id, $0) : nil }
    }
    return Dictionary(own, uniquingKeysWith: { first, _ in first })
  }
}

extension SlotKind {
  /// The kinds of figures, an amount before the bare number in it.
  static let figures: [SlotKind] = [.money, .date, .rate, .percent, .period, .number]
}

/// What a number counts: the character after it.
enum FigureUnit {
  /// True when the same character follows numbers that end at these places: 60天 and 45天, but not 120元.
  static func agree(_ a: Int, _ b: Int, _ bytes: [UInt8]) -> Bool { unit(a, bytes) == unit(b, bytes) }

  private static func unit(_ offset: Int, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    offset < bytes.count
      ? bytes[offset..<min(bytes.count, offset + UTF8Bytes.length(lead: bytes[offset]))] : []
  }
}
