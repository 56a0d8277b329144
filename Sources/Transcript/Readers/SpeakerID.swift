import TextCore

/// Anonymous voices as engines name them: `发言人1`, `说话人 2`, `spk0`, `SPEAKER_00`, `Speaker A`.
enum SpeakerID {
  private static let words: [[UInt8]] = [
    "发言人", "說話人", "说话人", "讲话人", "發言人", "讲者", "声道", "speaker", "spkr", "spk", "channel",
  ].map { Array($0.utf8) }

  /// One past the last byte of the id that starts at `offset`, or nil.
  static func match(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> Int? {
    guard let word = words.first(where: { hasPrefix(bytes, offset, limit, $0) }) else { return nil }
    var index = offset + word.count
    while index < limit, index < offset + word.count + 2,
      bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    return mark(bytes, index, limit)
  }

  /// Digits, one Latin letter or one Chinese digit, and nothing of a word after it.
  private static func mark(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit, bytes[index] >= 0x30, bytes[index] <= 0x39, index - start < 9 { index += 1 }
    if index == start, index < limit, isLetter(bytes[index]) { index += 1 }
    if index == start, let digit = chineseDigits.first(where: { UTF8Bytes.hasPrefix(bytes, start, $0) }) {
      index += digit.count
    }
    guard index > start, index <= limit else { return nil }
    if index < limit, isLetter(bytes[index]) || (bytes[index] >= 0x30 && bytes[index] <= 0x39) { return nil }
    return index
  }

  private static let chineseDigits: [[UInt8]] = "一二三四五六七八九十甲乙丙丁".map { Array(String($0).utf8) }

  private static func hasPrefix(_ bytes: [UInt8], _ offset: Int, _ limit: Int, _ word: [UInt8]) -> Bool {
    guard offset + word.count <= limit else { return false }
    for index in 0..<word.count where lower(bytes[offset + index]) != word[index] { return false }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }
}
