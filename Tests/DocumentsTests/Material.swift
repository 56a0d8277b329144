import Foundation

@testable import Documents

/// Material that several tests build on.
enum Material {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures")

  /// A generator with a seed, so that every run tries the same inputs (Marsaglia, xorshift, 2003).
  struct Random {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
  }

  static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  /// A package around the XML of a main part.
  static func package(xml: String, part: String = "word/document.xml") -> [UInt8] {
    var archive = ZipWriter()
    archive.add(part, Array(xml.utf8))
    return archive.bytes
  }

  /// A package around what stands in a body.
  static func package(body: String) -> [UInt8] {
    package(xml: "<w:document \(word)><w:body>\(body)</w:body></w:document>")
  }

  /// The text read, or the error.
  static func text(_ bytes: [UInt8]) -> Result<String, DocumentError> {
    Result { () throws(DocumentError) in
      let document = try WordDocument.read(bytes, name: "x.docx")
      return String(decoding: document.source.bytes, as: UTF8.self)
    }
  }

  static func bytes(hex: some StringProtocol) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }
}
