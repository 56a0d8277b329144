import ChineseText
import TextCore

/// A record as one JSON object: what the ledger keeps and what JSON Lines import reads.
extension ServiceRecord {
  /// The object.
  public var json: String {
    var writer = JSONObjectWriter()
    writer.add("case_number", caseNumber)
    if !court.isEmpty { writer.add("court", court) }
    if !cause.isEmpty { writer.add("cause", cause) }
    writer.add("procedure", procedure.rawValue)
    writer.add("documents", documents.map(\.title))
    writer.addRaw("recipient", recipient.json)
    writer.addRaw("addresses", JSONText.array(addresses.map(\.json)))
    writer.add("consent", consent.rawValue)
    if refusedAddress { writer.add("refused_address", true) }
    if directIsDifficult { writer.add("direct_is_difficult", true) }
    facts.add(to: &writer)
    return writer.text
  }

  /// Reads what `json` wrote; nil when something in it is missing or not known.
  public init?(_ node: JSONNode) {
    guard let caseNumber = node["case_number"]?.string,
      let procedure = node["procedure"]?.code(Procedure.self),
      let documents = node["documents"]?.array, let person = node["recipient"],
      let recipient = Recipient(person)
    else { return nil }
    self.init(
      caseNumber: caseNumber, procedure: procedure,
      documents: documents.compactMap { $0.string.map { ServiceDocument($0) } },
      recipient: recipient, addresses: node["addresses"]?.array.compactMap(Address.init) ?? [])
    court = node["court"]?.string ?? ""
    cause = node["cause"]?.string ?? ""
    consent = node["consent"]?.code(Consent.self) ?? .unknown
    refusedAddress = node["refused_address"]?.bool ?? false
    directIsDifficult = node["direct_is_difficult"]?.bool ?? false
    facts = CaseFacts(node)
  }
}

extension JSONNode {
  /// A coded value by its English code.
  func code<C: Coded>(_ type: C.Type) -> C? { string.flatMap(C.init(rawValue:)) }
}

extension Recipient {
  /// The object.
  var json: String {
    var writer = JSONObjectWriter()
    writer.add("name", name)
    writer.add("kind", kind.rawValue)
    writer.add("standing", standing)
    writer.add("capacity", capacity.rawValue)
    if let principal { writer.add("principal", principal) }
    if situation != .ordinary { writer.add("situation", situation.rawValue) }
    if let isAbroad { writer.add("abroad", isAbroad) }
    if let identity { writer.add("identity", identity) }
    return writer.text
  }

  init?(_ node: JSONNode) {
    guard let name = node["name"]?.string else { return nil }
    self.init(
      name: name, kind: node["kind"]?.code(Kind.self) ?? .person, standing: node["standing"]?.string ?? "",
      capacity: node["capacity"]?.code(Capacity.self) ?? .party, principal: node["principal"]?.string)
    situation = node["situation"]?.code(Situation.self) ?? .ordinary
    isAbroad = node["abroad"]?.bool
    identity = node["identity"]?.string
  }
}

extension Address {
  /// The object.
  var json: String {
    var writer = JSONObjectWriter()
    writer.add("kind", kind.rawValue)
    writer.add("value", value)
    writer.add("origin", origin.rawValue)
    return writer.text
  }

  init?(_ node: JSONNode) {
    guard let kind = node["kind"]?.code(Kind.self), let value = node["value"]?.string,
      let origin = node["origin"]?.code(Origin.self)
    else { return nil }
    self.init(kind, value, origin)
  }
}

extension ServiceRecord.CaseFacts {
  func add(to writer: inout JSONObjectWriter) {
    if let filed { writer.add("filed", filed.iso) }
    if let hearing { writer.add("hearing", hearing.iso) }
    if let pronounced { writer.add("pronounced", pronounced.iso) }
    if let evidenceDays { writer.add("evidence_days", evidenceDays) }
    if let answerDays { writer.add("answer_days", answerDays) }
  }

  init(_ node: JSONNode) {
    self.init()
    filed = node["filed"]?.string.flatMap(CalendarDate.init(iso:))
    hearing = node["hearing"]?.string.flatMap(CalendarDate.init(iso:))
    pronounced = node["pronounced"]?.string.flatMap(CalendarDate.init(iso:))
    evidenceDays = node["evidence_days"]?.int
    answerDays = node["answer_days"]?.int
  }
}
