import Foundation
import Testing

@testable import Documents

struct DeflateTests {
  static let vectors: [String] = {
    let file = Material.fixtures.appendingPathComponent("deflate.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }()

  @Test(arguments: vectors)
  func unpacksWhatZlibPacked(_ line: String) throws {
    let parts = line.components(separatedBy: " => ")
    let (packed, expected) = (Material.bytes(hex: parts[1]), Material.bytes(hex: parts[2]))
    #expect(try Inflater.inflate(packed, 0..<packed.count, size: expected.count) == expected)
  }

  @Test(arguments: vectors)
  func everyCutIsRefused(_ line: String) {
    let parts = line.components(separatedBy: " => ")
    let (packed, size) = (Material.bytes(hex: parts[1]), parts[2].count / 2)
    for end in 0..<packed.count {
      #expect(throws: DocumentError.self) { try Inflater.inflate(packed, 0..<end, size: size) }
    }
  }

  /// A stream may say what it likes: no more than the size that was agreed is ever produced.
  @Test func neverMoreThanAgreed() {
    let packed = Deflater.deflate([UInt8](repeating: 0, count: 1 << 20))
    #expect(packed.count < 8 << 10)
    for size in [0, 1, 1000, (1 << 20) - 1, (1 << 20) + 1] {
      #expect(throws: DocumentError.self) { try Inflater.inflate(packed, 0..<packed.count, size: size) }
    }
  }

  /// Four empty blocks of the fixed code in five bytes, again and again: time without result.
  @Test func emptyBlocksWithoutEndAreRefused() {
    let packed = [[UInt8]](repeating: [0x02, 0x08, 0x20, 0x80, 0x00], count: 1 << 12).flatMap { $0 }
    #expect(throws: DocumentError.damaged("压缩数据分成了太多的块")) {
      try Inflater.inflate(packed, 0..<packed.count, size: 0)
    }
  }

  @Test(arguments: 0..<40)
  func thereAndBack(_ seed: Int) throws {
    var random = Material.Random(seed)
    let (count, letters) = (random.next(1 << random.next(17)), 1 + random.next(256))
    let bytes = (0..<count).map { _ in UInt8(random.next(letters)) }
    let packed = Deflater.deflate(bytes)
    #expect(try Inflater.inflate(packed, 0..<packed.count, size: bytes.count) == bytes)
  }

  @Test(arguments: 0..<200)
  func noiseNeverTraps(_ seed: Int) {
    var random = Material.Random(seed)
    var noise = (0..<random.next(300)).map { _ in UInt8(random.next(256)) }
    // The block types take turns: noise alone would mostly be refused at once.
    if !noise.isEmpty { noise[0] = noise[0] & 0xF8 | UInt8(seed % 3) << 1 }
    _ = try? Inflater.inflate(noise, 0..<noise.count, size: 1 << 16)
  }

  @Test func checksumOfTheStandard() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
