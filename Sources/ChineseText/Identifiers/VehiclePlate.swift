import TextCore

/// Vehicle plates, GA 36-2018: province, letter, five (new energy: six) letters or digits, or one of 警学挂港澳领 last.
public enum VehiclePlate {
  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使".unicodeScalars.map(\.value))
  private static let lastSigns = Set("警学挂港澳领使".unicodeScalars.map(\.value))

  /// Says in Chinese what is wrong with a plate; nil when it holds.
  public static func validate(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let first = text.unicodeScalars.first, provinces.contains(first.value) else {
      return "车牌号应当以省、自治区、直辖市的简称开头"
    }
    if let end = end(bytes, at: 0), end == bytes.count { return nil }
    return "车牌号应当是简称、一个字母和5位（新能源车6位）字母或者数字，字母不用I和O"
  }

  /// One past the plate that starts at `start`; nil when none does.
  public static func end(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start] >= 0xE0, start + 9 <= bytes.count else { return nil }
    let province = UTF8Bytes.scalar(bytes, start)
    guard let letter = ASCIIByte.folded(bytes, start + province.length), ASCIIByte.isLetter(letter.byte),
      provinces.contains(province.value)
    else { return nil }
    var index = skipDot(bytes, start + province.length + letter.length)
    var (count, digits) = (0, 0)
    while count < 7, index < bytes.count, let sign = ASCIIByte.folded(bytes, index),
      ASCIIByte.isDigit(sign.byte) || ASCIIByte.isLetter(sign.byte)
    {
      count += 1
      if ASCIIByte.isDigit(sign.byte) { digits += 1 }
      index += sign.length
    }
    guard digits > 0 else { return nil }
    if count == 4, index + 2 < bytes.count, lastSigns.contains(UTF8Bytes.scalar(bytes, index).value) {
      return index + 3
    }
    return count == 5 || count == 6 ? index : nil
  }

  private static func skipDot(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return index }
    if bytes[index] == 0x20 || bytes[index] == 0x2D { return index + 1 }
    let next = UTF8Bytes.scalar(bytes, index)
    return [0xB7, 0x2022, 0x30FB].contains(next.value) ? index + next.length : index
  }
}
