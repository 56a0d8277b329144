/// A file on its way into a container: packed as it comes, so that only its packed bytes are held.
struct ZipPart {
  let name: [UInt8]
  private(set) var size = 0
  private(set) var checksum = CRC32()
  private(set) var deflater = Deflater()

  init(_ name: String) { self.name = Array(name.utf8) }

  /// Takes more of the file; linear.
  mutating func append(_ bytes: [UInt8]) {
    size += bytes.count
    checksum.append(bytes)
    deflater.append(bytes)
  }

  /// The packed bytes of the whole file.
  consuming func packed() -> [UInt8] {
    deflater.finish()
    return deflater.output
  }
}

/// Builds a ZIP container file by file. The same files give the same bytes: every file is dated 1980-01-01, the first
/// day the format knows.
struct ZipWriter {
  private static let firstDay = 0x0021_0000
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file; O(contents).
  mutating func add(_ name: String, _ contents: [UInt8]) {
    var part = ZipPart(name)
    part.append(contents)
    add(part)
  }

  /// Adds a file that has been packed.
  mutating func add(_ part: ZipPart) {
    let data = part.packed()
    var shared: [UInt8] = []
    Self.append([20, 0x800, 8], to: &shared)  // version 2.0, names in UTF-8, DEFLATE
    for number in [Self.firstDay, Int(part.checksum.value), data.count, part.size] {
      Self.append(long: number, to: &shared)
    }
    Self.append([part.name.count, 0], to: &shared)
    let start = output.count
    Self.append(long: 0x0403_4B50, to: &output)
    output += shared + part.name + data
    Self.append(long: 0x0201_4B50, to: &directory)
    Self.append([20], to: &directory)
    directory += shared
    Self.append([0, 0, 0, 0, 0], to: &directory)
    Self.append(long: start, to: &directory)
    directory += part.name
    count += 1
  }

  /// The whole container.
  var bytes: [UInt8] {
    var bytes = output + directory
    Self.append(long: 0x0605_4B50, to: &bytes)
    Self.append([0, 0, count, count], to: &bytes)
    Self.append(long: directory.count, to: &bytes)
    Self.append(long: output.count, to: &bytes)
    Self.append([0], to: &bytes)
    return bytes
  }

  private static func append(_ shorts: [Int], to bytes: inout [UInt8]) {
    for short in shorts { bytes += [UInt8(short & 0xFF), UInt8(short >> 8 & 0xFF)] }
  }

  private static func append(long: Int, to bytes: inout [UInt8]) {
    append([long & 0xFFFF, long >> 16], to: &bytes)
  }
}
