import TextCore

/// Decoded bytes and the places where U+FFFD stands for bytes that could not be decoded.
struct DecodingOutput {
  var bytes: [UInt8] = []
  private var listed: [(offset: Int, hex: String)] = []
  private var count = 0
  private let listing: Int

  init(listing: Int) { self.listing = listing }

  /// Puts U+FFFD in the place of `broken`.
  mutating func replace(_ broken: ArraySlice<UInt8>) {
    count += 1
    if listed.count < listing {
      let hex = broken.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      listed.append((bytes.count, hex.joined(separator: " ")))
    }
    bytes += [0xEF, 0xBF, 0xBD]
  }

  func diagnostics(in source: SourceText, _ encoding: TextEncoding) -> [Diagnostic] {
    var found = listed.map { place in
      Diagnostic(
        .warning, "EN001", "字节 \(place.hex) 不是有效的 \(encoding.rawValue)，已用“\u{FFFD}”代替",
        at: Place(source, Span(place.offset, place.offset + 3)),
        fix: "请对照原件补上该处文字；如果全文都是乱码，请检查文件的编码")
    }
    if count > listed.count {
      found.append(
        Diagnostic(
          .warning, "EN002", "共有 \(count) 处字节无法解码，以上只列出 \(listed.count) 处",
          at: Place(file: source.name), fix: "请检查文件是否损坏，或者编码是否正确"))
    }
    return found
  }
}
