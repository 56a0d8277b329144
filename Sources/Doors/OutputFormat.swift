import Foundation
import TextCore

/// The forms in which results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// The standard's text.
  case text
  /// Typed JSON Lines.
  case json
  /// A page on which every change can be checked.
  case html
  /// A Word file.
  case docx
  /// SubRip subtitles.
  case srt
  /// WebVTT subtitles.
  case vtt

  /// True when a file of this form holds one hearing: two results after each other would be no such file.
  public var isOneHearing: Bool { self == .docx || self == .srt || self == .vtt }

  /// Ending of result files.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "jsonl"
    case .html, .docx, .srt, .vtt: rawValue
    }
  }

  /// Adds a result to a JSON answer: text, pages and subtitles as a string, Word files as a string
  /// in Base64, JSON Lines as the array `records`.
  func append(_ output: [UInt8], to answer: inout [UInt8]) {
    switch self {
    case .text, .html, .srt, .vtt, .docx:
      answer += Array(",\"\(rawValue)\":".utf8)
      JSONText.appendQuoted(asText(output)[...], to: &answer)
    case .json:
      answer += Array(",\"records\":[".utf8)
      let lines = output.last == 0x0A ? output.dropLast() : output[...]
      answer += lines.map { $0 == 0x0A ? UInt8(ascii: ",") : $0 }
      answer.append(UInt8(ascii: "]"))
    }
  }

  /// The result as text: Word files in Base64, all else as it is.
  func asText(_ output: [UInt8]) -> [UInt8] {
    self == .docx ? Array(Data(output).base64EncodedString().utf8) : output
  }
}
