import TextCore

/// What is needed to get a score again: metric version, options, seed, tool version, digests of gold and predictions.
public struct Signature: Hashable, Sendable {
  /// `name:value` pairs in order.
  public let parts: [(name: String, value: String)]

  /// Makes a signature; digests are over names and contents, so order and place of the files do not matter.
  public init(
    metric: String, options: [(String, String)], tool: String, gold: [(name: String, digest: [UInt8])],
    predicted: [(name: String, digest: [UInt8])]
  ) {
    parts =
      [("metric", metric)] + options + [
        ("tool", tool), ("gold", Self.digest(gold)), ("predicted", Self.digest(predicted)),
      ]
  }

  /// `metric:transcripts-1|seed:…`
  public var text: String { parts.map { "\($0.name):\($0.value)" }.joined(separator: "|") }

  /// SHA-256 over the sorted `name SP digest LF` lines, in hexadecimal.
  static func digest(_ files: [(name: String, digest: [UInt8])]) -> String {
    let lines = files.map { "\($0.name) \(SHA256.hex(digest: $0.digest))\n" }.sorted()
    return SHA256.hex(Array(lines.joined().utf8))
  }

  /// Equal when all parts are.
  public static func == (a: Signature, b: Signature) -> Bool { a.text == b.text }
  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
