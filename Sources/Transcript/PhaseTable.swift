import TextCore

/// Phases, their cue words and the prices of moving between them.
enum PhaseTable {
  /// Who gives a cue its full weight.
  enum CueSpeaker { case bench, party, anybody }

  /// A word that hints at a phase.
  struct Cue {
    let phase: Int
    let weight: Double
    let speaker: CueSpeaker
    let text: String
  }

  static let names = [
    "准备", "核对身份", "权利义务", "回避", "诉称", "答辩", "争议焦点", "举证质证", "发问", "辩论", "最后陈述", "调解", "宣判",
  ]
  static let rights = 2
  /// 举证质证 and 发问 take turns.
  static let alternating: Set<Int> = [7, 8]
  static let step = 1.0
  static let skip = 0.15
  static let back = 5.0
  /// More for a turn of a party.
  static let party = 1.5
  /// Share of a cue's weight when the other side says it.
  static let wrongSide = 0.2
  /// A turn that names more phases than this beside the rights is a notice.
  static let noticed = 3
  /// Points of a cue that can start a phase alone.
  static let strong = 2.0

  static let cues: [Cue] = strongCues + weakCues
  static let automaton = LiteralAutomaton(cues.map(\.text))

  private static let strongCues =
    cues(
      0, 3, .anybody,
      "法庭纪律 全体起立 大家肃静 请肃静 审判长入庭 审判员入庭 合议庭入庭 报告审判长 报告审判员 准备工作就绪 传被告人到庭 手机关机 手机关静音 手机调")
    + cues(
      1, 3, .bench,
      "核对身份 核对当事人 核对一下当事人 核对到庭 核对出庭 当事人身份 身份情况 身份信息 身份报 报一下身份 报一下你的身份 基本情况 自然情况 姓名、 出庭人员 出庭情况 什么时候逮捕 刑事处罚 起诉书副本"
    )
    + cues(2, 3, .bench, "权利义务 权利和义务 诉讼权利 权利与义务 告知书")
    + cues(3, 3, .bench, "申请回避 是否回避 回避吗 回避的权利 回避申请 申不申请")
    + cues(3, 1.5, .party, "不申请 申请回避")
    + cues(
      4, 3, .bench,
      "诉讼请求 起诉状 诉状 陈述诉请 讲诉请 法庭调查 事实和理由 事实与理由 事实理由 上诉请求 上诉理由 起诉书 请求和理由 申请事项 诉请")
    + cues(4, 2, .party, "诉讼请求 请求判令 判令 事实与理由 事实和理由 上诉请求 本院审查查明 经依法审查查明 向贵院")
    + cues(
      5, 3, .bench,
      "被告答辩 答辩。 答辩， 答辩吧 答辩意见 进行答辩 发表答辩 你答辩 由被告 指控的犯罪事实 指控的事实 指控的是不是 人答辩 一答辩 有没有异议，被告人 答辩一下 答一下辩")
    + cues(5, 2, .party, "答辩如下 答辩意见 不同意原告的 我认罪 不认可原告的诉讼请求 驳回原告")
    + cues(6, 3, .bench, "争议焦点 归纳焦点 焦点是 焦点有 焦点归纳 焦点为")
    + cues(
      7, 3, .bench, "举证质证 进行举证 开始举证 原告举证 被告举证 现在举证 举证。 举证， 出示证据 提交证据 质证。 质证， 质证？ 质证一下 质证意见 新证据 宣读证据")
    + cues(7, 2, .party, "证据一 第一组证据 第一份证据 第一个证据 出示证据 真实性 三性 关联性 质证意见")
    + cues(
      8, 2.5, .bench,
      "法庭询问 进行发问 可以发问 开始发问 要发问 问几个 有没有问题要问 互相发问 向证人 证人到庭 请证人 证人出庭 传证人 证人入庭 保证书 进行讯问 先讯问 讯问 我问一下 我问你 问一下 再问 向鉴定人 鉴定人出庭"
    )
    + cues(
      9, 3, .bench, "法庭辩论 辩论意见 进行辩论 下面辩论 开始辩论 辩论， 辩论。 公诉意见 辩护意见 第二轮辩论 辩论阶段 互相辩论")
    + cues(9, 2, .party, "公诉意见 辩护意见 辩论意见 代理意见")
    + cues(10, 3.5, .bench, "最后陈述 最后意见 最后还有什么 最后说一句 最后说几句 最后发表 最后再说")
    + cues(10, 2, .party, "坚持诉讼请求 坚持诉请 坚持答辩意见 请求法庭从轻")
    + cues(
      11, 3, .bench, "愿意调解 同意调解 愿不愿意调解 愿意不愿意调解 能不能调解 是否调解 调解意见 主持调解 进行调解 调解方案 接受调解 能否调解 调解吗 调解的余地 和解")
    + cues(
      12, 3.5, .bench, "宣判 判决如下 休庭 闭庭 择期 另行宣判 合议庭评议 评议后 看笔录 笔录签字 核对笔录 笔录看一下 阅读笔录 定期宣判")

  private static let weakCues =
    cues(0, 1, .bench, "现在开庭 我们开庭 公开开庭 公开审理 适用简易程序 独任审判 独任审理 组成合议庭")
    + cues(1, 0.7, .party, "身份证 住址 出生 律师事务所 特别授权 一般授权 法定代表人 委托诉讼代理人 委托代理人")
    + cues(3, 0.5, .bench, "回避")
    + cues(7, 0.6, .anybody, "证据 原件 复印件 收据 转账记录 鉴定意见 证明目的")
    + cues(8, 0.5, .bench, "为什么 多少 什么时候 怎么 哪一天 有没有 几")
    + cues(9, 0.6, .party, "综上 法律规定 第一款 请求法院 请法庭 民法典 司法解释")
    + cues(11, 1, .anybody, "调解 分期 一次性 让步 各让一步")

  private static func cues(_ phase: Int, _ weight: Double, _ speaker: CueSpeaker, _ texts: String) -> [Cue] {
    texts.split(separator: " ").map { Cue(phase: phase, weight: weight, speaker: speaker, text: String($0)) }
  }
}
