/// Numbers the characters that some words are made of, from 1; every other character is 0.
///
/// Characters up to U+FFFF are found by two looks, the page of 64 and the place in it; those beyond, and those that come
/// after the 65,535th, share a dictionary.
struct SymbolTable: ~Copyable, Sendable {
  /// Characters numbered.
  let count: Int
  private let page: FixedArray<UInt16>
  /// The pages one after the other; the first holds nothing.
  private let numbers: FixedArray<UInt16>
  private let rare: [UInt32: Int32]

  /// The table of the characters of some words, numbered in their order.
  init(of words: [[UInt8]]) {
    let scalars = Self.scalars(of: words)
    var page = [UInt16](repeating: 0, count: 1 << 10)
    var numbers = [UInt16](repeating: 0, count: 1 << 6)
    var rare: [UInt32: Int32] = [:]
    for (index, scalar) in scalars.enumerated() {
      guard scalar <= 0xFFFF, let short = UInt16(exactly: index + 1) else {
        rare[scalar] = Int32(index + 1)
        continue
      }
      if page[Int(scalar >> 6)] == 0 {
        page[Int(scalar >> 6)] = UInt16(numbers.count >> 6)
        numbers += [UInt16](repeating: 0, count: 1 << 6)
      }
      numbers[Int(page[Int(scalar >> 6)]) << 6 | Int(scalar & 63)] = short
    }
    count = scalars.count
    self.page = FixedArray(page)
    self.numbers = FixedArray(numbers)
    self.rare = rare
  }

  /// The characters of some words, each once, in their order.
  private static func scalars(of words: [[UInt8]]) -> [UInt32] {
    var isThere = [Bool](repeating: false, count: 1 << 16)
    var beyond: Set<UInt32> = []
    for word in words {
      var offset = 0
      while offset < word.count {
        let (scalar, length) = UTF8Bytes.scalar(word, offset)
        if scalar <= 0xFFFF { isThere[Int(scalar)] = true } else { beyond.insert(scalar) }
        offset += length
      }
    }
    return (0..<1 << 16).lazy.map { UInt32($0) }.filter { isThere[Int($0)] } + beyond.sorted()
  }

  /// The number of a character; the tables hold all up to U+FFFF.
  @inline(__always)
  subscript(scalar: UInt32) -> Int32 {
    if scalar <= 0xFFFF {
      let number = numbers.base[Int(page.base[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
      if rare.isEmpty || number != 0 { return Int32(number) }
    }
    return rare.isEmpty ? 0 : rare[scalar] ?? 0
  }

  /// The number of the character at `offset` and its length in bytes; nothing is read from `end` on.
  @inline(__always)
  func symbol(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> (Int32, Int) {
    let lead = text[offset]
    if lead < 0x80 { return (self[UInt32(lead)], 1) }
    if lead & 0xF0 == 0xE0, offset + 3 <= end {
      let (second, third) = (UInt32(text[offset + 1] & 0x3F), UInt32(text[offset + 2] & 0x3F))
      return (self[UInt32(lead & 0x0F) << 12 | second << 6 | third], 3)
    }
    let length = UTF8Bytes.length(lead: lead)
    guard offset + length <= end else { return (0, end - offset) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : 0x07)
    for index in 1..<length { scalar = scalar << 6 | UInt32(text[offset + index] & 0x3F) }
    return (self[scalar], length)
  }
}
