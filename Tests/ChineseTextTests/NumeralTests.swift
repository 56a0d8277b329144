import Foundation
import Testing

@testable import ChineseText

@Suite struct NumeralTests {
  @Test func everyNumberThereAndBack() {
    var wrong: [Int] = []
    for value in 0...99_999 {
      for style in [NumeralWriter.Style.plain, .formal]
      where Numeral.value(of: NumeralWriter.text(value, style))?.integer != value {
        wrong.append(value)
      }
      if Numeral.value(of: String(value))?.integer != value { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test func bigNumbersThereAndBack() {
    var value = 7
    while value < 9_000_000_000_000 {
      for number in [value, value * 10, value * 100, value + 10_000] {
        let text = NumeralWriter.text(number)
        #expect(Numeral.value(of: text)?.integer == number, "\(text)")
      }
      value = value * 13 + 5
    }
    #expect(NumeralWriter.text(.max).isEmpty == false)
    #expect(NumeralWriter.text(.min).hasPrefix("负"))
  }

  @Test func fixture() throws {
    for (line, text, expected) in try FixtureLines.pairs("numerals.txt") {
      #expect(Numeral.value(of: text)?.description ?? "-" == expected, "numerals.txt:\(line): \(text)")
    }
  }

  @Test(arguments: [
    ("十一十二十三十四", ["11", "12", "13", "14"]), ("八百五千七", ["800", "5700"]), ("二十九千", ["20", "9000"]),
    ("九十九九千", ["99", "9000"]), ("三万三万", ["30000", "30000"]), ("一百八百五", ["100", "850"]),
    ("二十三十", ["20", "30"]), ("十二一千", ["12", "1000"]), ("百分", []),
  ])
  func adjacentNumbersStaySeparate(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var offset = 0
    while let numeral = Numeral.read(bytes, at: offset, end: bytes.count) {
      found.append(numeral.value?.description ?? "?")
      offset = numeral.end
    }
    #expect(found == expected)
  }

  @Test func hostileInputDoesNotTrap() {
    for piece in ["九", "十", "亿", "万", "千", "九万", "亿九", "零", "点", "1", "9亿", "几", "两", "廿", "九点九", "."] {
      for other in ["", "九", "万", "点", "零", "8"] {
        let bytes = Array((String(repeating: piece, count: 400) + other + piece).utf8)
        for start in stride(from: 0, to: bytes.count, by: 97) {
          if let numeral = Numeral.read(bytes, at: start, end: bytes.count) { #expect(numeral.end > start) }
        }
      }
    }
  }
}
