/// Numbers the characters that some words are made of, from 1; every other character is 0.
///
/// Characters up to U+FFFF are found by two looks, the page of 64 and the place in it; those beyond share a dictionary.
struct SymbolTable: Sendable {
  /// Characters numbered so far.
  private(set) var count = 0
  private var page = [UInt16](repeating: 0, count: 1 << 10)
  /// The pages one after the other; the first holds nothing.
  private var numbers = [Int32](repeating: 0, count: 1 << 6)
  private var astral: [UInt32: Int32] = [:]

  /// The number of a character, a new one when it has none yet.
  mutating func number(_ scalar: UInt32) -> Int32 {
    if scalar > 0xFFFF {
      if let known = astral[scalar] { return known }
      count += 1
      astral[scalar] = Int32(count)
      return Int32(count)
    }
    if page[Int(scalar >> 6)] == 0 {
      page[Int(scalar >> 6)] = UInt16(numbers.count >> 6)
      numbers += [Int32](repeating: 0, count: 1 << 6)
    }
    let place = Int(page[Int(scalar >> 6)]) << 6 | Int(scalar & 63)
    if numbers[place] == 0 {
      count += 1
      numbers[place] = Int32(count)
    }
    return numbers[place]
  }

  /// The number of the character at `offset` and its length in bytes; nothing is read from `end` on.
  @inline(__always)
  func symbol(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> (Int32, Int) {
    let lead = text[offset]
    if lead < 0x80 { return (numbers[Int(page[Int(lead >> 6)]) << 6 | Int(lead & 63)], 1) }
    let length = min(UTF8Bytes.length(lead: lead), end - offset)
    if length == 3 {
      let row = Int(page[Int(lead & 0x0F) << 6 | Int(text[offset + 1] & 63)])
      return (numbers[row << 6 | Int(text[offset + 2] & 63)], 3)
    }
    if length == 2, lead < 0xE0 {
      return (numbers[Int(page[Int(lead & 0x1F)]) << 6 | Int(text[offset + 1] & 63)], 2)
    }
    guard length == 4, !astral.isEmpty else { return (0, length) }
    var scalar = UInt32(lead & 0x07)
    for index in 1..<4 { scalar = scalar << 6 | UInt32(text[offset + index] & 63) }
    return (astral[scalar] ?? 0, 4)
  }
}
