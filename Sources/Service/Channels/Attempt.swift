/// One use of one channel for a record.
public struct Attempt: Hashable, Sendable {
  /// The channel.
  public let channel: Channel
  /// Index of the address in the record; nil when the channel needs none.
  public let address: Int?
  /// When it was handed over.
  public let time: Moment
  /// Index of its batch in the ledger's state.
  public let batch: Int
  /// What was reported, sorted; never the same report twice.
  public private(set) var receipts: [Receipt]

  /// Makes an attempt.
  public init(
    _ channel: Channel, address: Int? = nil, at time: Moment, batch: Int = 0, receipts: [Receipt] = []
  ) {
    self.channel = channel
    self.address = address
    self.time = time
    self.batch = batch
    self.receipts = receipts.sorted()
  }

  /// Adds a report; false when it is there already.
  @discardableResult
  public mutating func add(_ receipt: Receipt) -> Bool {
    var low = 0
    var high = receipts.count
    while low < high {
      let middle = (low + high) / 2
      if receipts[middle] < receipt { low = middle + 1 } else { high = middle }
    }
    if low < receipts.count, receipts[low] == receipt { return false }
    receipts.insert(receipt, at: low)
    return true
  }

  /// The earliest report of that state.
  func first(_ state: ReceiptState) -> Receipt? { receipts.first { $0.state == state } }
  /// The latest report of that state.
  func last(_ state: ReceiptState) -> Receipt? { receipts.last { $0.state == state } }
  /// True when that state was reported.
  func has(_ state: ReceiptState) -> Bool { receipts.contains { $0.state == state } }

  /// How the transport stands: a function of the set of reports, whatever their order.
  public var transport: Transport {
    if isContradictory { return .contradictory }
    if let state = Self.conclusive.first(where: has) { return .reported(state) }
    if let latest = receipts.last(where: { $0.state == .failed || $0.state == .sent || $0.state == .accepted }
    ) {
      return .reported(latest.state)
    }
    return receipts.last.map { .reported($0.state) } ?? .handedOver
  }

  /// Reports that cannot both be true: it reached him, and it can never reach him.
  private var isContradictory: Bool {
    let reached = receipts.contains { Self.reaching.contains($0.state) }
    return reached && (has(.bounced) || (has(.returned) && !has(.refused))) && !has(.rebutted)
  }

  private static let reaching: Set<ReceiptState> = [.arrived, .read, .replied, .signed, .confirmed]
  private static let conclusive: [ReceiptState] = [
    .rebutted, .signed, .left, .confirmed, .replied, .acted, .established, .read, .arrivalProved, .arrived,
    .noted,
    .pronounced, .expired, .published, .returned, .refused, .bounced, .absent,
  ]
}

/// The state of a transport; it says nothing about legal effect.
public enum Transport: Hashable, Sendable {
  /// In a batch, nothing reported yet.
  case handedOver
  /// The report that decides.
  case reported(ReceiptState)
  /// Reports that exclude each other; a person must look.
  case contradictory

  /// The Chinese name.
  public var title: String {
    switch self {
    case .handedOver: "已交付网关"
    case .reported(let state): state.title
    case .contradictory: "回执矛盾"
    }
  }

  /// A stable English code.
  public var code: String {
    switch self {
    case .handedOver: "handed_over"
    case .reported(let state): state.rawValue
    case .contradictory: "contradictory"
    }
  }

  /// True when nothing more will come of it: permanent failure, return, refusal, nobody there.
  public var isFinalFailure: Bool {
    switch self {
    case .reported(let state): [.bounced, .returned, .refused, .absent, .rebutted].contains(state)
    default: false
    }
  }
}
