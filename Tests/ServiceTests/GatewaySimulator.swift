import TextCore

import Service

/// A seeded source of chance (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Gateways and officers that never existed: reads batch files and reports with delays, losses, duplicates, disorder and
/// contradictions.
struct GatewaySimulator {
  var generator: SeededGenerator
  /// Share of permanent failures, of each hundred.
  var bounces = 20
  /// Share of reports that come twice.
  var duplicates = 5
  /// Share of attempts that are never heard of again.
  var losses = 1
  /// Share of attempts with reports that exclude each other.
  var contradictions = 1
  /// Keys seen so far.
  private(set) var keys: Set<String> = []
  private(set) var repeatedKeys: [String] = []

  init(seed: UInt64) { generator = SeededGenerator(seed) }

  /// The true reports about a batch file, in order.
  mutating func reports(_ file: [UInt8], at time: Moment) throws -> [ReceiptReport] {
    var reports: [ReceiptReport] = []
    var channel = Channel.direct
    for line in file.split(separator: 0x0A) {
      let node = try JSONNode.parse(Array(line))
      if let code = node["channel"]?.string { channel = Channel(rawValue: code) ?? channel }
      for item in node["items"]?.array ?? [] {
        guard let key = item["key"]?.string else { continue }
        if !keys.insert(key).inserted { repeatedKeys.append(key) }
        reports += outcome(key, channel, time)
      }
    }
    return reports
  }

  /// The same reports as an unreliable network hands them over.
  mutating func disturbed(_ reports: [ReceiptReport]) -> [ReceiptReport] {
    var all = reports
    for report in reports where chance(duplicates) { all.append(report) }
    return all.shuffled(using: &generator)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func outcome(_ key: String, _ channel: Channel, _ time: Moment) -> [ReceiptReport] {
    func report(_ state: ReceiptState, _ seconds: Int, _ detail: ReceiptDetail = .none) -> ReceiptReport {
      ReceiptReport(
        key: key, state, at: time.adding(seconds: seconds), detail: detail, reference: "g\(seconds)")
    }
    if chance(losses) { return [] }
    let delay = Int.random(in: 10..<4000, using: &generator)
    let fails = chance(bounces)
    switch channel {
    case .electronic, .simple:
      let sent = [report(.accepted, 1), report(.sent, 5)]
      if chance(contradictions) { return sent + [report(.arrived, delay), report(.bounced, delay + 9)] }
      if fails { return sent + [report(chance(30) ? .failed : .bounced, delay)] }
      return sent + [report(.arrived, delay)] + (channel == .simple ? [report(.confirmed, delay + 60)] : [])
    case .post:
      return [
        report(.sent, 60),
        fails ? report(.returned, delay, chance(50) ? .moved : .refusal) : report(.signed, delay, .recipient),
      ]
    case .lien: return [report(.left, delay, chance(50) ? .witness : .recording)]
    case .notice: return [report(.published, delay)]
    case .direct:
      return [
        fails
          ? report(.refused, delay, .family)
          : chance(50) ? report(.absent, delay) : report(.signed, delay, .family)
      ]
    default: return [fails ? report(.signed, delay, .recipient) : report(.absent, delay)]
    }
  }
}

/// Records of many kinds, always the same for a seed.
func manyRecords(_ count: Int, seed: UInt64 = 7) -> [ServiceRecord] {
  var generator = SeededGenerator(seed)
  let documents = ["起诉状副本", "传票", "民事判决书", "管辖异议民事裁定书", "民事调解书", "举证通知书"]
  return (0..<count).map { number in
    let procedure: Procedure = [.ordinary, .ordinary, .summary, .small, .second, .administrative][number % 6]
    var record = ServiceRecord(
      caseNumber: "（2026）鲁0102民初\(number / 3 + 1)号", procedure: procedure,
      documents: [ServiceDocument(documents.randomElement(using: &generator) ?? "传票")],
      recipient: Recipient(name: "当事人\(number)", standing: number % 2 == 0 ? "被告" : "原告"))
    record.consent =
      [.explicit, .explicit, .explicit, .pleadings, .unknown].randomElement(using: &generator) ?? .unknown
    record.addresses = [
      Address(.mobile, "138\(10_000_000 + number)", number % 5 == 0 ? .found : .confirmed),
      Address(.postal, "济南市历下区经十路\(number)号", number % 4 == 0 ? .found : .confirmed),
    ]
    record.directIsDifficult = number % 3 == 0
    return record
  }
}
