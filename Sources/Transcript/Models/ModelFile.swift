import Foundation

/// An opened model file whose checksum has passed: its signature, and its body read from front to back.
struct ModelFile {
  /// What the model was trained on and how, one `key=value` a line.
  let signature: String
  private let body: Data
  private var offset: Int
  /// What to throw when the body makes no sense.
  let damaged: ModelFileError

  init(signature: String, body: Data, damaged: ModelFileError) {
    self.signature = signature
    self.body = body
    self.damaged = damaged
    offset = body.startIndex
  }

  /// The next four bytes as a number; damaged at the end.
  mutating func integer() throws(ModelFileError) -> Int32 {
    Int32(bitPattern: try data(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// The next numbers.
  mutating func integers(_ count: Int) throws(ModelFileError) -> [Int32] {
    var numbers: [Int32] = []
    for _ in 0..<count { numbers.append(try integer()) }
    return numbers
  }

  /// The next four bytes as a finite number.
  mutating func number() throws(ModelFileError) -> Float {
    let number = Float(bitPattern: UInt32(bitPattern: try integer()))
    guard number.isFinite else { throw damaged }
    return number
  }

  /// The next `count` bytes, not copied.
  mutating func data(_ count: Int) throws(ModelFileError) -> Data {
    guard count <= body.endIndex - offset else { throw damaged }
    defer { offset += count }
    return body[offset..<offset + count]
  }

  /// The next list of whole numbers: how many, then each, little-endian.
  mutating func list<Number: FixedWidthInteger>(_ type: Number.Type) throws(ModelFileError) -> [Number] {
    let count = Int(try integer())
    guard count >= 0 else { throw damaged }
    let bytes = try data(count * MemoryLayout<Number>.size)
    var numbers = [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
    if Number(littleEndian: 1) != 1 {
      for index in numbers.indices { numbers[index] = numbers[index].littleEndian }
    }
    return numbers
  }

  /// The next `count` rows of eight weights.
  mutating func rows(_ count: Int) throws(ModelFileError) -> [SIMD8<Int8>] {
    let bytes = try data(count * 8)
    return [SIMD8<Int8>](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
  }

  /// The next `count` bytes as small numbers.
  mutating func bytes(_ count: Int) throws(ModelFileError) -> [Int8] {
    let bytes = try data(count)
    return [Int8](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
  }

  /// Refuses a body that says what cannot be.
  func require(_ isPossible: Bool) throws(ModelFileError) {
    guard isPossible else { throw damaged }
  }

  /// Refuses a body that is longer than it was read.
  func end() throws(ModelFileError) {
    guard offset == body.endIndex else { throw damaged }
  }
}

extension [UInt8] {
  /// Appends a number as four bytes, little-endian.
  mutating func append(integer: Int32) {
    for shift in [0, 8, 16, 24] as [Int32] { append(UInt8(truncatingIfNeeded: integer >> shift)) }
  }

  /// Appends a list of whole numbers: how many, then each, little-endian.
  mutating func append<Number: FixedWidthInteger>(list: [Number]) {
    append(integer: Int32(truncatingIfNeeded: list.count))
    list.map(\.littleEndian).withUnsafeBytes { self += $0 }
  }

  /// Appends a number as its four bytes.
  mutating func append(number: Float) { append(integer: Int32(bitPattern: number.bitPattern)) }
}
