import ChineseText
import TextCore

/// Reads one name beside a cue: family name, one or two characters, boundary.
enum NameCandidate {
  /// Words between cue and name.
  private static let links = ["：", ":", "（", "(", " ", "是", "叫", "为", "系"]
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
  /// Second characters that never follow a family name in a name, but often follow one in a word.
  private static let words: Set<String> = [
    "公职", "明白", "白纸", "全名", "陈述", "谢谢", "辛苦", "方面", "申请", "应当", "应该", "单位", "经理", "经济", "全部", "高利", "高中",
    "和解",
    "时间", "安排", "解释", "解除", "任何", "常年",
    "关于",
    "包括", "承认", "路上", "项目", "明确", "明知", "万元", "成年", "商量", "商业", "司法", "公司", "温州", "金额", "金融", "金钱", "白天",
    "白条",
    "黄金", "石料", "林业", "林地", "水电", "水费", "车辆", "车主", "车上", "曲解", "文化", "古某", "余款", "余额", "庄稼", "宫外", "米面",
    "房屋",
    "房东", "房子", "房产", "房款", "房租", "牛肉", "牛奶", "花钱", "田地", "支付", "支取", "汽车", "江苏", "江西", "湖南", "安徽", "宁夏",
    "甘肃",
    "贺卡", "计算", "计划", "强调", "强制", "强行", "全责", "全额", "全程", "温和", "平时", "平均", "平等", "年龄", "年纪", "年底", "幸好",
    "水泥",
    "尚未", "尚欠", "连续", "连带", "连夜", "终止", "于是", "向来", "向东", "从来", "曾经", "管理", "管辖", "管道", "党员", "农民", "农村",
    "柴油",
    "巫山", "武汉", "毛利", "毛病", "毛坯", "国家", "国有", "国庆", "伊利", "伤者", "元月", "元旦", "元宝", "成立", "成都", "成本", "成功",
    "程度", "程序",
    "苏州", "苏北", "代理", "代表", "代为", "信用", "信息", "信任", "相信", "利息", "利用", "权利", "权益", "权限", "相关", "相应", "相邻",
    "初次", "初中",
    "初期", "海南", "海关", "海鲜", "路口", "路面", "路过", "施工", "施救", "蓝色", "雷管", "雷同", "白色", "黄色", "鲁班", "宋体", "平安",
    "平台", "宁可", "宁愿",
    "宗教", "时候", "时任", "时常", "明年", "明天", "明显", "明细", "易燃", "易货", "谈判", "谈话", "简易", "简单", "纪律", "纪要", "申诉",
    "申报", "左右", "左转",
    "左侧", "左边", "左手", "右边", "席位", "危险", "危房", "顾客", "顾问", "顾虑", "孟加", "万一", "莫非", "莫名", "贾汪", "郎中", "祖父",
    "祖母", "祖坟", "祝福",
    "鲍鱼", "麻将", "麻烦", "麻醉", "强迫", "盛大", "习惯", "习俗", "查明", "查看", "查封", "查询", "查账", "厂长", "章程", "游客", "游泳",
    "阳台", "阳光", "边上",
    "边界", "步行", "步骤", "班长", "班组", "班主", "班车", "暴力", "仇人", "丁字", "能力", "能够", "卫生", "卫浴", "储蓄", "盘点", "盘货",
    "应聘", "应诉", "方某",
    "方便", "方案", "方式", "方法", "方向", "任职", "任务", "任性", "任意", "安全", "安装", "安静", "安置", "安心", "安顿", "和好", "和睦",
    "和平", "和气", "高兴", "高血",
    "高速", "高温", "高烧", "温度", "经营", "经过", "经常", "经办", "包工", "包庇", "包装", "包装", "成绩", "关系", "关心", "关联", "通知",
    "通话", "通过", "通常", "通情",
    "单独", "单方", "单据", "单价", "解决", "常州", "常德", "常务", "江南", "石油", "石家", "金华", "白银", "全家", "全体", "全款", "全权",
    "全职", "全然", "都是", "都有",
    "贵司", "贵院", "贵方", "焦虑", "喻示", "水平", "水果", "鲜明", "商场", "商铺", "商城", "商品", "官司", "官方", "官网", "门口", "门卫",
    "门面", "门店", "云南", "闻讯",
    "相信", "相反", "宣布", "宣读", "宣判", "索要", "索赔", "车队", "车费", "车款", "车祸", "车速", "钱款", "钱包", "钱多", "钱少", "柜台",
    "凌晨", "阴天", "冷静", "冷冻", "宿舍",
    "童装", "童年", "干活", "干净", "干部", "干预", "干扰", "展示", "展开", "居民", "居住", "居间", "居委", "别人", "别墅", "别的", "来源",
    "来往", "来自", "来电", "来料", "支持",
    "支出", "支撑", "支行", "海上", "路段", "邮政", "邮寄", "邮箱", "游戏", "游玩", "殷实", "景区", "景点", "束手", "漆黑", "盖章", "盖房",
    "盖的", "盖楼", "庞大", "寇某", "红包",
    "植物", "幸福", "幸亏", "富裕", "但是", "但凡", "奉献", "衣服", "衣物", "印象", "印章", "印制", "布料", "布置", "花费", "况且", "利润",
    "利率", "玉石", "玉米", "银行", "银子",
    "公司", "公安", "公证", "公章", "公开", "公共", "公民", "公务", "公婆", "公公", "公正", "公平", "公认", "慕名", "危重", "战友", "桂林",
    "楼上", "楼下", "楼道", "楼盘", "楼顶",
    "强奸", "屈辱", "水利", "水管", "水沟", "水库", "水产", "水井", "水源", "米粉", "牟利", "牟取", "喜欢", "师傅",
  ]

  private static func values(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

  /// The name after a cue that ends at `start`; how much proof it needs depends on the cue.
  static func read(_ bytes: [UInt8], after start: Int, _ cue: NameFinder.Cue) -> String? {
    let isNaming = cue == .naming || cue == .child
    var index = start
    var isBracketed = false
    for word in links where UTF8Bytes.hasPrefix(bytes, index, Array(word.utf8)) {
      isBracketed = word == "（" || word == "("
      index += word.utf8.count
      break
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
    return isBracketed || !words.contains(text(Array(name.prefix(2))))
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
