import ChineseText
import TextCore

/// Reads one name beside a cue: family name, one or two characters, boundary.
enum NameCandidate {
  /// Words between cue and name.
  private static let links = ["（", "(", "：", ":", " ", "是", "叫", "为", "系"].map { Array($0.utf8) }
  /// Characters after a name where one is expected (我叫X和), and after any (原告X诉, 审判员X独任, 代理人X律师).
  private static let followers = values("与和及跟同男女到进说系由随")
  private static let sureFollowers = values("诉独担律")
  /// What follows the last party of an opening sentence: the cause of action, or 一案.
  private static let causes = [
    "一案", "民间", "买卖", "离婚", "机动车", "劳动", "房屋", "借款", "金融", "信用卡", "物业", "租赁", "建设", "合同", "侵权", "健康", "生命",
    "医疗", "继承",
    "法定继承", "抚养", "赡养", "保证", "追偿", "不当", "名誉", "提供", "所有权", "分家", "盗窃", "故意", "诈骗", "危险", "涉嫌", "交通", "相邻",
    "装饰", "承揽",
    "变更", "同居", "婚约", "农村", "土地", "产品", "网络", "排除", "返还", "案外人", "执行",
  ].map { Array($0.utf8) }
  /// Family names that are common words too: after a role they count only in brackets or before 诉.
  private static let wordlike = values(
    "于和向时经曾应都全方单任莫谈查付闭谢修钱辛白海皮康常安能解计从通连关申成包温高明车路水万千年国平满强强盛盖元初祖来容信但展相利印布干花海帅支尚边步须仍另权相尽党公诺代别便要对有在以能已所其它自本因该如我你他她这那是主农商平阴阳"
  )

  private static func values(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

  /// The name after a cue that ends at `start`; how much proof it needs depends on the cue.
  static func read(_ bytes: [UInt8], after start: Int, _ cue: NameFinder.Cue) -> String? {
    let isNaming = cue == .naming || cue == .child
    var index = start
    var isBracketed = false
    if let link = links.firstIndex(where: { UTF8Bytes.hasPrefix(bytes, start, $0) }) {
      isBracketed = link < 2
      index += links[link].count
    }
    let scalars = han(bytes, index)
    let surname = surnameLength(scalars)
    guard surname > 0 else { return nil }
    for length in [surname + 2, surname + 1] where scalars.count >= length {
      let name = Array(scalars[0..<length])
      let after = scalars.count > length ? scalars[length] : boundaryMark(bytes, index + 3 * length)
      let end = index + 3 * length
      let isParty = !wordlike.contains(name[0]) && causes.contains { UTF8Bytes.hasPrefix(bytes, end, $0) }
      if isParty, isPlausible(name, isBracketed) {
        return text(name)
      }
      guard let after, isBoundary(after, name, isNaming: isNaming || isBracketed),
        isPlausible(name, isBracketed)
      else {
        continue
      }
      let isSure = isNaming || isBracketed || sureFollowers.contains(after)
      if !isSure, (name.count < 3 && cue != .office) || wordlike.contains(name[0]) { continue }
      return text(name)
    }
    return nil
  }

  /// The name that ends at `end` (before ，男，) and starts after a mark, a cue or a line end.
  static func read(_ bytes: [UInt8], before end: Int) -> String? {
    var scalars: [UInt32] = []
    var index = end
    while scalars.count < 6, let scalar = UTF8Bytes.scalar(bytes, before: index),
      CharacterForms.isHan(scalar.value)
    {
      scalars.insert(scalar.value, at: 0)
      index -= scalar.length
    }
    for length in [3, 2, 4] where scalars.count >= length {
      let name = Array(scalars.suffix(length))
      let isFree = scalars.count == length || leaders.contains(scalars[scalars.count - length - 1])
      let surname = surnameLength(name)
      if isFree, surname > 0, (1...2).contains(length - surname), isPlausible(name, false) {
        return text(name)
      }
    }
    return nil
  }

  /// Characters before a name: 我是X, 我叫X, 原告X, 被告人X.
  private static let leaders = values("是叫为告人员")

  private static func han(_ bytes: [UInt8], _ start: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    var index = start
    while scalars.count < 6, index < bytes.count {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      guard length == 3, CharacterForms.isHan(scalar) else { break }
      scalars.append(scalar)
      index += length
    }
    return scalars
  }

  private static func surnameLength(_ scalars: [UInt32]) -> Int {
    if scalars.count > 2, Surname.isDouble(scalars[0], scalars[1]) { return 2 }
    return scalars.first.map(Surname.isSingle) == true ? 1 : 0
  }

  /// The mark at `index` when the Han run ends there: a stop, bracket, quote or the end of the text (as a line feed).
  private static func boundaryMark(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index < bytes.count else { return 0x0A }
    let scalar = UTF8Bytes.scalar(bytes, index).value
    return CharacterForms.isHan(scalar) ? nil : scalar
  }

  /// A name ends before a mark, or before 诉 与 律师 男 …; the last character of a long one must not be such a word.
  private static func isBoundary(_ scalar: UInt32, _ name: [UInt32], isNaming: Bool) -> Bool {
    if sureFollowers.contains(scalar) || !CharacterForms.isHan(scalar) { return true }
    return isNaming && followers.contains(scalar) && !followers.contains(name[name.count - 1])
  }

  private static func isPlausible(_ name: [UInt32], _ isBracketed: Bool) -> Bool {
    if name.contains(0x67D0) || name.dropFirst().contains(where: { Self.never.contains($0) }) { return false }
    if titles.contains(where: { name.suffix($0.count).elementsEqual($0) }) { return false }
    return isBracketed || !OrdinaryWords.contains(text(Array(name.prefix(2))))
  }

  /// 刘老板, 汪工: family name and title, which publication may keep.
  private static let titles = [
    "板", "阿姨", "师傅", "经理", "主任", "医生", "老师", "先生", "女士", "小姐", "大爷", "警官", "法医", "主管", "区长", "法务", "律师", "总",
    "工", "某",
    "局", "处", "科", "哥", "姐", "叔", "婶", "嫂", "姨", "爷", "奶", "队", "院", "庭", "所", "厂", "氏", "家", "书记", "会计",
  ].map { $0.unicodeScalars.map(\.value) }

  /// Characters that no given name holds.
  private static let never = values("的了吗呢吧是我你他她们这那不没有在把被给就都也还要会能可么什谁哪怎几多少去来说讲问钱款元诉告及与或但因所为儿到第坐板姨")

  private static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(UnicodeScalar.init)))
  }
}
