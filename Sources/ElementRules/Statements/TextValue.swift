/// Trims a text that is a value to the thing itself: of 证明死者有两个子女 the words after 证明, of ，苹果箱， the middle.
enum TextValue {
  /// Introduce what is said and belong to no thing.
  private static let leads = [
    "，", "、", "；", "：", "。", "证明", "证实", "而且", "并且", "但是", "可是", "因为", "由于", "也就是", "就是", "理由是", "原因是", "左右",
    "其实", "实际上", "我们是",
    "我是", "原告是", "被告是", "岗位是", "工资是", "地点在", "地址是", "是", "系", "位于", "叫做", "叫", "尾号是", "尾号为", "写的是",
    "写着", "约定",
  ]
  private static let trails: Set<Character> = ["，", "、", "；", "：", "。", "？", "！"]
  /// Characters below which a text is left as it is.
  private static let shortest = 2

  /// The words without leads, joints and marks around them; never fewer than `shortest` characters.
  static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let lead = leads.first(where: rest.hasPrefix), rest.count - lead.count >= shortest {
      rest = rest.dropFirst(lead.count)
    }
    while let last = rest.last, trails.contains(last), rest.count > shortest { rest = rest.dropLast() }
    return String(withoutCount(rest))
  }

  /// 涤棉府绸 of 涤棉府绸12600米: how many there are is another element.
  private static func withoutCount(_ text: Substring) -> Substring {
    guard let unit = text.last, units.contains(unit) else { return text }
    var rest = text.dropLast()
    while let last = rest.last, last.isNumber || last == "." || last == "两" { rest = rest.dropLast() }
    return rest.count < text.count - 1 && rest.count >= shortest ? rest : text
  }

  private static let units = Set<Character>("米吨斤台套辆只头袋箱车棵株支瓶盒件")
}
