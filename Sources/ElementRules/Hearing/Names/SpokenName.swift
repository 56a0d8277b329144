import ChineseText

/// Reads the name of a person or an organisation at the start of some words.
struct SpokenName: Hashable {
  let name: String
  /// What follows it.
  let rest: Substring

  /// Characters of the longest name.
  private static let longest = 40
  private static let marks = Set<Character>("，。、？！；：“”《》\n")

  /// An organisation, else a person; nil when neither stands there.
  static func read(_ text: Substring) -> SpokenName? { organisation(text) ?? person(text) }

  // MARK: Organisations

  private static let endings = [
    "公司", "厂", "店", "银行", "信用社", "合作社", "医院", "学校", "小学", "中学", "大学", "学院", "幼儿园", "委员会", "业委会", "居委会", "村委会",
    "中心", "协会", "集团", "联社", "经营部", "商行", "超市", "饭店", "酒店", "宾馆", "餐厅", "农场", "工作室", "物业", "合伙企业", "营业部",
    "事务所",
    "养殖场", "服务部", "车行", "酒楼", "商贸", "财险", "劳务",
  ]
  /// Go on with a name that could end already: 银行股份有限公司, 公司滁州中心支公司.
  private static let continuations = [
    "股份有限公司", "有限责任公司", "有限公司", "支行", "分行", "中心支公司", "支公司", "分公司", "营业部", "业主委员会", "业委会", "项目部", "管理处",
    "信用卡中心",
    "服务有限公司", "管理有限公司", "（有限合伙）", "营销服务部", "分理处",
  ]
  /// Do not stand inside a name of an organisation.
  private static let breaks = [
    "的", "与", "跟", "签", "向", "支付", "是", "在", "被告", "原告", "我", "他", "她", "你", "这", "那", "把", "要求", "代理", "了",
    "并且", "写", "转入",
    "款项", "给", "让", "说", "请", "去", "提供", "依约", "该", "解除", "判令", "名下", "业主告", "从", "没有", "有没有", "委托", "两家",
    "一名", "一家", "认可", "以后",
  ]

  /// Begin no name: 自2024年1月1日起按全国银行.
  private static let starts = Set<Character>("自从按以因据经由将依该此其每判不没如若会用曾已")
  /// Words that begin no name either: 根据公司, 立即移交物业.
  private static let startWords = [
    "根据", "提交", "假如", "立即", "通过", "使用", "移交", "同意", "请求", "关于", "以及", "连续", "先后", "后来", "现在", "当时", "平台",
    "收到", "找到",
  ]
  /// Go on after what only looks like the end of a name: 陶立新物业服务合同纠纷.
  private static let lawsuits = ["服务合同", "合同", "纠纷", "费"]

  /// Words of a kind of organisation, which name none: 被告三保险公司.
  private static let kinds: Set<String> = [
    "保险公司", "物业公司", "租赁公司", "派遣公司", "劳务公司", "担保公司", "运输公司", "租车公司", "会计师事务所", "律师事务所", "仲裁委员会", "业主委员会",
    "全国银行", "物业服务公司", "银行", "业委会", "居委会", "村委会", "个体工商户",
  ]
  /// Run a business and belong to no name: 原告开串串店.
  private static let runs = [
    "开了", "开个", "开一家", "开的", "开串", "开饭", "开小", "开网", "开面", "开理", "开超", "开早", "开火", "开药",
  ]

  private static func organisation(_ text: Substring) -> SpokenName? {
    guard let first = text.first, !starts.contains(first), !runs.contains(where: text.hasPrefix),
      !startWords.contains(where: text.hasPrefix)
    else { return nil }
    // No name goes on behind a number: 符永财8时打卡进厂.
    let words = text.prefix(longest).prefix { !marks.contains($0) && !($0.isASCII && $0.isNumber) }
    var end: Substring.Index?
    for index in words.indices {
      let head = words[...index]
      let isEnd = head.count > 3 && endings.contains(where: head.hasSuffix) && !isLawsuit(head, words)
      guard isEnd || end != nil && continuations.contains(where: head.hasSuffix) else { continue }
      if let known = end {
        let between = words[known...index]
        guard !breaks.contains(where: between.contains), continuations.contains(where: between.hasSuffix)
        else {
          continue
        }
      }
      guard !breaks.contains(where: head.contains) else { break }
      end = words.index(after: index)
    }
    guard let end, !kinds.contains(String(words[..<end])) else { return nil }
    return SpokenName(name: String(words[..<end]), rest: text[end...])
  }

  /// True for 物业 of 陶立新物业服务合同纠纷.
  private static func isLawsuit(_ head: Substring, _ words: Substring) -> Bool {
    head.hasSuffix("物业") && lawsuits.contains(where: words[head.endIndex...].hasPrefix)
  }

  // MARK: People

  /// Can follow a name of a person in the same clause.
  private static let followers = [
    "本人", "到庭", "来", "你", "您", "在", "诉", "与", "和", "跟", "的", "名下", "男", "女", "代理", "委托", "法定", "签", "借", "向",
    "还", "偿", "归",
    "支付", "承担", "驾", "开", "于", "因", "系", "是", "（", "都", "均", "已", "之", "及", "对", "从", "住", "身份", "请", "说",
    "称", "辩称", "诉称", "立即",
    "连带", "一案", "由于", "给付", "返还", "交", "民间借贷", "买卖", "离婚", "劳动", "机动车", "物业", "房屋", "租赁", "金融", "信用卡", "融资",
    "保证", "合同", "纠纷", "没", "有", "就", "也", "要", "今天", "先", "当", "被", "给", "律师",
    "负", "骑", "撞", "应负", "应承担", "应当", "变更车道", "刚才", "酒后", "无证", "经营者", "自己", "先生", "女士", "把", "提前", "未", "不",
    "提交", "申请",
  ]
  /// Characters that names seldom hold and common words do: 应当, 方便, 申请, 时间, 金额.
  private static let unlikely = Set<Character>(
    "不没是的了吗呢么什怎哪谁这那被把给还就也都请讲述举质辩答诉求据见代您你我他她付告第当该便间额用部解于息年该何款项子钱行好吧吃说过去上下里边到来人先生女士律师法定委托位两三与也负骑撞"
  )

  /// Those of them that end many names; they count as such where the name is all of its clause: 邬子谦，你说.
  private static let endingNames = Set<Character>("子生年来")
  /// Followed by 子 they are no names: 房子漏, 车子旧.
  private static let things = Set<Character>("房车屋")

  /// Family names that are far more often a word when they follow a label: 原告来工地, 被告应补偿.
  private static let unlikelySurnames = Set<Character>("来应经和干门时")

  /// What is done or who somebody is, right after a label: 原告宣读, 被告司机.
  private static let notNames = [
    "宣读", "简要", "陈述", "说明", "出示", "继续", "补充", "举证", "质证", "发问", "答辩", "司机", "车主", "谈话", "莫抢", "先说", "简单",
    "明确", "单位",
    "老板", "家属", "母亲", "父亲", "经办", "项目", "公司", "冷静", "安静", "戴好", "时任", "计算", "严重", "成年", "连带", "解除", "平时",
    "仍然", "应当", "向法", "商铺", "商户", "房东", "房主", "业主", "租客", "租户", "劳动者", "莫插", "莫说", "莫急", "利率", "安全", "时常",
    "应付", "应交", "应还", "单方", "解释", "商量", "公布", "连续", "平台", "于今年", "从今年", "于去年", "从去年",
  ]

  /// What people are called by, instead of a name: 梁老板.
  private static let titles: Set<String> = [
    "老板", "师傅", "经理", "主任", "会计", "小姐", "阿姨", "大姐", "大哥", "老师", "医生", "先生", "学生",
  ]
  /// What a side does or offers: 原告方提交, 被告方意见.
  private static let acts = [
    "提", "宣", "发", "明确", "申", "看", "有", "出", "举", "质", "陈", "补", "确", "认", "同", "主张", "坚", "表", "答", "回", "说",
    "代", "意",
    "证", "人员", "对", "在", "是", "没", "要", "需", "先", "还", "也", "不", "请", "继", "可", "认", "向", "拿", "交", "做", "准",
  ]

  private static func person(_ text: Substring) -> SpokenName? {
    let words = text.prefix(12).prefix { !marks.contains($0) }
    if let dotted = dotted(text) { return dotted }
    if let transliterated = transliterated(text, words) { return transliterated }
    let surname = Surname.length(atStartOf: words)
    guard surname > 0, !unlikelySurnames.contains(words.first ?? " ") || surname > 1,
      !notNames.contains(where: words.hasPrefix),
      words.first != "方" || surname > 1 || !acts.contains(where: words.dropFirst().hasPrefix)
    else { return nil }
    for given in [2, 1] where words.count >= surname + given {
      let name = words.prefix(surname + given)
      let rest = words.dropFirst(surname + given)
      let own = name.dropFirst(surname)
      // 逯春来 ends the clause; 付强来了 does not.
      let isWhole = rest.isEmpty && given == 2 && !(own.first == "子" && things.contains(words.first ?? " "))
      let known = isWhole ? own.filter { !endingNames.contains($0) } : String(own)
      guard own.allSatisfy(\.isLetter), !known.contains(where: unlikely.contains),
        !titles.contains(String(own)),
        rest.isEmpty || rest.first?.isNumber == true || followers.contains(where: rest.hasPrefix)
      else { continue }
      return SpokenName(name: String(name), rest: text.dropFirst(surname + given))
    }
    return nil
  }

  /// 才让卓玛
  private static func transliterated(_ text: Substring, _ words: Substring) -> SpokenName? {
    guard let length = TransliteratedName.length(words) else { return nil }
    let rest = words.dropFirst(length)
    guard rest.isEmpty || followers.contains(where: rest.hasPrefix) else { return nil }
    return SpokenName(name: String(words.prefix(length)), rest: text.dropFirst(length))
  }

  /// 叶尔肯·哈布力
  private static func dotted(_ text: Substring) -> SpokenName? {
    let words = text.prefix(longest).prefix { !marks.contains($0) && $0 != "，" }
    guard let dot = words.firstIndex(of: "·"), words.distance(from: words.startIndex, to: dot) <= 6 else {
      return nil
    }
    let tail = words[words.index(after: dot)...].prefix(6).prefix { $0.isLetter }
    guard tail.count >= 2, tail.endIndex == words.endIndex else { return nil }
    return SpokenName(name: String(words[..<tail.endIndex]), rest: text[tail.endIndex...])
  }
}
