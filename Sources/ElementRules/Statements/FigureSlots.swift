extension Sequence<Element> {
  /// The kind of value of each element whose values are of one of these kinds; of elements with one id the first.
  func slots(of kinds: Set<SlotKind>) -> [String: SlotKind] {
    let own = compactMap { element in
      element.type.slot.flatMap { kinds.contains($0) ? (element.id, $0) : nil }
    }
    return Dictionary(own, uniquingKeysWith: { first, _ in first })
  }
}
