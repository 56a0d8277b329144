import TextCore

/// What a gateway or an officer reports about an attempt.
public enum ReceiptState: String, Coded {
  /// 网关已受理.
  case accepted
  /// 已发出、已寄出.
  case sent
  /// 已到达受送达人的系统（法院系统显示发送成功）.
  case arrived
  /// 系统反馈已阅.
  case read
  /// 受送达人回复已收悉.
  case replied
  /// 受送达人已作出相应诉讼行为.
  case acted
  /// 暂时失败.
  case failed
  /// 永久失败.
  case bounced
  /// 签收.
  case signed
  /// 拒收.
  case refused
  /// 退回.
  case returned
  /// 未能送到：无人、地址不详.
  case absent
  /// 已留置.
  case left
  /// 送达人当场记明情况.
  case noted
  /// 已张贴或者刊登公告.
  case published
  /// 已宣判.
  case pronounced
  /// 指定领取期间届满未领取.
  case expired
  /// 以简便方式送达，受送达人确认收到.
  case confirmed
  /// 有证据认定已经送达（涉外邮寄满三个月）.
  case established
  /// 受送达人证明的到达日期.
  case arrivalProved
  /// 受送达人的反证成立.
  case rebutted

  /// The Chinese name.
  public var title: String { Self.names[self]?.0 ?? rawValue }
  /// Other names.
  public var aliases: [String] { Self.names[self]?.1 ?? [] }

  private static let names: [ReceiptState: (String, [String])] = [
    .accepted: ("已受理", ["待发送", "已接收"]), .sent: ("已发出", ["发送中", "已寄出", "投递中", "送达中"]),
    .arrived: ("发送成功", ["已到达", "到达", "delivered", "DELIVRD"]), .read: ("已阅", ["已访问", "已阅知", "已读"]),
    .replied: ("回复收悉", ["已收悉", "已回复"]), .acted: ("已作出诉讼行为", ["已应诉"]),
    .failed: ("暂时失败", ["关机", "正忙", "未接通", "呼叫受限"]), .bounced: ("永久失败", ["发送失败", "空号", "停机", "地址不存在"]),
    .signed: ("签收", ["妥投", "本人签收", "已签收", "已领取", "已送达"]), .refused: ("拒收", ["拒签"]),
    .returned: ("退回", ["已退回", "退件"]), .absent: ("未能送到", ["无人", "失败", "未领取"]), .left: ("已留置", ["留置"]),
    .noted: ("记明情况", ["当场记明"]), .published: ("已公告", ["已张贴", "已刊登", "公告"]), .pronounced: ("已宣判", []),
    .expired: ("期满未领取", []), .confirmed: ("确认收到", ["已确认"]), .established: ("认定已送达", []),
    .arrivalProved: ("证明到达", []), .rebutted: ("反证成立", ["推翻"]),
  ]
}

/// Who signed or refused, why something came back, how a lien was proved.
public enum ReceiptDetail: String, Coded {
  /// Nothing told.
  case none
  /// 本人.
  case recipient
  /// 同住成年家属.
  case family
  /// 法定代表人、主要负责人.
  case representative
  /// 办公室、收发室、值班室等负责收件的人.
  case receiver
  /// 诉讼代理人.
  case agent
  /// 指定代收人.
  case designated
  /// 法定代理人.
  case guardian
  /// 同一案件的对方当事人.
  case opponent
  /// 他人.
  case stranger
  /// 拒收退回.
  case refusal
  /// 地址不准确.
  case wrongAddress
  /// 地址变更、迁移.
  case moved
  /// 多次投递无人.
  case nobody
  /// 内容与回执不一致 (专递规定 十).
  case mismatch
  /// 见证人.
  case witness
  /// 邀请的见证人不愿到场 (简易规定 十一).
  case witnessRefused
  /// 拍照、录像.
  case recording
  /// 拒绝签收、签署.
  case refusesToSign
  /// 无正当理由未到庭.
  case truant

  /// The Chinese name.
  public var title: String { Self.names[self]?.0 ?? rawValue }
  /// Other names.
  public var aliases: [String] { Self.names[self]?.1 ?? [] }

  private static let names: [ReceiptDetail: (String, [String])] = [
    .none: ("未说明", [""]), .recipient: ("本人", ["本人签收"]), .family: ("同住成年家属", ["家属", "家人", "成年家属", "家人签字"]),
    .representative: ("法定代表人或者主要负责人", ["法定代表人", "负责人", "主要负责人"]),
    .receiver: ("负责收件的人", ["收发室", "值班室", "办公室", "公司签收"]),
    .agent: ("诉讼代理人", ["代理人", "律师", "代理律师"]), .designated: ("指定代收人", ["代收人"]), .guardian: ("法定代理人", ["监护人"]),
    .opponent: ("对方当事人", []), .stranger: ("他人", ["他人代收", "物业", "非本人"]), .refusal: ("拒收", ["拒签"]),
    .wrongAddress: ("地址不准确", ["地址不详", "查无此人", "地址错误"]), .moved: ("地址变更", ["迁移", "已搬迁", "搬迁"]),
    .nobody: ("多次投递无人", ["无人接收", "逾期未领", "无人"]), .mismatch: ("内容与回执不一致", []), .witness: ("有见证人", ["见证人"]),
    .witnessRefused: ("见证人不愿到场", []), .recording: ("拍照录像", ["录像", "拍照", "录像拍照"]),
    .refusesToSign: ("拒绝签收", ["拒绝签署"]),
    .truant: ("未到庭", ["无正当理由未到庭"]),
  ]
}

/// One report about one attempt. Attempts hold a set of them: order and repetition change nothing.
public struct Receipt: Hashable, Sendable, Comparable {
  /// When it happened, by the reporter.
  public let time: Moment
  /// What happened.
  public let state: ReceiptState
  /// Who, why, how.
  public let detail: ReceiptDetail
  /// Tells equal reports from different ones: 64 bits of a hash over all of the report, its own id included.
  public let digest: UInt64

  /// Makes a receipt.
  public init(_ state: ReceiptState, at time: Moment, detail: ReceiptDetail = .none, digest: UInt64 = 0) {
    self.state = state
    self.time = time
    self.detail = detail
    self.digest = digest
  }

  /// By time, then by content, so that a sorted list is the same whatever order the reports came in.
  public static func < (a: Receipt, b: Receipt) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.state != b.state { return a.state.rawValue < b.state.rawValue }
    if a.detail != b.detail { return a.detail.rawValue < b.detail.rawValue }
    return a.digest < b.digest
  }
}
