import ChineseText
import TextCore

/// One logical service: these documents of this case to this recipient.
public struct ServiceRecord: Hashable, Sendable {
  /// Dates and periods of the case that deadlines hang on.
  public struct CaseFacts: Hashable, Sendable {
    /// 立案日期.
    public var filed: CalendarDate?
    /// 开庭日期.
    public var hearing: CalendarDate?
    /// 定期宣判日期.
    public var pronounced: CalendarDate?
    /// 举证期限 in days, as the court fixed it.
    public var evidenceDays: Int?
    /// 答辩期 in days, where the court fixed one (小额).
    public var answerDays: Int?

    /// Nothing known.
    public init() {}
  }

  /// 案号.
  public var caseNumber: String
  /// 法院; empty when not given.
  public var court: String
  /// 案由; empty when not given.
  public var cause: String
  /// Procedure.
  public var procedure: Procedure
  /// The documents, at least one.
  public var documents: [ServiceDocument]
  /// The recipient.
  public var recipient: Recipient
  /// Where he can be reached, in the order of the file; attempts name them by index, so they are only ever added to.
  public var addresses: [Address]
  /// Consent to electronic service.
  public var consent: Consent
  /// The party refused to give an address although told of the consequences (专递规定 五, 简易规定 九, 19号意见 八).
  public var refusedAddress: Bool
  /// Direct service is difficult, so that post may come first (《民事诉讼法》第九十一条).
  public var directIsDifficult: Bool
  /// Dates of the case.
  public var facts: CaseFacts

  /// Makes a record.
  public init(
    caseNumber: String, procedure: Procedure, documents: [ServiceDocument], recipient: Recipient,
    addresses: [Address] = []
  ) {
    self.caseNumber = caseNumber
    self.procedure = procedure
    self.documents = documents
    self.recipient = recipient
    self.addresses = addresses
    court = ""
    cause = ""
    consent = .unknown
    refusedAddress = false
    directIsDifficult = false
    facts = CaseFacts()
  }

  /// The id that case, recipient and documents give; equal records have equal ids wherever they come from.
  public var id: RecordID { RecordID(of: serviceKeys.sorted().joined(separator: "\n")) }

  /// One key per document: a document is served on a recipient once.
  public var serviceKeys: [String] {
    documents.map { [caseNumber, recipient.party, recipient.name, $0.title].joined(separator: "\u{1F}") }
  }

  /// True when any document is of that kind.
  public func has(_ kind: DocumentKind) -> Bool { documents.contains { $0.kind == kind } }
}

/// The short name of a record: 80 bits of a hash as 16 letters and digits (Crockford's base 32).
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
  let high: UInt64
  let low: UInt16

  init(of text: String) {
    let digest = SHA256.hash(Array(text.utf8))
    high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = UInt16(digest[8]) << 8 | UInt16(digest[9])
  }

  init(high: UInt64, low: UInt16) {
    self.high = high
    self.low = low
  }

  /// Reads the 16 letters and digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16 else { return nil }
    var (high, low): (UInt64, UInt16) = (0, 0)
    for byte in text.utf8 {
      let value = Self.values[Int(byte)]
      guard value < 32 else { return nil }
      high = high << 5 | UInt64(low >> 11)
      low = low << 5 | UInt16(value)
    }
    self.init(high: high, low: low)
  }

  /// The 16 letters and digits.
  public var description: String {
    var (high, low) = (high, low)
    var digits = [UInt8](repeating: 0, count: 16)
    for index in (0..<16).reversed() {
      digits[index] = Self.alphabet[Int(low & 31)]
      low = low >> 5 | UInt16(truncatingIfNeeded: high & 31) << 11
      high >>= 5
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The order of the bits.
  public static func < (a: RecordID, b: RecordID) -> Bool { (a.high, a.low) < (b.high, b.low) }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (index, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(index) }
    return values
  }()
}
