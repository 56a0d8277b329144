/// Names in the title of a suit: 某某诉某某、某某买卖合同纠纷一案.
extension SpokenParties {
  private static let openings = [
    "今日", "今天", "现在", "依法", "公开", "开庭", "审理的", "审理", "审的", "对", "关于", "本院", "本庭", "继续", "受理的", "受理", "由", "，",
    "是",
  ]

  /// 某某诉某某…一案
  func suits(_ text: String) -> [Spoken] {
    guard text.contains("一案") || text.contains("纠纷") else { return [] }
    return text.split { "。？！；\n".contains($0) }.flatMap { sentence -> [Spoken] in
      guard let suit = sentence.range(of: "诉") else { return [] }
      var head = sentence[..<suit.lowerBound]
      if let comma = head.lastIndex(of: "，") { head = head[head.index(after: comma)...] }
      while let opening = Self.openings.first(where: head.hasPrefix) { head = head.dropFirst(opening.count) }
      guard let plaintiff = SpokenName.read(head), plaintiff.rest.isEmpty else { return [] }
      let sued = Self.listed(sentence[suit.upperBound...])
      guard let first = sued.first else { return [] }
      let several = sued.count > 1 ? defendants(sued) : [spoken(first, .defendant)]
      return ([spoken(plaintiff.name, .plaintiff)] + several).compactMap { $0 }
    }
  }

  private func spoken(_ name: String, _ side: Side) -> Spoken? {
    party(side.rawValue, side).map { Spoken(label: $0.label, side: $0.side, name: name) }
  }

  /// 被告一, 被告二 … in the order in which they are named, when as many are told apart.
  private func defendants(_ names: [String]) -> [Spoken?] {
    let ordinals = "一二三四五六七八九".map { "被告\($0)" }
    let known = zip(ordinals, names).filter { label, _ in parties.contains { $0.label == label } }
    return known.count == names.count
      ? known.map { Spoken(label: $0.0, side: .defendant, name: $0.1) } : []
  }

  /// 陶广财、季存喜、费桂香
  private static func listed(_ words: Substring) -> [String] {
    var names: [String] = []
    var rest = words
    while names.count < 9, let name = SpokenName.read(rest) {
      names.append(name.name)
      guard name.rest.hasPrefix("、") else { break }
      rest = name.rest.dropFirst()
    }
    return names
  }
}
