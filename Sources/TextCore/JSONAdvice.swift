/// What to do about JSON that was written by hand and cannot be read, from the words where reading stopped.
extension JSONError {
  /// The advice, in Chinese; nil when the message says all. `bytes` is the text that was read. Looks at a few bytes.
  public func advice(in bytes: [UInt8]) -> String? {
    guard offset < bytes.count else { return "请检查文件是否完整，括号和引号是否成对" }
    if let advice = Self.beginnings.first(where: { $0.words.contains { stands($0, at: offset, in: bytes) } })
    {
      return advice.advice
    }
    let isClosing = [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[offset])
    if isClosing, follows(UInt8(ascii: ","), bytes) { return "前面多了一个逗号，请删去" }
    return bytes[offset] < 0x20 ? "换行请写成 \\n，制表符请写成 \\t" : nil
  }

  private typealias Beginning = (words: [String], advice: String)

  private static let beginnings: [Beginning] = [
    (["“", "”", "＂", "‘", "’", "'"], "请用半角的双引号 \""), (["，", "：", "｛", "｝", "［", "］", "【", "】"], "请用半角的标点"),
    (["//", "/*", "#"], "JSON 里不能写注释，请删去"), ([","], "多了一个逗号，请删去"),
    (["True", "False", "TRUE", "FALSE"], "请用小写的 true 或 false"),
  ]

  private func stands(_ word: String, at offset: Int, in bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    return offset + word.count <= bytes.count && UTF8Bytes.hasPrefix(bytes, offset, word)
  }

  /// True when nothing but space stands between `byte` and the place.
  private func follows(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
    let spaces: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return bytes[..<offset].last { !spaces.contains($0) } == byte
  }
}
