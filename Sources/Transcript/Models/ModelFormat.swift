import Foundation

/// The frame that all model files share, little-endian: 8 bytes of magic, version, length of the signature (4 bytes
/// each), signature, body, and the checksum of all before it (8 bytes).
///
/// What the body holds is each model's own affair; `ModelFile` reads it from front to back.
public struct ModelFormat: Equatable, Sendable {
  /// Eight ASCII letters.
  let magic: String
  /// Changes with the features, the tables and their layout.
  let version: Int
  /// The file's name where nobody gives another: `punctuation.model`.
  public let fileName: String
  /// What the model is called in messages: 标点模型.
  public let title: String
  /// The command that makes it: `train punctuation`.
  public let command: String

  private static let headerLength = 16
  private static let checksumLength = 8

  /// The bytes of a whole file.
  func bytes(signature: String, body: [UInt8]) -> [UInt8] {
    var file = Array(magic.utf8)
    let text = Array(signature.utf8)
    for number in [version, text.count] { file.append(integer: Int32(truncatingIfNeeded: number)) }
    file += text + body
    let sum = file.withUnsafeBytes { Self.checksum($0) }
    for shift in stride(from: 0, to: 64, by: 8) {
      file.append(UInt8(truncatingIfNeeded: sum >> UInt64(shift)))
    }
    return file
  }

  /// Maps a file into memory and checks its frame; about a millisecond for each 4 MiB.
  func open(_ path: String) throws(ModelFileError) -> ModelFile {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
      throw refusal(path, .unreadable)
    }
    let (found, length) = data.withUnsafeBytes { raw in
      raw.count >= Self.headerLength && raw.prefix(8).elementsEqual(magic.utf8)
        ? (Int(Self.integer(raw, 8)), Int(Self.integer(raw, 12))) : (-1, 0)
    }
    guard found >= 0 else { throw refusal(path, .notAModel) }
    guard found == version else { throw refusal(path, .otherVersion(found: found, wanted: version)) }
    let end = data.count - Self.checksumLength
    let start = Self.headerLength + length
    guard start <= end, data.withUnsafeBytes(Self.isWhole) else { throw refusal(path, .damaged) }
    return ModelFile(
      signature: String(decoding: data[Self.headerLength..<start], as: UTF8.self), body: data[start..<end],
      damaged: refusal(path, .damaged))
  }

  private func refusal(_ path: String, _ reason: ModelFileError.Reason) -> ModelFileError {
    ModelFileError(path: path, format: self, reason: reason)
  }

  private static func isWhole(_ raw: UnsafeRawBufferPointer) -> Bool {
    let end = raw.count - checksumLength
    let sum = UInt64(integer(raw, end)) | UInt64(integer(raw, end + 4)) << 32
    return sum == checksum(UnsafeRawBufferPointer(rebasing: raw[..<end]))
  }

  private static func integer(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
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
