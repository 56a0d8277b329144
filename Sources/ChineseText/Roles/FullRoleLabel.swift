/// Brings written-out labels to the canonical text.
enum FullRoleLabel {
  private static let marks = Set<Character>("：:<>《》【】[].．、")
  private static let spaceEntities = ["&nbsp;", "&nbsp"]

  /// Forms of 代理人, longest first.
  private static let agents = [
    "特别授权委托诉讼代理人", "共同委托诉讼代理人", "委托诉讼代理人", "委托代理律师", "共同代理人", "法定代理人", "诉讼代理人", "委托代理人",
    "代理律师", "委托律师", "代理人", "律师",
  ]
  /// People who are the voice of a party itself: they are labelled as the party (standard, section 1).
  private static let voices = ["法定代表人", "出庭负责人", "行政机关负责人", "负责人", "诉讼代表人"]
  private static let synonyms = [
    "陪审员": "人民陪审员", "法官": "审判员", "代理审判员": "审判员", "助理审判员": "审判员", "独任审判员": "审判员",
    "审判长兼审判员": "审判长", "助理": "法官助理", "记录人": "书记员", "代书记员": "书记员", "翻译": "翻译人员", "翻译人": "翻译人员",
    "有专门知识的人": "具有专门知识的人", "专家辅助人": "具有专门知识的人", "再审申请人": "申请人", "再审被申请人": "被申请人",
    "附民原告人": "附带民事诉讼原告人", "附带民事原告人": "附带民事诉讼原告人", "附带民事诉讼原告": "附带民事诉讼原告人",
    "附民被告人": "附带民事诉讼被告人", "附带民事诉讼被告": "附带民事诉讼被告人", "受害人": "被害人", "公诉机关": "公诉人",
  ]

  /// The label without spaces, and without marks around it: colon, angle brackets, `&nbsp`.
  static func bare(_ label: String) -> String {
    var text = label
    for entity in spaceEntities where text.contains(entity) {
      text = text.split(separator: entity).joined()
    }
    text.removeAll { $0.isWhitespace }
    let end = text.lastIndex { !marks.contains($0) }.map(text.index(after:)) ?? text.startIndex
    return plain(String(text[..<end].drop(while: marks.contains)))
  }

  /// The canonical text of a full label; labels that are no such form come back bare.
  static func canonical(_ label: String) -> String {
    let text = bare(label)
    if let known = synonyms[text] { return known }
    let (head, bracket) = splitBracket(text)
    let name = bracket.map { isRole($0) ? "" : "（\($0)）" } ?? ""
    if let known = synonyms[head] { return known + name }
    return (party(head) ?? head) + name
  }

  /// 原告二委托诉讼代理人 → 原告二代理人, 原告法定代表人 → 原告, 原告律师 → 原告代理人.
  private static func party(_ head: String) -> String? {
    for form in agents where head.hasSuffix(form) {
      return synonymOrSelf(String(head.dropLast(form.count))) + "代理人"
    }
    for form in voices where head.hasSuffix(form) && head.count > form.count {
      return synonymOrSelf(String(head.dropLast(form.count)))
    }
    return nil
  }

  private static func synonymOrSelf(_ text: String) -> String { synonyms[text] ?? text }

  /// 反诉被告, 原审原告 in brackets say who somebody was elsewhere, not what he is called.
  private static func isRole(_ text: String) -> Bool {
    if ["反诉", "原审", "一审", "二审", "再审", "本诉", "简称"].contains(where: text.hasPrefix) { return true }
    return CourtRole.allCases.contains { text == $0.rawValue }
  }

  private static func splitBracket(_ text: String) -> (head: String, bracket: String?) {
    guard let last = text.last, last == "）" || last == ")",
      let open = text.firstIndex(where: { $0 == "（" || $0 == "(" })
    else { return (text, nil) }
    let inside = text[text.index(after: open)...].dropLast()
    return inside.isEmpty ? (String(text[..<open]), nil) : (String(text[..<open]), String(inside))
  }

  /// Full-width digits and letters brought to ASCII, traditional characters simplified (審判員).
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value) || (0xFF21...0xFF5A).contains(scalar.value)
      let value = isWide ? scalar.value - 0xFEE0 : SimplifiedForms.simplified(scalar.value) ?? scalar.value
      scalars.append(UnicodeScalar(value) ?? scalar)
    }
    return String(scalars)
  }
}
