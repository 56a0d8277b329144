/// Walks through the XML of a Word body and collects its text.
struct WordTextReader {
  /// The text so far, valid UTF-8.
  private(set) var text: [UInt8] = []
  /// What was left out so far.
  private(set) var omissions = WordOmissions()
  private var scanner: XMLScanner
  private let limit: Int
  private var hasDocument = false
  private var readsText = false
  private var isInProperties = false
  /// True when the mark of the current paragraph is removed by a tracked change: the next one goes on with it.
  private var goesOn = false
  /// Where each open row starts in the text.
  private var rows: [Int] = []

  init(_ scanner: XMLScanner, limit: Int) {
    self.scanner = scanner
    self.limit = limit
  }

  /// Reads to the end.
  mutating func read() throws(DocumentError) {
    while true {
      switch try scanner.next() {
      case .start(let name): try start(WordElement(name), name)
      case .end(let name): try end(WordElement(name))
      case .text(let range): if readsText { try append(try scanner.resolved(range)) }
      case .literal(let range): if readsText { try append(Array(scanner.bytes[range])) }
      case .finished:
        guard hasDocument else { throw .notWord }
        return
      }
    }
  }

  private mutating func start(_ element: WordElement, _ name: XMLName) throws(DocumentError) {
    if case .document = element { hasDocument = true }
    guard hasDocument else { throw .notWord }
    switch element {
    case .history: try scanner.skipElement()
    case .paragraphProperties: isInProperties = true
    case .removed where isInProperties: goesOn = true
    case _ where isInProperties: if case .omitted(let kind) = element { omissions.add(kind) }
    case .text: readsText = true
    case .row: rows.append(text.count)
    case .cell: startCell()
    case .character(let byte): try append([byte])
    case .added: omissions.revisions += 1
    case .removed:
      omissions.revisions += 1
      try scanner.skipElement()
    case .omitted(let kind):
      omissions.add(kind)
      try scanner.skipElement()
    case .ignored: try scanner.skipElement()
    case .document, .paragraph, .transparent: break
    }
  }

  private mutating func end(_ element: WordElement) throws(DocumentError) {
    switch element {
    case .paragraphProperties: isInProperties = false
    case .text: readsText = false
    case .row: _ = rows.popLast()
    case .paragraph:
      if !goesOn { try append([0x0A]) }
      goesOn = false
    default: break
    }
  }

  /// The cell before in this row ended with a line feed, which becomes the tab between them.
  private mutating func startCell() {
    guard let row = rows.last, text.count > row, text.last == 0x0A else { return }
    text[text.count - 1] = 0x09
  }

  private mutating func append(_ part: [UInt8]) throws(DocumentError) {
    guard part.count <= limit - text.count else { throw .tooLarge("正文超过 \(limit >> 20) MiB") }
    text += readsText ? part.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 } : part
  }
}
