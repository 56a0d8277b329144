import TextCore

/// Which documents are there for which case and recipient: what keeps a document from being served twice.
struct ServiceKeyIndex {
  private var holders: [RecordID: RecordID] = [:]

  /// Reads all records of a state; linear.
  init(_ state: ServiceState) {
    holders.reserveCapacity(state.entries.count)
    for entry in state.entries {
      guard let record = entry.record else { continue }
      for key in record.serviceKeys { holders[RecordID(of: key)] = entry.id }
    }
    known = Set(state.entries.map(\.id))
  }

  private var known: Set<RecordID>

  /// Takes a record in: what of it is new, and what was there.
  mutating func take(_ record: ServiceRecord, _ index: Int) -> (
    fresh: ServiceRecord?, duplicate: ServiceCentre.Duplicate?
  ) {
    var fresh = record
    var seen: Set<RecordID> = []
    fresh.documents = record.documents.filter { document in
      let key = key(record, document)
      return holders[key] == nil && seen.insert(key).inserted
    }
    let old = record.documents.filter { holders[key(record, $0)] != nil }
    let duplicate = old.first.flatMap { holders[key(record, $0)] }.map {
      ServiceCentre.Duplicate(
        index: index, documents: old.map(\.title), existing: $0, isWhole: fresh.documents.isEmpty)
    }
    let id = fresh.id
    guard !fresh.documents.isEmpty, known.insert(id).inserted else { return (nil, duplicate) }
    for document in fresh.documents { holders[key(record, document)] = id }
    return (fresh, duplicate)
  }

  private func key(_ record: ServiceRecord, _ document: ServiceDocument) -> RecordID {
    var single = record
    single.documents = [document]
    return RecordID(of: single.serviceKeys[0])
  }
}
