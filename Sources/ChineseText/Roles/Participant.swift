/// Somebody who takes part in a case, by the case file.
public struct Participant: Hashable, Sendable {
  /// The role; nil when the label is not one of the standard's.
  public let role: RoleLabel?
  /// The role as written.
  public let label: String
  /// Name of the person or organisation, as written: 某公司（法定代表人欧阳炳坤）.
  public let name: String

  /// Makes a participant from the texts of a case file.
  public init(label: String, name: String) {
    role = CourtRole.parse(label: label)
    self.label = label
    self.name = name
  }

  /// The name without what stands in brackets after it.
  public var plainName: String {
    String(name.prefix { $0 != "（" && $0 != "(" })
  }

  /// The plain name, then people named in the brackets (法定代表人欧阳炳坤 → 欧阳炳坤).
  public var names: [String] {
    let inside = name.dropFirst(plainName.count).dropFirst().prefix { $0 != "）" && $0 != ")" }
    let parts = inside.split { "、，,；;".contains($0) }
    return [plainName] + parts.compactMap(Self.person)
  }

  /// True for a company, an office, an insurer …, by the word it ends in.
  public var isOrganisation: Bool { OrganisationName.isOrganisation(plainName) }

  /// What is left after a title such as 法定代表人 or 副镇长, when it is as long as a name.
  private static func person(_ part: Substring) -> String? {
    let titleEnds: Set<Character> = ["人", "长", "任", "理", "员", "：", ":", "事", "记"]
    for index in part.indices where titleEnds.contains(part[index]) {
      let rest = part[part.index(after: index)...]
      if (2...4).contains(rest.count) { return String(rest) }
    }
    return nil
  }
}

/// Tells names of organisations from names of people by how they end.
public enum OrganisationName {
  private static let endings = [
    "公司", "支行", "分行", "银行", "营业部", "信用社", "合作社", "厂", "店", "医院", "卫生院", "学校", "小学", "中学", "大学",
    "学院", "幼儿园", "政府", "委员会", "村委会", "居委会", "局", "厅", "部", "处", "所", "中心", "协会", "事务所", "集团", "人民法院",
    "检察院", "派出所", "办事处", "管理站", "站", "队", "社", "村", "小组", "基金会", "工作室", "经营部", "商行", "超市", "饭店",
    "酒店", "餐厅", "农场", "林场", "馆", "院", "会", "行", "部门", "机关", "工程部", "项目部", "合伙企业", "（有限合伙）", "户",
  ]

  /// True when the name ends like that of an organisation and is longer than a person's.
  public static func isOrganisation(_ name: String) -> Bool {
    name.unicodeScalars.count > 3 && endings.contains { name.hasSuffix($0) }
  }
}
