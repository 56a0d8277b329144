import Testing
import TextCore

/// Well-formed is what the standard library takes for well-formed.
@Suite struct UTF8FormTests {
  /// All that the fast ways through a text must tell apart, at every distance from its end.
  private static let pieces: [[UInt8]] =
    [
      "借款", "a", "，1", "é", "😀", "\u{E000}", "\u{D7FF}", "\u{800}", "原告：请求判令被告偿还本金。",
    ].map { Array($0.utf8) } + [
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0x80], [0x80],
      [0xFF],
    ]

  private func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  @Test func piecesInEveryOrder() {
    for one in Self.pieces {
      for other in Self.pieces {
        for padding in 0..<9 {
          let bytes = [UInt8](repeating: 0x20, count: padding) + one + other + one
          #expect(UTF8Form.isValid(bytes) == isValid(bytes), "\(bytes)")
        }
      }
    }
    #expect(UTF8Form.isValid([]))
  }

  @Test func everyDamagedByte() {
    let text = Array("原告：我借给他50,000元，é😀 ok。".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = text
        bytes[place] = byte
        #expect(UTF8Form.isValid(bytes) == isValid(bytes))
      }
    }
  }
}

@Suite struct EightBytesTests {
  @Test func tellsWhatStandsThere() throws {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        var bytes = [UInt8](repeating: 0x61, count: 8)
        bytes[place] = byte
        let eight = try #require(bytes.withUnsafeBufferPointer { EightBytes($0, 0) })
        #expect(eight.contain(byte))
        #expect(eight.contain(0x62) == (byte == 0x62))
        #expect(eight.containBelow(0x20) == (byte < 0x20))
        #expect(eight.leadingASCII == (byte < 0x80 ? 8 : place))
      }
    }
    #expect([UInt8](repeating: 0, count: 8).withUnsafeBufferPointer { EightBytes($0, 1) } == nil)
  }
}
