import TextCore

/// The file for a gateway: a header, then one message per recipient and address with all that goes to him.
///
/// JSON Lines. A batch is a function of the ledger alone: written again after a crash it has the same bytes.
struct BatchFile {
  /// One attempt in a batch.
  struct Item {
    let id: RecordID
    let number: Int
    let record: ServiceRecord
    let address: Int?

    var key: String { ReceiptReport.key(id, number) }
    /// Items with equal groups go into one message.
    var group: String {
      let place = address.map { record.addresses[$0] }
      return [
        record.recipient.name, record.recipient.identity ?? "", place?.kind.rawValue ?? "",
        place?.value ?? "", record.court,
      ].joined(separator: "\u{1F}")
    }
  }

  /// The file of a batch.
  static func bytes(name: String, channel: Channel, time: Moment, items: [Item]) -> [UInt8] {
    let messages = Self.messages(items)
    var header = JSONObjectWriter()
    header.add("type", "batch")
    header.add("format", "courtnlp-batch/1")
    header.add("batch", name)
    header.add("channel", channel.rawValue)
    header.add("channel_title", channel.title)
    header.add("automatic", channel.isAutomatic)
    header.add("time", time.iso)
    header.add("messages", messages.count)
    header.add("items", items.count)
    var bytes = Array(header.text.utf8) + [0x0A]
    for message in messages { bytes += Array(line(message).utf8) + [0x0A] }
    return bytes
  }

  /// Items by recipient and address, in the order of the keys.
  static func messages(_ items: [Item]) -> [[Item]] {
    let sorted = items.map { (group: $0.group, key: $0.key, item: $0) }
      .sorted { ($0.group, $0.key) < ($1.group, $1.key) }
    var messages: [[Item]] = []
    var last: String?
    for entry in sorted {
      if entry.group == last {
        messages[messages.count - 1].append(entry.item)
      } else {
        messages.append([entry.item])
      }
      last = entry.group
    }
    return messages
  }

  private static func line(_ items: [Item]) -> String {
    let record = items[0].record
    var writer = JSONObjectWriter()
    writer.add("type", "message")
    writer.add(
      "key",
      items.count == 1
        ? items[0].key : "m" + SHA256.hex(Array(items.map(\.key).joined(separator: " ").utf8)).prefix(24))
    writer.add("recipient", record.recipient.name)
    if let address = items[0].address.map({ record.addresses[$0] }) {
      writer.add("address_kind", address.kind.rawValue)
      writer.add("address", address.value)
    } else {
      writer.addRaw("addresses", JSONText.array(record.addresses.map(\.json)))
    }
    if !record.court.isEmpty { writer.add("court", record.court) }
    writer.addRaw("items", JSONText.array(items.map(itemText)))
    return writer.text
  }

  private static func itemText(_ item: Item) -> String {
    var writer = JSONObjectWriter()
    writer.add("key", item.key)
    writer.add("case_number", item.record.caseNumber)
    writer.add("documents", item.record.documents.map(\.title))
    return writer.text
  }
}
