/// A transcript as the scores see it: header fields, body, turns, content characters and the marks between them.
public struct TranscriptText: Sendable {
  /// One turn.
  public struct Turn: Hashable, Sendable {
    /// The label before the colon; empty when the line has none.
    public let label: String
    /// Line of the file, from 1.
    public let line: Int
    /// Its content characters, as indices into `content`.
    public let content: Range<Int>
  }

  /// A punctuation mark.
  public struct Mark: Hashable, Sendable {
    /// The scalar.
    public let scalar: UInt32
    /// Content characters before it in the whole body.
    public let cut: Int
    /// Index in the body.
    public let offset: Int
    /// Index of its turn.
    public let turn: Int
  }

  /// Header fields in order.
  public let header: [String]
  /// The whole body as scalars: labels, punctuation and line ends, without blank lines at either end.
  public let body: [UInt32]
  /// Turns in order.
  public let turns: [Turn]
  /// Content characters of all turns, labels left out.
  public let content: [UInt32]
  /// For every content character its index in `body`.
  public let offsets: [Int]
  /// Marks of all turns, in order.
  public let marks: [Mark]

  /// Reads a transcript in the output form of the transcript standard, section 1. O(length).
  public init(_ text: String) {
    var reader = TranscriptTextReader(text)
    reader.read()
    header = reader.header
    body = reader.body
    turns = reader.turns
    content = reader.content
    offsets = reader.offsets
    marks = reader.marks
  }

  /// For every content character the index of its turn.
  public func turnOfContent() -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(content.count)
    for (index, turn) in turns.enumerated() { result += repeatElement(index, count: turn.content.count) }
    return result
  }

  /// The content of a range of content characters.
  public func string(_ range: Range<Int>) -> String { Self.string(content[range]) }

  /// Scalars as a string; what is no scalar is left out.
  public static func string(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { if let value = Unicode.Scalar(scalar) { view.append(value) } }
    return String(view)
  }
}
