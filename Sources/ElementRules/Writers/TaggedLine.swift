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
    let all = engine.evidence(in: range)
    var tags: [Tag] = []
    tags.reserveCapacity(all.count)
    for evidence in all {
      let entry = engine.rules.entries[evidence.rule]
      guard !entry.isConditional else { continue }
      let stance = stances.stance(of: evidence, engine.rules, by: .plaintiff)
      for index in entry.elements.indices {
        tags.append(
          Tag(
            entry: entry, rule: evidence.rule, index: index,
            isBoolean: entry.elements[index].type == .boolean,
            stance: stance, value: evidence.value, range: evidence.range))
      }
    }
    self.tags = tags
  }
}

/// Writes tagged lines as JSON: `{"n":1,"elements":[…]}`; spans are bytes of the line. What is said of an element each
/// time is made once.
public struct TaggedLineWriter: ~Copyable {
  private var written = GrowingArray<UInt8>()
  /// What is said of elements up to the status, one after the other.
  private var heads = GrowingArray<UInt8>()
  /// Where in `heads` that of each element of a rule stands, by rule.
  private var places: [[Range<Int>]] = []

  /// A writer of nothing yet.
  public init() {}

  /// The lines so far.
  public var output: [UInt8] { Array(written.all) }

  /// Adds a line that is the bytes of a text from `start` on. Linear in the tags.
  public mutating func add(_ line: TaggedLine, number: Int, _ bytes: [UInt8], from start: Int) {
    put("{\"n\":")
    add(number)
    put(",\"elements\":[")
    for (index, tag) in line.tags.enumerated() {
      if index > 0 { written.append(UInt8(ascii: ",")) }
      add(tag, bytes, from: start)
    }
    put("]}\n")
  }

  private mutating func add(_ tag: TaggedLine.Tag, _ bytes: [UInt8], from start: Int) {
    if tag.rule >= places.count || places[tag.rule].isEmpty { addHeads(tag) }
    written.append(
      contentsOf: UnsafeBufferPointer(rebasing: heads.all[places[tag.rule][tag.index]]))
    add(tag.stance.rawValue)
    put("\",\"value\":")
    if let value = tag.value {
      if tag.isBoolean { add(value) } else { addQuoted(value) }
    } else {
      put("null")
    }
    put(",\"quote\":")
    bytes.withUnsafeBufferPointer { addQuoted(UnsafeBufferPointer(rebasing: $0[tag.range])) }
    put(",\"span\":[")
    add(tag.range.lowerBound - start)
    written.append(UInt8(ascii: ","))
    add(tag.range.upperBound - start)
    put("]}")
  }

  private mutating func put(_ text: StaticString) {
    written.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { written.append(contentsOf: $0) }
  }

  private mutating func addQuoted(_ text: String) {
    var text = text
    text.withUTF8 { addQuoted($0) }
  }

  /// Adds a string as JSON; most have nothing that needs an escape.
  private mutating func addQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    let isPlain = text.reduce(true) { $0 && $1 >= 0x20 && $1 != 0x22 && $1 != 0x5C }
    guard isPlain else {
      var quoted: [UInt8] = []
      JSONText.appendQuoted(text, to: &quoted)
      return quoted.withUnsafeBufferPointer { written.append(contentsOf: $0) }
    }
    written.append(0x22)
    written.append(contentsOf: text)
    written.append(0x22)
  }

  /// Adds a number that is not negative.
  private mutating func add(_ number: Int) {
    let first = written.count
    var rest = number
    repeat {
      written.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    written.rearrange(from: first) { $0.reverse() }
  }

  /// Makes what is said of a rule's elements, up to the status.
  private mutating func addHeads(_ tag: TaggedLine.Tag) {
    while places.count <= tag.rule { places.append([]) }
    for element in tag.entry.elements {
      var object = JSONObjectWriter()
      object.add("id", element.id)
      let codes = element.codes.map { "\(JSONText.quoted($0.scheme)):\(JSONText.quoted($0.label))" }
      if !codes.isEmpty { object.addRaw("codes", "{" + codes.joined(separator: ",") + "}") }
      let head = Array(object.text.utf8.dropLast()) + Array(",\"status\":\"".utf8)
      let start = heads.count
      head.withUnsafeBufferPointer { heads.append(contentsOf: $0) }
      places[tag.rule].append(start..<heads.count)
    }
  }
}
