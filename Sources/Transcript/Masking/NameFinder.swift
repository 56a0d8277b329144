import ChineseText
import TextCore

/// Finds people where a transcript introduces them: 我叫X, 原告X诉, 委托代理人X, 被告（X）, X，男，.
///
/// Only full names that start with a family name and end at a boundary count; a doubtful one is left out.
enum NameFinder {
  /// How sure a cue makes a name.
  enum Cue {
    /// A name must follow: 我叫, 委托代理人.
    case naming
    /// A name may follow: 原告, 我是.
    case role
    /// A name usually follows: 委托诉讼代理人, 书记员.
    case office
    /// A child's name may follow.
    case child
  }

  private static let naming = [
    "我叫", "名叫", "全名叫", "本名", "取名", "起名叫", "孩子叫", "儿子叫", "女儿叫", "孙子叫", "外孙叫",
  ]
  private static let roles = [
    "姓名", "代理人", "负责人", "审判长", "审判员", "鉴定人", "翻译人员", "被告人", "被害人", "死者", "上诉人", "被上诉人", "原告", "被告", "第三人",
    "原告一",
    "原告二", "被告一", "被告二", "被告三", "被告四", "证人", "申请人", "被申请人", "我是", "借款人", "出借人", "保证人", "担保人", "驾驶员", "司机",
    "丈夫",
    "妻子", "父亲", "母亲",
  ]
  private static let offices = [
    "委托诉讼代理人", "委托代理人", "诉讼代理人", "法定代理人", "法定代表人", "人民陪审员", "陪审员", "书记员", "法官助理", "公诉人", "检察员", "辩护人",
  ]
  private static let children = [
    "婚生子", "婚生女", "婚生女儿", "婚生儿子", "儿子", "女儿", "长子", "长女", "次子", "次女", "养子", "养女",
  ]
  private static let cues: [(word: String, cue: Cue)] =
    naming.map { ($0, .naming) } + roles.map { ($0, .role) } + offices.map { ($0, .office) }
    + children.map { ($0, .child) }
  private static let automaton = LiteralAutomaton(cues.map(\.word))
  private static let sexes = LiteralAutomaton(["，男，", "，女，", ",男,", ",女,"])

  /// Names in order of first introduction.
  static func names(in bytes: [UInt8]) -> [String] {
    var found: [(place: Int, name: String)] = []
    for match in automaton.matches(in: bytes) {
      let cue = cues[match.pattern].cue
      guard let name = NameCandidate.read(bytes, after: match.end, cue) else { continue }
      found.append((match.end, name))
    }
    for match in sexes.matches(in: bytes) {
      if let name = NameCandidate.read(bytes, before: match.start) { found.append((match.start, name)) }
    }
    var seen: Set<String> = []
    return found.sorted { $0.place < $1.place }.map(\.name).filter { seen.insert($0).inserted }
  }
}
