import ChineseText
import TextCore

/// Numbers that only the words before them give away: 身份证后六位, 账号, 微信号, 车架号, 不动产权第….
enum IntroducedNumbers {
  private static let cues: [(word: String, kind: MaskKind, least: Int)] = [
    ("身份证", .identity, 6), ("公民身份号码", .identity, 6), ("护照号", .identity, 7), ("手机", .phones, 7),
    ("电话", .phones, 7),
    ("联系方式", .phones, 7), ("微信号", .phones, 5), ("微信", .phones, 6), ("QQ号", .phones, 5), ("QQ", .phones, 5),
    ("卡号", .accounts, 8), ("账号", .accounts, 8), ("帐号", .accounts, 8), ("账户", .accounts, 8),
    ("银行卡", .accounts, 8),
    ("存折", .accounts, 8), ("车架号", .plates, 8), ("发动机号", .plates, 6), ("车辆识别代号", .plates, 8),
    ("不动产权第", .certificates, 4), ("房权证", .certificates, 4), ("房产证", .certificates, 6),
    ("土地证", .certificates, 6),
    ("不动产权证书", .certificates, 6),
  ]
  private static let automaton = LiteralAutomaton(cues.map(\.word))
  /// Characters that may stand between the cue and the number.
  private static let fillers = Set("号码是为：:，, 的我他她它后六四位前面（(第字证书有、叫\u{3000}".unicodeScalars.map(\.value))
  private static let reach = 14

  /// Kind and place of each number.
  static func finds(in bytes: [UInt8]) -> [(MaskKind, Range<Int>)] {
    automaton.matches(in: bytes).compactMap { match in
      let cue = cues[match.pattern]
      var index = match.end
      for _ in 0..<reach {
        guard index < bytes.count else { return nil }
        if let end = account(bytes, index, least: cue.least) { return (cue.kind, index..<end) }
        if let run = CodeRun.read(bytes, at: index, end: bytes.count, spoken: true) {
          if run.digitCount >= cue.least { return (cue.kind, index..<run.end) }
          index = run.end
          continue
        }
        let (scalar, length) = UTF8Bytes.scalar(bytes, index)
        guard fillers.contains(scalar) else { return nil }
        index += length
      }
      return nil
    }
  }

  /// One past an account name of letters, digits and at least one `_` that starts at `index`.
  private static func account(_ bytes: [UInt8], _ index: Int, least: Int) -> Int? {
    func isSign(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
      default: false
      }
    }
    let name = bytes[index...].prefix(64).prefix(while: isSign)
    return name.count >= least && name.contains(0x5F) ? name.endIndex : nil
  }
}

/// Plates whose digits may be spoken or spaced (粤 A 一二三四五); the province and the letter stay.
enum SpokenPlates {
  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars.map(\.value))

  /// Places of the part after the letter.
  static func finds(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      index += length
      guard length == 3, index < bytes.count, bytes[index] < 0x80 || bytes[index] == 0xEF,
        provinces.contains(scalar)
      else { continue }
      if bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] < 0x80 || bytes[index] == 0xEF,
        let run = CodeRun.read(bytes, at: index, end: bytes.count, spoken: true), run.isPlateTail
      else { continue }
      found.append(run.places[0].upperBound..<run.end)
      index = run.end
    }
    return found
  }

  /// The part of a written plate after its letter (and dot).
  static func tail(_ bytes: [UInt8], _ plate: Range<Int>) -> Range<Int> {
    var index = plate.lowerBound
    for _ in 0..<2 { index += UTF8Bytes.length(lead: bytes[index]) }
    if index < plate.upperBound, UTF8Bytes.scalar(bytes, index).value == 0xB7 { index += 2 }
    return min(index, plate.upperBound)..<plate.upperBound
  }
}
