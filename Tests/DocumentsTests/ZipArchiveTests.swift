import Testing

@testable import Documents

struct ZipArchiveTests {
  private static let good = Material.package(body: "<w:p><w:r><w:t>现在开庭</w:t></w:r></w:p>")

  /// The container with one of its numbers changed: `from` the start of the first record with this signature.
  private static func changed(_ signature: [UInt8], _ offset: Int, _ value: [UInt8]) -> [UInt8] {
    var bytes = good
    guard let record = bytes.indices.first(where: { bytes[$0...].starts(with: signature) }) else { return [] }
    bytes.replaceSubrange(record + offset..<record + offset + value.count, with: value)
    return bytes
  }

  private static let central: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6]

  static let hostile: [(String, [UInt8])] = [
    ("encrypted", changed(central, 8, [1, 8])), ("another method", changed(central, 10, [12, 0])),
    ("wrong checksum", changed(central, 16, [0, 0, 0, 0])),
    ("ZIP64", changed(end, 8, [0xFF, 0xFF, 0xFF, 0xFF])),
    ("more entries than there are", changed(end, 8, [9, 0, 9, 0])),
    ("directory outside", changed(end, 16, [0, 0, 0, 0x7F])),
    ("data outside", changed(central, 20, [0xFF, 0xFF, 0xFF, 0x0F])),
    ("header outside", changed(central, 42, [0xFF, 0xFF, 0xFF, 0xFE])),
    ("another name inside", changed(central, 46, [0x78])), ("cut", Array(good.dropLast())),
    ("old format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 512)),
    ("no file at all", [0x50, 0x4B, 3, 4]),
  ]

  @Test func aGoodOneIsRead() { #expect(Material.text(Self.good) == .success("现在开庭\n")) }

  @Test(arguments: hostile)
  func refused(_ name: String, _ bytes: [UInt8]) {
    #expect(throws: DocumentError.self, "\(name)") { try Material.text(bytes).get() }
  }

  @Test func twoPartsOfOneNameAreRefused() {
    var archive = ZipWriter()
    archive.add("word/document.xml", Array("<a/>".utf8))
    archive.add("word/document.xml", Array("<b/>".utf8))
    #expect(Material.text(archive.bytes) == .failure(.damaged("压缩包里有两个 word/document.xml")))
  }

  /// What claims to be too large is refused before a byte of it is unpacked.
  @Test func aBombIsNotUnpacked() {
    let bomb = Self.changed(Self.central, 24, [0xFF, 0xFF, 0xFF, 0x7F])
    #expect(Material.text(bomb) == .failure(.tooLarge("word/document.xml 解压后有 2047 MiB，超过 64 MiB")))
  }

  @Test func everyCutAndEveryFlippedBitIsRefusedOrHarmless() {
    for end in 0..<Self.good.count { #expect((try? Material.text(Array(Self.good[..<end])).get()) == nil) }
    for index in Self.good.indices {
      for bit in 0..<8 {
        var bytes = Self.good
        bytes[index] ^= 1 << bit
        if let text = try? Material.text(bytes).get() { #expect(text == "现在开庭\n") }
      }
    }
  }
}
