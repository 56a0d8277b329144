import ChineseText

/// The words around numbers that decide what a number is.
enum NumberWords {
  /// Words that take a count; 十 alone becomes 10 only before one of them.
  static let classifiers = WordList(
    """
    个 天 年 日 号 人 名 位 张 份 件 条 只 头 户 家 间 套 台 辆 次 回 遍 趟 笔 块 元 圆 万 亿 米 公里 公斤 公分 公顷 厘米 毫米 微米 纳米
    毫升 千米 千克 千瓦 克 斤 吨 亩 平方 平米 立方 升 度 岁 周岁 周 小时 分钟 秒 钟头 层 楼 栋 幢 根 支 箱 袋 包 瓶 桶 车 期 页
    句 种 类 组 项 倍 多 余 方 枚 颗 粒 本 册 幅 股 处 道 批 把 双 对 盒 桌 床 班 美元 欧元 港币 港元 英镑 日元 角钱 毛 里地 里路
    尺 寸 丈 两银 副 盆 棵 株 匹 卷 捆 筐 吋 轮 场 届 节课 门课 天天 季 点 排 列 座 艘 架 单 票 下 针 口 幢 亿元 万元 樘 扇 片 亿
    """)
  /// After 块 and a digit: the digit begins a date, a time or a count of days (五千块五月份).
  static let calendarUnits = WordList("月 号 日 年 点 时 周 天 分钟 小时 季度 期 岁 个 %")
  /// Classifiers that cannot follow a number whose last unit was left out: 一万三天 is 一万 and 三天.
  static let plainClassifiers = WordList("个 天 位 周 月 年 次 回 遍 趟 条 张 件 名 笔 份 岁 家 户 组 种 辆 台 口 项 点 号 日 层 分")
  /// After a dropped unit these do not begin a count: 三万五年息.
  static let rateWords = WordList("年利 年息 年化 月息 月利 日息 个点 分利 点左右 号还 日还 年底 月底 年初 月初 号左右 号给 号前")
  /// What makes a word with 一 before it, so that 一 is no dropped unit: 三万一定要.
  static let afterOne = WordList(
    "定 般 直 起 切 些 样 下 共 律 旦 致 向 再 同 半 边 面 点 概 时 并 毛 辈 会 次性 声"
  )
  /// Measures that even a single digit takes as a figure.
  static let measures = WordList(
    "周岁 岁 公里 千米 厘米 毫米 微米 纳米 公分 米 公斤 千克 毫克 克 毫升 平方米 平方公里 平方厘米 平米 立方米 千瓦 美元 欧元 港币 港元 英镑 日元 韩元 加元 澳元 S店")
  /// A digit before one of these is no measure.
  static let measureExceptions = WordList("米线 米粉 克拉 岁月 米黄 米饭")
  /// Things a number plate of a building hangs on.
  static let numbered = WordList("楼 院 房 铺 商铺 厂房 室 门市 病床 病房 公馆 别墅 地块 门面 棚 宿舍")
  /// After 号: this 号 is no day of the month.
  static let notDay = WordList(
    """
    楼 院 房 铺 路 线 车 厂 店 门 库 仓 棚 机 模 桌 床 台 井 桩 柜 箱 证 码 文 判决 裁定 裁决 调解 民事 刑事 行政 小区 地 段 公馆 公寓 坑 馆
    座 栋 幢 室 单元 档 摊 公司 屋 塔 别墅 商铺 厅 球 人 病 宿舍 工地 字 决 牌 技师 员 选手 嫌疑 案 批 仓 塘 池 罐 炉 泵 闸 桥 墩 隧 楼道 检材
    样 文件 公告 公证 商标 专利 账 卡 令 杆 钢 油 汽 柴 染 楼门 大院 信 窗 通知 决定 意见 复 函 认定 鉴定 报告 协议 合同 票 单 包 厢 吊 航 舱 座位 大 当事 证人 住宅
    底商 电梯 车位 档口 院子 茶 尺 码头 拖 船 集装 胡同 弄 巷 街
    """)
  /// Before a number with 号: a place or a list, so 号 is no day.
  static let addressBefore = WordList(
    """
    路 街 道 巷 弄 里 村 园 苑 区 胡同 大道 大街 小区 庄 组 座 栋 幢 楼 段 墙 编号 工号 学号 房号 车号 卡号 账号 尾号 门牌 单号 桌号 座号 代号 序号 批号 型号
    字第 字 城 府 庭 湾 镇 街坊 花园 大厦 广场 公寓 中心 坊 屯 营 堡 坡 桥 河 湖 岭 沟 台 塘 港 院 厂 号 排 队 铺 店 市场 花苑 家园 新村 单元 门 〕 ） ] )
    """)
  /// Before one digit and 号: a day is meant.
  static let dayBefore = WordList("月 到 至 从 自 在 于 每月 当月 本月 上月 下月 这月 是 那 截止 截至 截止到 和 跟")
  /// After one digit and 号: a day is meant.
  static let dayAfter = WordList(
    "早上 上午 中午 下午 晚上 凌晨 夜里 那天 那晚 当天 以前 之前 以后 之后 前 后 左右 到 至 起 开始 就 才 我 他 她 你 晚 早 还 给 的 、 ， 。 ？")
  /// After one digit and 号 or 日: nothing but a day can be meant.
  static let dayPartAfter = WordList("早上 上午 中午 下午 晚上 凌晨 夜里 早晨 当天 那天 那晚 傍晚 清晨 半夜 深夜")
  /// Before one digit and 块: a price.
  static let priceBefore = WordList("赚 挣 花 收 付 涨 降 便宜 贵 加 扣 罚 欠 给 卖 只要 才 收费 单价 补")
  /// Before a clock time.
  static let timeBefore = WordList(
    """
    上午 下午 早上 晚上 凌晨 中午 夜里 傍晚 半夜 清晨 早晨 当晚 今晚 昨晚 前晚 明晚 深夜 午后 夜间 晚间 早 晚 夜 日 号 每天 天天 当天 那天 第二天 次日
    翌日 今天 明天 昨天 后天 前天 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期天 星期日 从 自 大约在 时间是 正午 黎明 拂晓 午夜
    """)
  /// After a bare clock hour.
  static let timeAfter = WordList(
    "钟 多 许 左右 整 之前 以前 之后 以后 上班 下班 开庭 开始 出发 起床 接班 交班 收工 开门 关门 准时 才到 不到 以后 出头 半")
  /// After 点: points of an argument, no time.
  static let argument = WordList("意见 理由 要 说明 原因 问题 建议 答辩 补充 异议 请求 事实 第 我 是 ： ， 。 、 水 都 主张 内容 情况 不 分")
  /// Labels that a numeral names: they stay as they were said.
  static let labels = WordList(
    "证据 被告 原告 第三人 附件 附表 附图 上诉人 被上诉人 申请人 被申请人 图 表 被告人 证人 证据目录 情形 方案 问题 争议焦点 焦点 清单 被告方 原告方 组 合同 条")
  /// Before an article number without 第.
  static let lawBefore = WordList("法 典 规定 解释 》 条例 办法 条 款 意见 规则 细则 准则 通则 总则 分则 第 章")
  /// Before a lunar day.
  static let lunarBefore = WordList("腊月 正月 冬月 大年 农历 阴历 旧历 古历 初 除夕 闰月")
  /// After 第 N: a title, which keeps its Chinese numeral.
  static let titleAfter = WordList(
    "条 款 项 目 章 节 编 庭 法庭 审判庭 届 人民 中 建筑 工程局 军 小学 中学 医院 师 团 回合 集团 冶 航 街 大街 路 版 次 ： 、 ， 。 ； ？ 是 ）")
  /// Letters, words or marks before a digit string that is a number to be read out digit by digit.
  static let numberBefore = WordList(
    """
    尾号 号码 电话 手机 手机号 号 工号 编号 代码 账号 帐号 卡号 房 密码 座机 分机 车牌 身份证 学号 证号 单号 微信 尾数 号是 号码是 打 拨 拨打 路 街 道 巷 弄 栋 幢 座
    单元 门 楼 苑 园 小区 尾号是 电话是 代号 型号 批号 票号 字第 后四位 后三位 末四位 后四位是 数值 室 档案 价 价是 要 级 区
    """)
  /// After a digit string: it is a number plate.
  static let numberAfter = WordList("号 室 房 次 航班 车次 公路 国道 省道 的账户 的帐户 的卡 开头 结尾 的手机 的号 报警 急救 元 块 分机")
  /// Things counted in pieces that are called 块: no money.
  static let lumps = WordList(
    "砖 地 板 玻璃 表 石 电池 木 布 田 肉 糖 豆腐 蛋糕 瓷砖 地砖 模板 钢板 空地 牌 抹布 花盆 砚 电瓶 屏 显示 硬盘 土 地皮 宅基 骨 煤 组织 碑 手表 毛巾 香皂 腹肌 三合")
  /// After a number with 来: it is approximate.
  static let around = WordList(
    "个 天 块 万 亿 人 年 岁 斤 米 户 多 分 公 里 度 头 碗 吨 亩 平 张 只 次 条 件 名 元 钟 秒 步 句 家 辆 回 趟 页 瓶 箱 袋 车 套 台 间 层 月 小时 克 升 本 份 位 道 组 根 尺 方 点 下 遍 批 口 桌 斤"
  )
  /// What decimals can stand before.
  static let decimalAfter = WordList(
    """
    万 亿 倍 元 块 米 公 平 吨 斤 个 折 度 级 岁 小时 天 年 分 秒 左右 到 至 多 的 厘 毫 升 亩 克 立 千 毛 ， 。 、 ？ ； ： % 乘 加 减 除 比 和 以 吗 吧 了 呢 点 是不是 版 里 瓦 寸 版本
    """)
  /// Types of case that may stand in a spoken case number, 知 before them included.
  static let caseTypes = WordList(
    CaseTypeCode.all + CaseTypeCode.all.map { "知" + $0 } + ["民诉前调", "民辖再", "知民辖终", "非保令", "民保更", "引调", "执他"])
  /// Words before a year that begin a document number other than a case number.
  static let documentStems = WordList(
    "复 刑诉 行诉 检诉 催告 强制 字 罚 处罚 罚字 决字 发 函 监管 监处罚 仲案 仲案字 仲裁字 复决 复议 公刑 认字 认定 认 鉴字 鉴 监罚 税罚 税 城管罚 环罚 公开 告知 许可 核字 发改 政发 办发 人社 社工"
  )
}
