import Foundation
import TextCore
import Testing

@testable import ChineseText

@Suite struct TextDecoderTests {
  static let sample = "审判员：现在开庭。\n原告：借款12300元，１２３ＡＢＣ。\n"

  static func utf16(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return big ? [high, low] : [low, high]
    }
  }

  static func gb(_ text: String) -> [UInt8] {
    Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
  }

  @Test func detectsEveryEncodingWithAndWithoutMark() {
    let utf8 = Array(Self.sample.utf8)
    let cases: [([UInt8], TextEncoding)] = [
      (utf8, .utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8),
      (Self.utf16(Self.sample, big: false), .utf16LittleEndian),
      ([0xFF, 0xFE] + Self.utf16(Self.sample, big: false), .utf16LittleEndian),
      (Self.utf16(Self.sample, big: true), .utf16BigEndian),
      ([0xFE, 0xFF] + Self.utf16(Self.sample, big: true), .utf16BigEndian),
      (Self.gb(Self.sample), .gb18030),
    ]
    for (bytes, encoding) in cases {
      let decoded = TextDecoder().decode(bytes, name: "a.txt")
      #expect(decoded.encoding == encoding)
      #expect(String(decoding: decoded.source.bytes, as: UTF8.self) == Self.sample)
      #expect(decoded.diagnostics.filter { $0.severity != .note }.isEmpty)
    }
  }

  @Test func rareCharactersOfGB18030() {
    let text = "䶮𠮷㸆镕堃，喆€"
    #expect(
      String(
        decoding: TextDecoder().decode(Self.gb(text), name: "-", as: .gb18030).source.bytes, as: UTF8.self)
        == text)
  }

  @Test func brokenBytesAreReplacedAndReported() {
    var bytes = Array("原告：甲\n被告：乙丙丁戊己庚辛。".utf8)
    let place = Array("原告：甲\n被告".utf8).count
    bytes.insert(0xFF, at: place)
    let decoded = TextDecoder().decode(bytes, name: "a.txt")
    #expect(decoded.encoding == .utf8)
    #expect(String(decoding: decoded.source.bytes, as: UTF8.self) == "原告：甲\n被告\u{FFFD}：乙丙丁戊己庚辛。")
    #expect(decoded.diagnostics.map(\.code) == ["EN001"])
    #expect(decoded.diagnostics.first?.place?.position == Position(line: 2, column: 3))
    #expect(decoded.diagnostics.first?.message.contains("FF") == true)
  }

  @Test func manyBrokenBytesAreCounted() {
    let bytes = Array(repeating: UInt8(0xFF), count: 30)
    let decoded = TextDecoder(listing: 3).decode(bytes, name: "a", as: .utf8)
    #expect(decoded.diagnostics.map(\.code) == ["EN001", "EN001", "EN001", "EN002"])
    #expect(decoded.diagnostics.last?.message.contains("30") == true)
    #expect(decoded.source.bytes.count == 90)
  }

  @Test func whatIsNoTextIsRefused() {
    var state: UInt64 = 1
    let noise = (0..<20_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for bytes in [noise, [UInt8](repeating: 0, count: 1000), [UInt8](repeating: 0xFF, count: 33)] {
      let decoded = TextDecoder().decode(bytes, name: "录音.wav")
      #expect(!decoded.isText)
      #expect(decoded.diagnostics.map(\.code) == ["EN004"])
      #expect(decoded.diagnostics.first?.severity == .error)
    }
  }

  @Test func damagedTextIsStillText() {
    let damage = [UInt8](repeating: 0, count: 30)
    #expect(TextDecoder().decode(damage, name: "a").isText)
    let lines = Array(String(repeating: "原告：是\r\n\t\u{0C}", count: 50).utf8)
    #expect(TextDecoder().decode(lines, name: "a").isText)
    let long = Array(String(repeating: "原告：请求判令被告偿还借款本金。\n", count: 100).utf8)
    #expect(TextDecoder().decode(long + [UInt8](repeating: 0, count: 100), name: "a", as: .utf8).isText)
    #expect(TextDecoder().decode([], name: "a").isText)
  }

  /// Damage counts wherever it stands: 33 damaged places in a short text are no text, 32 are.
  @Test func damageCountsEverywhere() {
    for padding in 0..<9 {
      for junk in ["\u{FFFD}", "\u{1}"] {
        let text = String(repeating: "必", count: padding) + String(repeating: junk, count: 32)
        #expect(TextDecoder().decode(Array(text.utf8), name: "a", as: .utf8).isText)
        #expect(!TextDecoder().decode(Array((text + junk).utf8), name: "a", as: .utf8).isText)
      }
    }
  }

  @Test func damagedGB18030LosesNothing() {
    var bytes = Self.gb("原告：甲。被告：乙。")
    bytes.insert(0xFF, at: 6)
    let decoded = TextDecoder().decode(bytes, name: "a", as: .gb18030)
    #expect(String(decoding: decoded.source.bytes, as: UTF8.self) == "原告：\u{FFFD}甲。被告：乙。")
  }

  @Test func anyBytesDecode() {
    var state: UInt64 = 42
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
      for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
        let decoded = TextDecoder().decode(bytes, name: "-", as: encoding)
        #expect(UTF8Form.isValid(decoded.source.bytes))
      }
    }
  }
}
