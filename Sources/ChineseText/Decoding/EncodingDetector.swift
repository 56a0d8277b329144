import TextCore

/// Decides which encoding a file has, from its byte order mark or from what its bytes look like.
///
/// Order: byte order mark; NUL bytes in a pattern of UTF-16; valid UTF-8; mostly valid UTF-8 (a damaged file);
/// UTF-16 by the share of its units that Chinese text uses; else GB 18030, in which nearly any bytes mean something
/// and which therefore comes last. Reads at most 64 KiB except for the UTF-8 check, which reads everything.
struct EncodingDetector {
  /// What was decided and why (Chinese, for the user).
  struct Verdict: Hashable {
    let encoding: TextEncoding
    let markLength: Int
    let reason: String
    /// True for bytes that are known to be well-formed UTF-8.
    var isWellFormed = false
  }

  private static let sampleSize = 1 << 16
  private static let utf16Share = 0.9
  /// Valid multi-byte sequences for each ill-formed byte from which on a file counts as damaged UTF-8.
  private static let damagedRatio = 8

  static func detect(_ bytes: [UInt8]) -> Verdict {
    if let mark = byteOrderMark(bytes) { return mark }
    let sample = Array(bytes.prefix(sampleSize))
    if sample.contains(0), let order = utf16Order(sample) {
      return Verdict(encoding: order, markLength: 0, reason: "没有字节序标记，零字节的分布符合 \(order.rawValue)")
    }
    if UTF8Form.isValid(bytes) {
      return Verdict(encoding: .utf8, markLength: 0, reason: "全部字节符合 UTF-8", isWellFormed: true)
    }
    if looksLikeDamagedUTF8(sample) {
      return Verdict(encoding: .utf8, markLength: 0, reason: "绝大部分字节符合 UTF-8，个别字节损坏")
    }
    if let order = utf16Order(sample) {
      return Verdict(encoding: order, markLength: 0, reason: "没有字节序标记，字符分布符合 \(order.rawValue)")
    }
    return Verdict(encoding: .gb18030, markLength: 0, reason: "不符合 UTF-8，也不像 UTF-16")
  }

  /// Length of the byte order mark of `encoding` at the start of `bytes`.
  static func markLength(_ bytes: [UInt8], of encoding: TextEncoding) -> Int {
    guard let mark = byteOrderMark(bytes), mark.encoding == encoding else { return 0 }
    return mark.markLength
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> Verdict? {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
      (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ]
    for (encoding, mark) in marks where bytes.starts(with: mark) {
      return Verdict(encoding: encoding, markLength: mark.count, reason: "文件开头有 \(encoding.rawValue) 字节序标记")
    }
    return nil
  }

  private static func looksLikeDamagedUTF8(_ sample: [UInt8]) -> Bool {
    var (good, bad) = (0, 0)
    sample.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let length = UTF8Form.length(text, index)
        if length == 0 { bad += 1 } else if length > 1 { good += 1 }
        index += max(1, length)
      }
    }
    return good >= bad * damagedRatio && good > 0
  }

  private static func utf16Order(_ sample: [UInt8]) -> TextEncoding? {
    let units = sample.count / 2
    guard units > 0 else { return nil }
    var (little, big) = (0, 0)
    for index in 0..<units {
      let (a, b) = (UInt16(sample[2 * index]), UInt16(sample[2 * index + 1]))
      if isCommonUnit(b << 8 | a) { little += 1 }
      if isCommonUnit(a << 8 | b) { big += 1 }
    }
    guard Double(max(little, big)) >= utf16Share * Double(units) else { return nil }
    return little >= big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isCommonUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x2026, 0x3000...0x301F, 0x4E00...0x9FFF, 0xFF01...0xFF5E:
      true
    default: false
    }
  }
}
