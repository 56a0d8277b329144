/// A calculation that a clerk can check by hand: every step with its article, and what it comes to.
public struct Calculation: Sendable, Hashable {
  /// What kind of calculation.
  public let kind: CalculationKind
  /// The inputs as given, in order.
  public let inputs: [CalculationInputs.Entry]
  /// The steps in order.
  public let steps: [String]
  /// What it comes to; empty when it was refused.
  public let results: [Result]
  /// Why nothing was computed: an input is missing, or the rule does not apply.
  public let refusal: String?

  /// One figure of the result; a statement without figure has an empty name.
  public struct Result: Sendable, Hashable {
    /// What it is: 利息, 赔偿金.
    public let name: String
    /// The value: `628.49元`, `2024-03-11`, `未过`.
    public let value: String
  }
}

/// The calculations, by the name that commands and rule bases use.
public enum CalculationKind: String, Sendable, CaseIterable {
  /// Interest of private lending and its cap.
  case lendingInterest = "lending-interest"
  /// Interest after the due date.
  case overdueInterest = "overdue-interest"
  /// 经济补偿, 赔偿金, 代通知金.
  case laborCompensation = "labor-compensation"
  /// Second wage without a written contract.
  case laborDoubleWage = "labor-double-wage"
  /// Overtime pay.
  case laborOvertime = "labor-overtime"
  /// Items of damage of a traffic accident.
  case trafficItems = "traffic-items"
  /// Who pays what after a traffic accident.
  case trafficOrder = "traffic-order"
  /// Limitation of actions.
  case limitation = "limitation"

  /// What lawyers call it.
  public var title: String {
    switch self {
    case .lendingInterest: "民间借贷利息"
    case .overdueInterest: "逾期利息"
    case .laborCompensation: "经济补偿和赔偿金"
    case .laborDoubleWage: "未订书面合同的二倍工资"
    case .laborOvertime: "加班费"
    case .trafficItems: "交通事故损失项目"
    case .trafficOrder: "交通事故赔偿顺序"
    case .limitation: "诉讼时效"
    }
  }

  /// The names of its inputs.
  public var inputNames: [String] {
    switch self {
    case .lendingInterest: ["本金", "预扣", "成立", "约定", "双方", "起算", "止", "受理", "起诉", "请求原标准", "还款", "出借人"]
    case .overdueInterest: ["类型", "本金", "到期", "止", "成立", "借期利率", "逾期利率", "违约金", "加计"]
    case .laborCompensation: ["性质", "入职", "离职", "月工资", "上年度职工月平均工资", "最低工资", "上月工资"]
    case .laborDoubleWage: ["入职", "月工资", "签订", "截止", "余日工作日"]
    case .laborOvertime: ["月工资", "延时小时", "休息日小时", "休息日天", "补休小时", "补休天", "法定节日小时", "法定节日天", "已付"]
    case .trafficItems:
      [
        "项目", "票据", "天数", "日标准", "人数", "年龄", "收入标准", "系数", "月平均工资", "被扶养人年龄", "消费支出标准", "扶养人数",
      ]
    case .trafficOrder:
      [
        "事故日", "责任比例", "机动车一方", "交强险", "医疗类", "伤残类", "精神损害", "精神优先", "财产类", "商业险限额", "免赔金额", "鉴定费",
        "保险公司已付", "被告垫付",
      ]
    case .limitation: ["起算", "起诉", "中断", "中止", "受损"]
    }
  }
}
