import ChineseText
import TextCore

/// Set phrases, names and titles whose numerals are no quantities; compiled for this project.
///
/// Only words that the grammar would otherwise touch need to be here: single digits before ordinary words, pairs of
/// digits and approximations stay Chinese without any list.
enum ProtectedWords {
  /// End of the protected word that has one of its numerals at `offset`; nil when there is none.
  ///
  /// The word lies inside `range`, whose start is what has been dealt with already.
  static func end(_ bytes: [UInt8], _ offset: Int, _ range: Range<Int>) -> Int? {
    guard offset + 2 < range.upperBound else { return nil }
    for word in buckets[Int(bytes[offset + 2] & 63)] {
      let start = offset - word.numeral
      guard start >= range.lowerBound, start + word.bytes.count <= range.upperBound else { continue }
      let after = start + word.bytes.count
      if UTF8Bytes.hasPrefix(bytes, start, word.bytes), !goesOn(bytes, after, range.upperBound) {
        return after
      }
    }
    return nil
  }

  /// 今年三十三岁 does not hold 年三十, nor 二百五十元 二百五: a number that goes on, or is counted, is no set phrase.
  private static func goesOn(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    guard isNumeral(bytes, offset - 3), offset < end else { return false }
    let next = NumeralScalar.code(bytes, offset, end).code
    return next != NumeralScalar.none || NumberWords.classifiers.prefix(bytes, offset, end) > 0
  }

  private struct Word: Sendable {
    let bytes: [UInt8]
    /// Offset of one of its numerals; all words are of three-byte scalars.
    let numeral: Int
  }

  private static let buckets: [[Word]] = {
    var table = [[Word]](repeating: [], count: 64)
    for text in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(text.utf8)
      for offset in stride(from: 0, to: bytes.count - 2, by: 3) where isNumeral(bytes, offset) {
        table[Int(bytes[offset + 2] & 63)].append(Word(bytes: bytes, numeral: offset))
      }
    }
    return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }()

  private static func isNumeral(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let code = NumeralScalar.code(bytes, offset, bytes.count).code
    return code != NumeralScalar.none && code != NumeralScalar.point && code != NumeralScalar.some
  }

  private static let words = """
    百分之百 百分百 正经八百 二百五 三百六十行 三百六十五行 三十六计 三十六策 三十六行 三十而立 四十不惑 五十知天命 六十花甲
    七十古来稀 五十步笑百步 五十步 年三十 大年三十 大年二十九 年二十九 年二十八 七老八十 年过半百 年过四十 年过五十
    路易十四 路易十五 路易十六 二十四节气 二十四孝 二十八宿 七十二变 七十二行 一百零八将 一百单八将 十八般武艺 十八层地狱
    女大十八变 三百两 无银三百两 四百四病 十万八千里 十万火急 十万个为什么 两万五千里 二万五千里 不怕一万 怕一万 一万个不
    退一万步 一万步说 一百个同意 一百个愿意 一百个放心 一百个不 一千个不 一千零一夜 八百里加急 八百里秦川 一百八十度大转弯
    十六字方针 二十五史 二十四史 十八大 十九大 二十大 十七大 十六大 十八罗汉 十八里店 十二生肖 十二时辰 十二月党人 十字
    十足 十全 十恶不赦 十佳 十堰 十里铺 十里堡 十年寒窗 十年树木 十年浩劫 十月革命 十月怀胎 十一期间 十一国庆 国庆十一
    十一假期 十一长假 十一黄金周 十一放假 双十一 双十二 十一前后 十三陵 十三经 十三太保 十三点 十八线 十六国 十指连心
    十里八村 十里八乡 十里长街 十目所视 十拿九稳 十室九空 十世单传 十万大山 千八百 万八千 百八十 三更半夜 二十岁出头
    五百强 世界五百强 两千年之交 八百罗汉 五百罗汉 三千弟子 三千世界 三千宠爱 弱水三千 白发三千丈 飞流直下三千尺
    八千里路云和月 三万六千个毛孔 三十年河东 三十年河西 三十六着 三十六字母 二八年华 九一八 一二九 三一五
    三一八 四一二 五二零 五卅 八一五 九一三 一二八 六一八 九九六 零零后 零零碎碎 零零星星 零零散散 零零总总
    七七八八 三三两两 千千万万 九九归一 一五一十 五零四散 五零二落 七零八落 七零八碎 零七八碎 五四三二一
    九零后 八零后 七零后 六零后 五零后 零后 八零九零 九五后 二十不惑 三十好几 四十好几 五十好几 六十好几 十里洋场 十三香 二十一条军规
    二十一世纪教育 一百一十三将 三十功名 五十肩 二十四小时便利 十滴水 十渡 十里河 百十 三百首 千字文 千百 十七八 六十甲子
    一点一滴 一点儿 三点水 廿三里 一点一点 两点水 四点底 两点一线 三点一线 三点式 半点 一点钟热度
    """
}
