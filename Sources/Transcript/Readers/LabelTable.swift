/// Words that make up labels of speakers (Civil Procedure Law arts. 61, 140–150; Criminal Procedure Law art. 108;
/// clerks' shorthand as in the transcript standard, section 1), as bytes, longest first.
enum LabelTable {
  static let fullBases = words(
    """
    审判长 审判员 人民陪审员 陪审员 法官助理 书记员 审判人员 主审法官 承办法官 执行法官 执行员 法官 合议庭 法警 司法警察
    原告 被告 第三人 上诉人 被上诉人 申请人 被申请人 再审申请人 申请执行人 被执行人 案外人 异议人 利害关系人
    原审原告 原审被告 原审第三人 反诉原告 反诉被告 本诉原告 本诉被告 附带民事诉讼原告人 附带民事诉讼被告人
    公诉人 公诉员 检察员 检察官 检察官助理 被告人 辩护人 被害人 自诉人 证人 鉴定人 勘验人 翻译人员 翻译 侦查人员
    具有专门知识的人 有专门知识的人 专家辅助人 诉讼代表人 诉讼代理人 法定代理人 法定代表人 监护人 调解员 特邀调解员
    旁白 全体 众人
    """)
  static let bases =
    (fullBases
    + words(
      "审长 审 长 法 陪 人陪 陪审 法助 助 书 记 原 被 三 上 上诉 被上 被上诉 申 申请 被申 被申请 附原 附被 附民原 附民被 证 鉴 鉴定 译 翻 专 专家 公 公诉 检 辩 辩护 被害 害 众 旁"
    )).sorted {
      $0.count > $1.count
    }
  /// The bases by `key` of their first character, longest first.
  static let basesByKey: [[[UInt8]]] = (0..<256).map { wanted in
    bases.filter { key($0[1], $0[2]) == wanted }
  }

  /// From the second and third byte of a character; the first bytes are nearly all alike.
  static func key(_ second: UInt8, _ third: UInt8) -> Int { Int(second &* 7 &+ third) }

  static let suffixes = words(
    """
    委托诉讼代理人 委托代理人 诉讼代理人 法定代理人 法定代表人 诉讼代表人 负责人 代理律师 代理人 委托人 律师 委托 委代 法代 代表 代理 代 律 委 方
    单位 辩护人 辩护律师 助理 近亲属 家属
    """)
  static let ordinals = words("一 二 三 四 五 六 七 八 九 十 甲 乙 丙 丁 １ ２ ３ ４ ５ ６ ７ ８ ９ ０")
  static let ordinalMark = Array("第".utf8)
  static let offices = words("员 官 师 长")
  static let brackets: [([UInt8], [UInt8])] = [("（", "）"), ("(", ")")].map {
    (Array($0.utf8), Array($1.utf8))
  }
  /// First words that make a line speech or a heading rather than a label.
  static let deniedStarts = words(
    """
    我 你 您 他 她 它 咱 俺 这 那 其 本 贵 第 证据 事实 理由 诉讼 请求 答辩 争议 焦点 综上 附 注 备注 问 答 一 二 三 四 五 六 七 八 九 十
    0 1 2 3 4 5 6 7 8 9 （ ( 时间 地点 案号 案由 案件 借款 出借 收款 付款 担保 保证 承租 出租 买受 出卖 户名 账号 开户 金额 合计 共计
    法律 依据 根据 如下 例如 比如 另 但 而 因为 所以 如果 首先 其次 最后 判决 裁定 结论 日期 电话 住址 身份 姓名 性别
    """)
  /// Words that no label holds: verbs of saying, particles.
  static let deniedInside = words("说 问 讲 称 道 喊 答 是 的 了 着 过 不 有 没 在 为 如 写 认 请 吗 呢 吧 啊 “ ” 《 》 . /")

  private static func words(_ list: String) -> [[UInt8]] {
    list.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }
}
