import TextCore

/// A decoded file.
public struct DecodedText: Sendable {
  /// The text, without byte order mark; every place counts from here.
  public let source: SourceText
  /// The encoding it was read in.
  public let encoding: TextEncoding
  /// Why that encoding, in Chinese.
  public let reason: String
  /// False for what is no text in any encoding; then nothing should be made of `source`.
  public let isText: Bool
  /// Undecodable bytes (`EN001`, `EN002`) and a guessed encoding (`EN003`); for what is no text, `EN004` alone.
  public let diagnostics: [Diagnostic]
}

/// Turns the bytes of a file into text without ever losing a byte in silence.
///
/// The byte order mark is a signature, not text, and is left out; a byte that cannot be decoded becomes U+FFFD and is
/// reported with its place. Any input is accepted. Linear; valid UTF-8 is taken over without conversion.
public struct TextDecoder: Sendable {
  /// Most undecodable places listed one by one; the rest is counted.
  public let listing: Int

  /// A decoder that lists at most `listing` undecodable places.
  public init(listing: Int = 10) { self.listing = max(0, listing) }

  /// Decodes `bytes`; with `encoding` given nothing is guessed.
  public func decode(_ bytes: [UInt8], name: String, as encoding: TextEncoding? = nil) -> DecodedText {
    let verdict =
      encoding.map {
        EncodingDetector.Verdict(
          encoding: $0, markLength: EncodingDetector.markLength(bytes, of: $0), reason: "由使用者指定")
      } ?? EncodingDetector.detect(bytes)
    if verdict.encoding == .gb18030, case let census = GB18030Decoder.census(bytes), !census.isText {
      return refused(census, verdict, SourceText(name: name, bytes: []))
    }
    var output = DecodingOutput(listing: listing)
    switch verdict.encoding {
    case .utf8: decodeUTF8(bytes, verdict, into: &output)
    case .utf16LittleEndian:
      UTF16Decoder.decode(bytes, from: verdict.markLength, bigEndian: false, into: &output)
    case .utf16BigEndian: UTF16Decoder.decode(bytes, from: verdict.markLength, bigEndian: true, into: &output)
    case .gb18030: GB18030Decoder.decode(bytes, from: verdict.markLength, into: &output)
    }
    let source = SourceText(name: name, bytes: output.bytes)
    let census = TextCensus(source.bytes)
    guard census.isText else { return refused(census, verdict, source) }
    let guessed = encoding == nil && verdict.markLength == 0 && verdict.encoding != .utf8
    let found = (guessed ? [guess(verdict, name)] : []) + output.diagnostics(in: source, verdict.encoding)
    return DecodedText(
      source: source, encoding: verdict.encoding, reason: verdict.reason, isText: true,
      diagnostics: found)
  }

  private func refused(
    _ census: TextCensus, _ verdict: EncodingDetector.Verdict, _ source: SourceText
  ) -> DecodedText {
    let error = Diagnostic(
      .error, "EN004", "不是文本：\(census.scalars) 个字符中有 \(census.junk) 个控制字符或无法解码的字节",
      at: Place(file: source.name),
      fix: "如果是 Word、PDF、录音等文件，请另存为文本（UTF-8）后再处理；如果本来就是文本，请确认编码，文件也可能已经损坏")
    return DecodedText(
      source: source, encoding: verdict.encoding, reason: verdict.reason, isText: false, diagnostics: [error])
  }

  private func guess(_ verdict: EncodingDetector.Verdict, _ name: String) -> Diagnostic {
    Diagnostic(
      .note, "EN003", "没有编码标记，按 \(verdict.encoding.rawValue) 读入", at: Place(file: name),
      notes: [verdict.reason],
      fix: "如果文字显示为乱码，请把文件另存为 UTF-8 后再处理")
  }

  private func decodeUTF8(
    _ bytes: [UInt8], _ verdict: EncodingDetector.Verdict, into output: inout DecodingOutput
  ) {
    let start = verdict.markLength
    if verdict.isWellFormed || UTF8Form.isValid(bytes) {
      output.bytes = start == 0 ? bytes : Array(bytes[start...])
      return
    }
    output.bytes.reserveCapacity(bytes.count)
    var (index, copied) = (start, start)
    bytes.withUnsafeBufferPointer { text in
      while index < text.count {
        let length = UTF8Form.length(text, index)
        if length > 0 {
          index += length
          continue
        }
        output.bytes += bytes[copied..<index]
        let broken = UTF8Form.brokenLength(bytes, index)
        output.replace(bytes[index..<index + broken])
        index += broken
        copied = index
      }
    }
    output.bytes += bytes[copied...]
  }
}
