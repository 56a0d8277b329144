/// The state as bytes for snapshots: counts and numbers as LEB128, texts with their length.
extension ServiceState {
  private static let version = 1
  private static let states = Dictionary(
    uniqueKeysWithValues: ReceiptState.allCases.enumerated().map { ($1, $0) })
  private static let details = Dictionary(
    uniqueKeysWithValues: ReceiptDetail.allCases.enumerated().map { ($1, $0) })
  private static let channels = Dictionary(
    uniqueKeysWithValues: Channel.allCases.enumerated().map { ($1, $0) })

  /// The bytes; linear.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(entries.count * 700)
    writer.add(Self.version)
    writer.add(batches.count)
    for batch in batches {
      writer.add(Array(batch.name.utf8))
      writer.add(batch.time.seconds)
      writer.add(batch.isReleased ? 1 : 0)
    }
    writer.add(strays.count)
    for stray in strays.sorted() { writer.add(fixed: stray) }
    writer.add(entries.count)
    for entry in entries { Self.add(entry, to: &writer) }
    return writer.bytes
  }

  /// Reads what `encoded` wrote; nil for anything else.
  public init?(encoded bytes: [UInt8], from offset: Int) {
    self.init()
    var reader = ByteReader(bytes, offset)
    guard reader.int() == Self.version, let batchCount = reader.int() else { return nil }
    for _ in 0..<max(0, batchCount) {
      guard let name = reader.bytes(), let time = reader.int(), let flag = reader.int() else { return nil }
      batchIndex[String(decoding: name, as: UTF8.self)] = batches.count
      batches.append(
        Batch(name: String(decoding: name, as: UTF8.self), time: Moment(seconds: time), isReleased: flag == 1)
      )
    }
    guard let strayCount = reader.int() else { return nil }
    for _ in 0..<max(0, strayCount) {
      guard let stray = reader.fixed() else { return nil }
      strays.insert(stray)
    }
    guard let count = reader.int(), count >= 0, count <= bytes.count else { return nil }
    entries.reserveCapacity(count)
    index.reserveCapacity(count)
    for _ in 0..<count {
      guard let entry = Self.entry(&reader) else { return nil }
      index[entry.id] = Int32(entries.count)
      entries.append(entry)
    }
    guard reader.isAtEnd else { return nil }
  }

  private static func add(_ entry: Entry, to writer: inout ByteWriter) {
    writer.add(fixed: entry.id.high)
    writer.add(Int(entry.id.low))
    writer.add(entry.imported.seconds)
    writer.add(entry.isWithdrawn ? 1 : 0)
    writer.add(entry.payload)
    writer.add(entry.attempts.count)
    for attempt in entry.attempts {
      writer.add(channels[attempt.channel] ?? 0)
      writer.add(attempt.address ?? -1)
      writer.add(attempt.time.seconds)
      writer.add(attempt.batch)
      writer.add(attempt.receipts.count)
      for receipt in attempt.receipts {
        writer.add(states[receipt.state] ?? 0)
        writer.add(details[receipt.detail] ?? 0)
        writer.add(receipt.time.seconds)
        writer.add(fixed: receipt.digest)
      }
    }
  }

  private static func entry(_ reader: inout ByteReader) -> Entry? {
    guard let high = reader.fixed(), let low = reader.int(), let seconds = reader.int(),
      let flag = reader.int(),
      let payload = reader.bytes(), let count = reader.int(), count >= 0, count < 1 << 20
    else { return nil }
    var attempts: [Attempt] = []
    attempts.reserveCapacity(count)
    for _ in 0..<count {
      guard let attempt = attempt(&reader) else { return nil }
      attempts.append(attempt)
    }
    return Entry(
      id: RecordID(high: high, low: UInt16(truncatingIfNeeded: low)), imported: Moment(seconds: seconds),
      payload: payload,
      attempts: attempts, isWithdrawn: flag == 1)
  }

  private static func attempt(_ reader: inout ByteReader) -> Attempt? {
    guard let channel = reader.int(), let address = reader.int(), let seconds = reader.int(),
      let batch = reader.int(),
      let count = reader.int(), Channel.allCases.indices.contains(channel), count >= 0, count < 1 << 20
    else { return nil }
    var receipts: [Receipt] = []
    receipts.reserveCapacity(count)
    for _ in 0..<count {
      guard let state = reader.int(), let detail = reader.int(), let time = reader.int(),
        let digest = reader.fixed(),
        ReceiptState.allCases.indices.contains(state), ReceiptDetail.allCases.indices.contains(detail)
      else { return nil }
      receipts.append(
        Receipt(
          ReceiptState.allCases[state], at: Moment(seconds: time), detail: ReceiptDetail.allCases[detail],
          digest: digest))
    }
    return Attempt(
      Channel.allCases[channel], address: address < 0 ? nil : address, at: Moment(seconds: seconds),
      batch: batch,
      receipts: receipts)
  }
}

/// Appends numbers and texts to bytes.
struct ByteWriter {
  var bytes: [UInt8] = []

  /// A signed number, zigzag LEB128.
  mutating func add(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Eight bytes, least first.
  mutating func add(fixed value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// A length and the bytes.
  mutating func add(_ text: [UInt8]) {
    add(text.count)
    bytes += text
  }
}

/// Reads what `ByteWriter` wrote; nil at the first thing that does not fit.
struct ByteReader {
  private let source: [UInt8]
  private var at: Int

  init(_ source: [UInt8], _ offset: Int) {
    self.source = source
    at = offset
  }

  var isAtEnd: Bool { at == source.count }

  mutating func int() -> Int? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while at < source.count, shift < 64 {
      let byte = source[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    return nil
  }

  mutating func fixed() -> UInt64? {
    guard source.count - at >= 8 else { return nil }
    let value = source.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
    at += 8
    return UInt64(littleEndian: value)
  }

  mutating func bytes() -> [UInt8]? {
    guard let count = int(), count >= 0, count <= source.count - at else { return nil }
    defer { at += count }
    return Array(source[at..<at + count])
  }
}
