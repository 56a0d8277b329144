/// Gaps where no mark may come: inside numbers, dates, amounts, Latin words, bracketed notes, and whole words.
enum FixedGaps {
  /// For each scalar, true when nothing may stand after it. O(scalars).
  static func find(_ speech: [UInt32]) -> [Bool] {
    var fixed = [Bool](repeating: false, count: speech.count)
    guard !speech.isEmpty else { return fixed }
    for index in 0..<speech.count - 1 { fixed[index] = isFixed(speech, index) }
    markBrackets(speech, &fixed)
    markCaseNumbers(speech, &fixed)
    WholeWords.terms.mark(speech, &fixed)
    return fixed
  }

  private static func isFixed(_ speech: [UInt32], _ index: Int) -> Bool {
    let (left, right) = (speech[index], speech[index + 1])
    if right >= 0x300, right <= 0x36F { return true }  // a combining mark belongs to what stands before it
    if isWord(left) {
      return isWord(right) || isInnerSign(right, speech, index + 2) || isDigit(left) && units.contains(right)
    }
    if isWord(right) {
      return isInnerSign(left, speech, index + 1) && index > 0 && isWord(speech[index - 1])
        || isDate(speech, index)
    }
    return isInnerWord(left, right, before: index > 0 ? speech[index - 1] : 0)
  }

  /// 把 takes its object with it (一把，… is a knife); 7岁半 and 3岁零两个月 are one age.
  private static func isInnerWord(_ left: UInt32, _ right: UInt32, before: UInt32) -> Bool {
    switch left {
    case 0x628A: !holders.contains(before) || persons.contains(right)  // 把
    case 0x5C81: isDigit(before) && (right == 0x534A || right == 0x96F6)  // 岁半 岁零
    default: false
    }
  }

  private static let persons = Set("我你您他她它咱".unicodeScalars.map(\.value))
  private static let holders = Set("一两三四五六七八九十几这那每刀火车门拖投".unicodeScalars.map(\.value))

  /// . : / - between two word characters, and % after a digit.
  private static func isInnerSign(_ scalar: UInt32, _ speech: [UInt32], _ next: Int) -> Bool {
    switch scalar {
    case 0x25, 0x2030: true
    case 0x2E, 0x3A, 0x2F, 0x2D, 0x2C: next < speech.count && isWord(speech[next])
    default: false
    }
  }

  /// 年 before a month, 月 before a day, 时 before minutes.
  private static func isDate(_ speech: [UInt32], _ index: Int) -> Bool {
    guard index > 0, isDigit(speech[index - 1]) else { return false }
    let wanted: (UInt32, UInt32)
    switch speech[index] {
    case 0x5E74: wanted = (0x6708, 0x6708)  // 年 … 月
    case 0x6708: wanted = (0x65E5, 0x53F7)  // 月 … 日 号
    case 0x65F6: wanted = (0x5206, 0x5206)  // 时 … 分
    default: return false
    }
    var next = index + 1
    while next < speech.count, next < index + 4, isDigit(speech[next]) { next += 1 }
    return next < speech.count && next <= index + 3
      && (speech[next] == wanted.0 || speech[next] == wanted.1)
  }

  /// （…） of up to 24 scalars on one level: no marks are put inside, none before ）.
  private static func markBrackets(_ speech: [UInt32], _ fixed: inout [Bool]) {
    var open: Int?
    for index in speech.indices {
      switch speech[index] {
      case 0xFF08, 0x28, 0x3014: open = index
      case 0xFF09, 0x29, 0x3015:
        if let start = open, index - start <= 24 {
          for inner in start..<index { fixed[inner] = true }
        } else if index > 0 {
          fixed[index - 1] = true
        }
        open = nil
      default: break
      }
    }
    if let open { fixed[open] = true }
  }

  /// （2024）皖0102执异7号: a year in brackets, then up to 号 after a number.
  private static func markCaseNumbers(_ speech: [UInt32], _ fixed: inout [Bool]) {
    guard speech.count > 8 else { return }
    for close in 5..<speech.count - 2
    where speech[close] == 0xFF09 && speech[close - 5] == 0xFF08
      && speech[close - 4..<close].allSatisfy(isDigit)
    {
      let reach = close + 1..<min(close + 20, speech.count)
      guard let end = reach.first(where: { speech[$0] == 0x53F7 }), isDigit(speech[end - 1]) else { continue }
      for index in close..<end { fixed[index] = true }
    }
  }

  private static let units: Set<UInt32> = Set("年月日号时分秒元万亿块毛角个条天岁点米倍吨".unicodeScalars.map(\.value))

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
