import Foundation

/// GB 18030-2005 → UTF-8: structure checked here, code points mapped by the system's tables.
enum GB18030Decoder {
  /// Bytes given to the system's converter at once.
  private static let blockSize = 1 << 14

  #if canImport(Darwin)
    private static let encoding = String.Encoding(
      rawValue: CFStringConvertEncodingToNSStringEncoding(
        CFStringEncoding(CFStringEncodings.GB_18030_2000.rawValue)))
  #else
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)
  #endif

  static func decode(_ bytes: [UInt8], from start: Int, into output: inout DecodingOutput) {
    output.bytes.reserveCapacity(bytes.count * 3 / 2)
    var (index, pending) = (start, start)
    while index < bytes.count {
      let length = length(bytes, index)
      if length == 0 || index - pending >= blockSize {
        convert(bytes[pending..<index], into: &output)
        pending = index
      }
      if length == 0 {
        output.replace(bytes[index..<index + 1])
        pending += 1
      }
      index += max(1, length)
    }
    convert(bytes[pending...], into: &output)
  }

  /// Counts codes and junk without converting anything: bytes of another kind of file would cost the converter most.
  static func census(_ bytes: [UInt8]) -> TextCensus {
    var census = TextCensus()
    var index = 0
    while index < bytes.count {
      let length = length(bytes, index)
      census.add(isJunk: length == 0 || TextCensus.isControl(bytes[index]))
      index += max(1, length)
    }
    return census
  }

  /// Bytes of the code at `index`: 1, 2 or 4; 0 when ill-formed.
  private static func length(_ bytes: [UInt8], _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return 0 }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return 0 }
      return 4
    default: return 0
    }
  }

  private static func convert(_ block: ArraySlice<UInt8>, into output: inout DecodingOutput) {
    guard !block.isEmpty else { return }
    if let text = String(bytes: block, encoding: encoding) {
      output.bytes += Array(text.utf8)
    } else {
      convertEachCode(Array(block), into: &output)
    }
  }

  /// Well-formed codes that have no character: found one by one.
  private static func convertEachCode(_ block: [UInt8], into output: inout DecodingOutput) {
    var index = 0
    while index < block.count {
      let code = block[index..<index + max(1, length(block, index))]
      if let text = String(bytes: code, encoding: encoding) {
        output.bytes += Array(text.utf8)
      } else {
        output.replace(code)
      }
      index = code.endIndex
    }
  }
}
