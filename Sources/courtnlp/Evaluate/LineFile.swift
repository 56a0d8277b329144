import TextCore

/// A JSON Lines file read for an evaluation, with what was wrong about it.
struct LineFile {
  private(set) var nodes: [JSONNode] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var digest: [UInt8] = []

  /// True when every line could be read.
  var isWhole: Bool { diagnostics.isEmpty }

  /// Reads all lines; blank ones are passed over.
  init(_ name: String) {
    switch InputFile.read(name) {
    case .failure(let failure): diagnostics.append(failure.diagnostic)
    case .success(let bytes):
      digest = SHA256.hash(bytes)
      read(bytes, name)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ name: String) {
    let source = SourceText(name: name, bytes: bytes)
    for line in 1...source.lines.count {
      let range = source.lines.range(ofLine: line, in: source.bytes)
      guard range.contains(where: { source.bytes[$0] > 0x20 }) else { continue }
      do {
        nodes.append(try JSONNode.parse(source.bytes, in: range))
      } catch {
        let place = Place(source, Span(error.offset, error.offset))
        diagnostics.append(Diagnostic(.error, "EV011", error.message, at: place, fix: "每行应是一个完整的 JSON 对象"))
      }
    }
  }
}
