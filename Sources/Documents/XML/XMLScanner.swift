import TextCore

/// An element's or attribute's name: the vocabulary it is from and its local part.
struct XMLName: Hashable {
  /// The namespace's URI; empty for none.
  let space: String
  /// `p` of `w:p`.
  let local: String
}

/// One piece of an XML text.
enum XMLEvent: Hashable {
  /// A start tag; its attributes are in the scanner until the next event.
  case start(XMLName)
  /// An end tag, or the end of an empty element.
  case end(XMLName)
  /// Character data as it stands in the text; references are not yet resolved.
  case text(Range<Int>)
  /// A CDATA section.
  case literal(Range<Int>)
  /// Nothing is left.
  case finished
}

/// A strict pull scanner over XML bytes in UTF-8 (XML 1.0 with namespaces) without document types: no entity is ever
/// defined or fetched, so nothing can expand.
///
/// Linear; memory is bounded by the nesting, the attributes of one element and the namespaces in force, all limited.
struct XMLScanner {
  /// Deepest nesting read.
  static let maximumDepth = 256
  let bytes: [UInt8]
  /// Offset of the next unread byte.
  var offset = 0
  /// Attributes of the start tag read last.
  var attributes: [XMLAttribute] = []
  var namespaces = XMLNamespaces()
  private var open: [(name: XMLName, written: Range<Int>)] = []
  private var closesAtOnce = false
  private var hasRoot = false

  /// Scans `bytes`, which must be valid UTF-8; a byte order mark is skipped.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    self.bytes = bytes
    if UTF8Bytes.hasPrefix(bytes, 0, [0xEF, 0xBB, 0xBF]) { offset = 3 }
    guard bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil else {
      throw .damaged("XML 不是有效的 UTF-8")
    }
  }

  /// The next piece, or what stops the text from being XML.
  mutating func next() throws(DocumentError) -> XMLEvent {
    if closesAtOnce { return closed() }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        if let text = try text() { return .text(text) }
        continue
      }
      if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        return try literal()
      } else if starts("<!") {
        throw error("有文件类型定义（DTD），拒绝读取")
      } else if starts("</") {
        return try endTag()
      } else {
        return try startTag()
      }
    }
    guard open.isEmpty, hasRoot else { throw error("在这里中断，内容不完整") }
    return .finished
  }

  /// Passes the rest of the element whose start tag was read last, its end tag included.
  mutating func skipElement() throws(DocumentError) {
    let depth = open.count
    while open.count >= depth { _ = try next() }
  }

  /// An error at the current offset.
  func error(_ message: String) -> DocumentError { .damaged("XML 第 \(offset) 字节：\(message)") }

  /// True when `text` stands at the current offset.
  func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { pattern in
      offset + pattern.count <= bytes.count
        && pattern.indices.allSatisfy { bytes[offset + $0] == pattern[$0] }
    }
  }

  private mutating func startTag() throws(DocumentError) -> XMLEvent {
    guard open.count < Self.maximumDepth else { throw error("嵌套超过 \(Self.maximumDepth) 层") }
    guard !(hasRoot && open.isEmpty) else { throw error("有两个根元素") }
    hasRoot = true
    let (written, isEmpty) = try tag()
    namespaces.enter(try declarations(), in: bytes)
    guard let name = namespaces.name(bytes, written) else { throw error("前缀没有声明") }
    open.append((name, written))
    closesAtOnce = isEmpty
    return .start(name)
  }

  private mutating func endTag() throws(DocumentError) -> XMLEvent {
    offset += 2
    let written = try name()
    skipSpace()
    guard let last = open.last, bytes[last.written].elementsEqual(bytes[written]), starts(">") else {
      throw error("结束标签与开始标签不配对")
    }
    offset += 1
    return closed()
  }

  private mutating func closed() -> XMLEvent {
    closesAtOnce = false
    namespaces.leave()
    return .end(open.removeLast().name)
  }

  /// Character data up to the next tag; outside the root only white space may stand.
  private mutating func text() throws(DocumentError) -> Range<Int>? {
    let start = offset
    offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    if !open.isEmpty { return start..<offset }
    guard bytes[start..<offset].allSatisfy({ $0 <= 0x20 }) else { throw error("根元素之外有文字") }
    return nil
  }

  private mutating func literal() throws(DocumentError) -> XMLEvent {
    guard !open.isEmpty else { throw error("根元素之外有文字") }
    offset += 9
    let start = offset
    try skip(past: "]]>")
    return .literal(start..<offset - 3)
  }

  private mutating func skip(past end: StaticString) throws(DocumentError) {
    while offset < bytes.count {
      if starts(end) {
        offset += end.utf8CodeUnitCount
        return
      }
      offset += 1
    }
    throw error("没有“\(end)”")
  }
}
