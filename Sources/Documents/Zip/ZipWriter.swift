/// Builds a ZIP container file by file. The same files give the same bytes: every file is dated 1980-01-01, the first
/// day the format knows.
struct ZipWriter {
  private static let midnight = 0x0021_0000
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file, packed where that makes it smaller; O(contents).
  mutating func add(_ name: String, _ contents: [UInt8]) {
    let packed = Deflater.deflate(contents)
    let isPacked = packed.count < contents.count
    let data = isPacked ? packed : contents
    var shared: [UInt8] = []
    Self.append([20, 0x800, isPacked ? 8 : 0], to: &shared)  // version 2.0, names in UTF-8
    Self.append(long: Self.midnight, to: &shared)
    for number in [Int(CRC32.of(contents)), data.count, contents.count] {
      Self.append(long: number, to: &shared)
    }
    Self.append([name.utf8.count, 0], to: &shared)
    let start = output.count
    Self.append(long: 0x0403_4B50, to: &output)
    output += shared + Array(name.utf8) + data
    Self.append(long: 0x0201_4B50, to: &directory)
    Self.append([20], to: &directory)
    directory += shared
    Self.append([0, 0, 0, 0, 0], to: &directory)
    Self.append(long: start, to: &directory)
    directory += Array(name.utf8)
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
