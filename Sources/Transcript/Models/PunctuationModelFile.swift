import Foundation

/// Why a model file was refused.
public enum ModelFileError: Error, Equatable, Sendable {
  /// Nothing can be read there.
  case unreadable(String)
  /// Some other file.
  case notAModel(String)
  /// Written by another version of the tool.
  case otherVersion(String, found: Int, wanted: Int)
  /// Cut short or altered.
  case damaged(String)

  /// What is wrong and what to do, in Chinese.
  public var message: String {
    switch self {
    case .unreadable(let path): "无法读取标点模型“\(path)”，请检查路径和权限"
    case .notAModel(let path): "“\(path)”不是标点模型文件，请用 courtnlp train punctuation 生成"
    case .otherVersion(let path, let found, let wanted):
      "标点模型“\(path)”的版本是 \(found)，本程序需要 \(wanted)，请重新训练"
    case .damaged(let path): "标点模型“\(path)”已损坏（校验和不符），请重新复制或重新训练"
    }
  }
}

/// The model on disk, little-endian: magic, version, biases, signature, rows of both passes, FNV-1a checksum of all before it.
extension PunctuationModel {
  private static let magic = Array("CNLPPUNC".utf8)
  /// Changes with the features, the rows and this layout.
  static let version = 2

  /// The file's bytes.
  public var fileBytes: [UInt8] {
    var bytes = Self.magic
    Self.put(UInt32(Self.version), &bytes)
    for lane in 0..<8 { Self.put(UInt32(bitPattern: innerBias[lane]), &bytes) }
    for lane in 0..<8 { Self.put(UInt32(bitPattern: endBias[lane]), &bytes) }
    let text = Array(signature.utf8)
    Self.put(UInt32(text.count), &bytes)
    bytes += text
    rows.withUnsafeBytes { bytes += $0 }
    clauseRows.withUnsafeBytes { bytes += $0 }
    let sum = bytes.withUnsafeBytes { Self.checksum($0) }
    Self.put(UInt32(truncatingIfNeeded: sum), &bytes)
    Self.put(UInt32(truncatingIfNeeded: sum >> 32), &bytes)
    return bytes
  }

  /// Reads a model; 2.5 MiB, a few milliseconds.
  public init(path: String) throws(ModelFileError) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
      throw .unreadable(path)
    }
    let result: Result<Self, ModelFileError> = data.withUnsafeBytes { raw in
      do throws(ModelFileError) { return .success(try Self(raw, path)) } catch { return .failure(error) }
    }
    self = try result.get()
  }

  private init(_ raw: UnsafeRawBufferPointer, _ path: String) throws(ModelFileError) {
    let fixed = Self.magic.count + 4 + 64 + 4
    let rowBytes = 8 << Int(Self.slotBits)
    let clauseBytes = 8 << Int(ClauseFeatures.bits)
    guard raw.count >= 12, raw.prefix(8).elementsEqual(Self.magic) else { throw .notAModel(path) }
    let found = Int(Self.get(raw, 8))
    guard found == Self.version else { throw .otherVersion(path, found: found, wanted: Self.version) }
    guard raw.count >= fixed + rowBytes + clauseBytes + 8 else { throw .damaged(path) }
    let length = Int(Self.get(raw, fixed - 4))
    guard raw.count == fixed + length + rowBytes + clauseBytes + 8 else { throw .damaged(path) }
    let sum = UInt64(Self.get(raw, raw.count - 8)) | UInt64(Self.get(raw, raw.count - 4)) << 32
    guard sum == Self.checksum(UnsafeRawBufferPointer(rebasing: raw.dropLast(8))) else {
      throw .damaged(path)
    }
    let start = fixed + length
    self.init(
      rows: Self.rows(raw[start..<start + rowBytes]), innerBias: Self.bias(raw, 12),
      endBias: Self.bias(raw, 44),
      signature: String(decoding: raw[fixed..<start], as: UTF8.self))
    clauseRows = Self.rows(raw[start + rowBytes..<start + rowBytes + clauseBytes])
  }

  private static func rows(_ raw: Slice<UnsafeRawBufferPointer>) -> [SIMD8<Int8>] {
    [SIMD8<Int8>](unsafeUninitializedCapacity: raw.count / 8) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: raw))
      count = raw.count / 8
    }
  }

  private static func bias(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> BoundaryScores {
    var bias = BoundaryScores.zero
    // Damage is caught by the checksum; the bound keeps a forged file from overflowing the sums.
    for lane in 0..<8 {
      bias[lane] = min(max(Int32(bitPattern: get(raw, offset + 4 * lane)), -100_000), 100_000)
    }
    return bias
  }

  private static func put(_ value: UInt32, _ bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func get(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// FNV-1a over 8-byte words, the rest byte by byte: a tenth of the time of the byte-wise form.
  private static func checksum(_ raw: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let words = raw.count / 8
    for word in 0..<words {
      let value = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
      hash = (hash ^ value) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    for byte in raw[(words * 8)...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
