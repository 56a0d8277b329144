/// Eight bytes of a text at once, for telling fast that none of them is of interest.
@frozen
public struct EightBytes {
  /// The bytes, the first in the lowest bits.
  public let bits: UInt64

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of every byte.
  @inlinable static var highest: UInt64 { 0x8080_8080_8080_8080 }

  /// Those from `index` on; nil when there are fewer.
  @inlinable
  @inline(__always)
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    guard index + 8 <= bytes.count else { return nil }
    bits = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// How many there are before the first that is not ASCII.
  @inlinable
  @inline(__always)
  public var leadingASCII: Int { (bits & Self.highest).trailingZeroBitCount >> 3 }

  /// True when one of them is this byte.
  @inlinable
  @inline(__always)
  public func contain(_ byte: UInt8) -> Bool {
    EightBytes(bits ^ Self.ones &* UInt64(byte)).containBelow(1)
  }

  /// True when one of them is less than `limit`, which is at most 128.
  @inlinable
  @inline(__always)
  public func containBelow(_ limit: UInt8) -> Bool {
    (bits &- Self.ones &* UInt64(limit)) & ~bits & Self.highest != 0
  }

  @inlinable
  @inline(__always)
  init(_ bits: UInt64) { self.bits = bits }
}
