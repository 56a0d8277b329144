import TextCore

/// A text file that a model is trained on or measured with.
public struct TrainingFile: Sendable {
  /// Last part of the file's name.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Takes a file; only the last part of its name counts, so that a corpus may stand anywhere.
  public init(name: String, bytes: [UInt8]) {
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    self.bytes = bytes
  }

  /// How a model's signature names the file: its name and the first 16 hexadecimal digits of its SHA-256.
  var signature: String {
    let digest = SHA256.hash(bytes).prefix(8).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    return "\(name) \(digest)"
  }
}
