import TextCore

/// Tags one line on its own: which elements it speaks of, how, and with which words (`extract --lines`).
public struct TaggedLine: Sendable {
  /// A tag.
  public struct Tag: Sendable {
    let entry: CompiledRules.Entry
    /// Which of the rule's elements.
    let index: Int
    /// The element.
    public var element: Element { entry.elements[index] }
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
      return entry.elements.indices.map {
        Tag(entry: entry, index: $0, stance: stance, value: evidence.value, range: evidence.range)
      }
    }
  }
}

/// Writes tagged lines as JSON: `{"n":1,"elements":[…]}`; spans are bytes of the line. What is said of an element each
/// time is made once.
public struct TaggedLineWriter {
  /// The lines so far.
  public private(set) var output: [UInt8] = []
  private var heads: [ObjectIdentifier: [[UInt8]]] = [:]

  /// A writer of nothing yet.
  public init() {}

  /// Adds a line that is the bytes of a text from `start` on. Linear in the tags.
  public mutating func add(_ line: TaggedLine, number: Int, _ bytes: [UInt8], from start: Int) {
    output += "{\"n\":\(number),\"elements\":[".utf8
    for (index, tag) in line.tags.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      add(tag, bytes, from: start)
    }
    output += "]}\n".utf8
  }

  private mutating func add(_ tag: TaggedLine.Tag, _ bytes: [UInt8], from start: Int) {
    output += head(tag)
    output += tag.stance.rawValue.utf8
    output += "\",\"value\":".utf8
    if let value = tag.value {
      if tag.entry.elements[tag.index].type == .boolean {
        output += value.utf8
      } else {
        JSONText.appendQuoted(value.utf8, to: &output)
      }
    } else {
      output += "null".utf8
    }
    output += ",\"quote\":".utf8
    JSONText.appendQuoted(bytes[tag.range], to: &output)
    output += ",\"span\":[\(tag.range.lowerBound - start),\(tag.range.upperBound - start)]}".utf8
  }

  /// A tag up to its status.
  private mutating func head(_ tag: TaggedLine.Tag) -> [UInt8] {
    if let known = heads[ObjectIdentifier(tag.entry)] { return known[tag.index] }
    let new = tag.entry.elements.map { element in
      var object = JSONObjectWriter()
      object.add("id", element.id)
      let codes = element.codes.map { "\(JSONText.quoted($0.scheme)):\(JSONText.quoted($0.label))" }
      if !codes.isEmpty { object.addRaw("codes", "{" + codes.joined(separator: ",") + "}") }
      return Array(object.text.utf8.dropLast()) + Array(",\"status\":\"".utf8)
    }
    heads[ObjectIdentifier(tag.entry)] = new
    return new[tag.index]
  }
}
