import TextCore

/// Tags one line on its own: which elements it speaks of, how, and with which words (`extract --lines`).
public struct TaggedLine: Sendable {
  /// A tag.
  public struct Tag: Sendable {
    /// The element.
    public let element: Element
    /// How it is meant.
    public let stance: Stance
    /// The value.
    public let value: String?
    /// The words, in bytes of the text.
    public let range: Range<Int>
  }

  /// The tags, by place.
  public let tags: [Tag]

  /// Tags the line that is `range` of the engine's text. Linear in the line plus the hits.
  public init(_ engine: RuleEngine, _ range: Range<Int>) {
    let stances = StanceReader(engine.bytes)
    tags = engine.evidence(in: range).flatMap { evidence -> [Tag] in
      let entry = engine.rules.entries[evidence.rule]
      guard entry.rule.given.isEmpty else { return [] }
      let stance = stances.stance(
        of: evidence.range,
        in: SentenceSplitter.sentence(around: evidence.range, engine.bytes, in: evidence.unit),
        by: .plaintiff, tellsOfNegation: evidence.tellsOfNegation)
      return entry.elements.map {
        Tag(element: $0, stance: stance, value: evidence.value, range: evidence.range)
      }
    }
  }

  /// The line of JSON: `{"n":1,"elements":[…]}`; spans are bytes of the line.
  public func json(number: Int, _ bytes: [UInt8], from start: Int) -> String {
    let items = tags.map { tag in
      var object = JSONObjectWriter()
      object.add("id", tag.element.id)
      let codes = tag.element.codes.map { "\(JSONText.quoted($0.scheme)):\(JSONText.quoted($0.label))" }
      if !codes.isEmpty { object.addRaw("codes", "{" + codes.joined(separator: ",") + "}") }
      object.add("status", tag.stance.rawValue)
      object.addRaw("value", FactSheetJSON.value(tag.value, tag.element.type))
      object.add("quote", String(decoding: bytes[tag.range], as: UTF8.self))
      object.addRaw("span", "[\(tag.range.lowerBound - start),\(tag.range.upperBound - start)]")
      return object.text
    }
    return "{\"n\":\(number),\"elements\":[\(items.joined(separator: ","))]}\n"
  }
}
