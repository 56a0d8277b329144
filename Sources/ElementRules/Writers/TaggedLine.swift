import TextCore

/// Tags one line on its own: which elements it speaks of, how, and with which words (`extract --lines`).
public struct TaggedLine: Sendable {
  /// A tag.
  public struct Tag: Sendable {
    let entry: CompiledRules.Entry
    /// Index of the rule.
    let rule: Int
    /// Which of the rule's elements.
    let index: Int
    /// True when its value is true or false.
    let isBoolean: Bool
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
    var tags: [Tag] = []
    for evidence in engine.evidence(in: range) {
      let entry = engine.rules.entries[evidence.rule]
      guard !entry.isConditional else { continue }
      let stance = stances.stance(
        of: evidence.range, in: evidence.sentence(engine.bytes, engine.rules), by: .plaintiff,
        tellsOfNegation: evidence.tellsOfNegation)
      for index in entry.elements.indices {
        tags.append(
          Tag(
            entry: entry, rule: evidence.rule, index: index, isBoolean: entry.types[index] == .boolean,
            stance: stance, value: evidence.value, range: evidence.range))
      }
    }
    self.tags = tags
  }
}

/// Writes tagged lines as JSON: `{"n":1,"elements":[…]}`; spans are bytes of the line. What is said of an element each
/// time is made once.
public struct TaggedLineWriter {
  /// The lines so far.
  public private(set) var output: [UInt8] = []
  /// By rule and element.
  private var heads: [[[UInt8]]] = []

  /// A writer of nothing yet.
  public init() {}

  /// Adds a line that is the bytes of a text from `start` on. Linear in the tags.
  public mutating func add(_ line: TaggedLine, number: Int, _ bytes: [UInt8], from start: Int) {
    output += "{\"n\":".utf8
    add(number)
    output += ",\"elements\":[".utf8
    for (index, tag) in line.tags.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      add(tag, bytes, from: start)
    }
    output += "]}\n".utf8
  }

  private mutating func add(_ tag: TaggedLine.Tag, _ bytes: [UInt8], from start: Int) {
    if tag.rule >= heads.count || heads[tag.rule].isEmpty { addHeads(tag) }
    output += heads[tag.rule][tag.index]
    output += tag.stance.rawValue.utf8
    output += "\",\"value\":".utf8
    if let value = tag.value {
      if tag.isBoolean {
        output += value.utf8
      } else {
        JSONText.appendQuoted(value.utf8, to: &output)
      }
    } else {
      output += "null".utf8
    }
    output += ",\"quote\":".utf8
    JSONText.appendQuoted(bytes[tag.range], to: &output)
    output += ",\"span\":[".utf8
    add(tag.range.lowerBound - start)
    output.append(UInt8(ascii: ","))
    add(tag.range.upperBound - start)
    output += "]}".utf8
  }

  /// Adds a number that is not negative.
  private mutating func add(_ number: Int) {
    let first = output.count
    var rest = number
    repeat {
      output.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output[first...].reverse()
  }

  /// Makes what is said of a rule's elements, up to the status.
  private mutating func addHeads(_ tag: TaggedLine.Tag) {
    while heads.count <= tag.rule { heads.append([]) }
    heads[tag.rule] = tag.entry.elements.map { element in
      var object = JSONObjectWriter()
      object.add("id", element.id)
      let codes = element.codes.map { "\(JSONText.quoted($0.scheme)):\(JSONText.quoted($0.label))" }
      if !codes.isEmpty { object.addRaw("codes", "{" + codes.joined(separator: ",") + "}") }
      return Array(object.text.utf8.dropLast()) + Array(",\"status\":\"".utf8)
    }
  }
}
