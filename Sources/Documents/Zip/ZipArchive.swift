import TextCore

/// The files of a ZIP container (PKWARE APPNOTE 6.3), found by its central directory.
///
/// Names are only looked up, never used as paths; nothing is unpacked before somebody asks, and then never past a
/// limit. ZIP64, encryption and methods other than stored and DEFLATE are refused.
struct ZipArchive {
  private struct Entry {
    let name: Range<Int>
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private let directory: Range<Int>
  private let entries: [Entry]

  /// True for bytes that start as a ZIP container does.
  static func isArchive(_ bytes: [UInt8]) -> Bool { UTF8Bytes.hasPrefix(bytes, 0, [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the central directory; linear in the container.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    let fields = LittleEndian(bytes)
    let end = try ZipArchive.endRecord(fields)
    let (count, size, start) = (fields.short(end + 10), fields.long(end + 12), fields.long(end + 16))
    guard count < 0xFFFF, start < 0xFFFF_FFFF else { throw .unsupported("ZIP64 容器") }
    guard start <= end, size <= end - start else { throw .damaged("压缩包目录的位置有误") }
    var entries: [Entry] = []
    var offset = start
    for _ in 0..<count {
      let (entry, next) = try ZipArchive.entry(fields, offset, limit: start + size)
      entries.append(entry)
      offset = next
    }
    self.bytes = bytes
    self.entries = entries
    directory = start..<start + size
  }

  /// The unpacked bytes of a file, nil when there is none; an error when they are more than `limit` or damaged.
  func contents(_ name: String, limit: Int) throws(DocumentError) -> [UInt8]? {
    let wanted = Array(name.utf8)
    let found = entries.filter { bytes[$0.name].elementsEqual(wanted) }
    guard let entry = found.first else { return nil }
    guard found.count == 1 else { throw .damaged("压缩包里有两个 \(name)") }
    guard entry.size <= limit else {
      throw .tooLarge("\(name) 解压后有 \(entry.size >> 20) MiB，超过 \(limit >> 20) MiB")
    }
    let data = try unpack(entry, try place(entry))
    guard CRC32.of(data) == entry.checksum else { throw .damaged("\(name) 的校验和不符") }
    return data
  }

  private func unpack(_ entry: Entry, _ range: Range<Int>) throws(DocumentError) -> [UInt8] {
    guard entry.flags & 1 == 0 else { throw .unsupported("文件设有密码") }
    switch entry.method {
    case 0:
      guard entry.size == entry.packed else { throw .damaged("压缩包里登记的长度不一致") }
      return Array(bytes[range])
    case 8: return try Inflater.inflate(bytes, range, size: entry.size)
    default: throw .unsupported("压缩方法 \(entry.method)")
    }
  }

  /// Where the data of an entry stands: behind its local header, before the directory.
  private func place(_ entry: Entry) throws(DocumentError) -> Range<Int> {
    let fields = LittleEndian(bytes)
    let header = entry.header
    guard header <= directory.lowerBound - 30, fields.long(header) == 0x0403_4B50 else {
      throw .damaged("压缩包里找不到登记的内容")
    }
    let name = header + 30
    let data = name + fields.short(header + 26) + fields.short(header + 28)
    guard fields.short(header + 26) == entry.name.count, data <= directory.lowerBound,
      entry.packed <= directory.lowerBound - data,
      bytes[name..<name + entry.name.count].elementsEqual(bytes[entry.name])
    else { throw .damaged("压缩包的目录与内容不一致") }
    return data..<data + entry.packed
  }

  /// The last end-of-directory record whose comment fits the file.
  private static func endRecord(_ fields: LittleEndian) throws(DocumentError) -> Int {
    let last = fields.bytes.count - 22
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where fields.long(offset) == 0x0605_4B50 && fields.short(offset + 20) == last - offset {
      return offset
    }
    throw .damaged("找不到压缩包的目录，文件可能不完整")
  }

  private static func entry(
    _ fields: LittleEndian, _ offset: Int, limit: Int
  ) throws(DocumentError) -> (Entry, next: Int) {
    guard offset <= limit - 46, fields.long(offset) == 0x0201_4B50 else { throw .damaged("压缩包的目录有误") }
    let name = offset + 46
    let end = name + fields.short(offset + 28)
    let next = end + fields.short(offset + 30) + fields.short(offset + 32)
    guard next <= limit else { throw .damaged("压缩包的目录有误") }
    let entry = Entry(
      name: name..<end, flags: fields.short(offset + 8), method: fields.short(offset + 10),
      checksum: UInt32(fields.long(offset + 16)), packed: fields.long(offset + 20),
      size: fields.long(offset + 24), header: fields.long(offset + 42))
    return (entry, next)
  }
}

/// Numbers as ZIP stores them, lowest byte first; callers keep offsets inside the bytes.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Two bytes.
  func short(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

  /// Four bytes.
  func long(_ offset: Int) -> Int { short(offset) | short(offset + 2) << 16 }
}
