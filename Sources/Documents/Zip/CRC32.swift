/// The checksum of ZIP files (CRC-32, polynomial 0xEDB88320; ISO/IEC 8802-3).
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
  private var state: UInt32 = ~0

  /// The checksum of what was appended.
  var value: UInt32 { ~state }

  /// Takes more bytes; linear.
  mutating func append(_ bytes: [UInt8]) {
    state = Self.table.withUnsafeBufferPointer { table in
      bytes.reduce(state) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
  }

  /// The checksum of all bytes.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = CRC32()
    checksum.append(bytes)
    return checksum.value
  }
}
