import TextCore

/// The forms in which results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// The standard's text.
  case text
  /// Typed JSON Lines.
  case json
  /// A page on which every change can be checked.
  case html

  /// Ending of result files.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "jsonl"
    case .html: "html"
    }
  }

  /// Adds a result to a JSON answer: text and pages as a string, JSON Lines as the array `records`.
  func append(_ output: [UInt8], to answer: inout [UInt8]) {
    switch self {
    case .text, .html:
      answer += Array(",\"\(rawValue)\":".utf8)
      JSONText.appendQuoted(output[...], to: &answer)
    case .json:
      answer += Array(",\"records\":[".utf8)
      let lines = output.last == 0x0A ? output.dropLast() : output[...]
      answer += lines.map { $0 == 0x0A ? UInt8(ascii: ",") : $0 }
      answer.append(UInt8(ascii: "]"))
    }
  }
}
