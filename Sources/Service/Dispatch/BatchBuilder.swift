/// Puts the attempts that are due into batches of bounded size.
struct BatchBuilder {
  let policy: ServicePolicy

  /// A batch to be: its channel and its attempts.
  struct Draft {
    let channel: Channel
    var items: [BatchFile.Item]
  }

  /// Drafts in the order of channels, then of recipients.
  func drafts(_ due: [(Channel, BatchFile.Item)]) -> [Draft] {
    var drafts: [Draft] = []
    for channel in Channel.allCases {
      let items = due.filter { $0.0 == channel }.map(\.1)
      guard !items.isEmpty else { continue }
      drafts += cut(BatchFile.messages(items)).map { Draft(channel: channel, items: $0) }
    }
    return drafts
  }

  private func cut(_ messages: [[BatchFile.Item]]) -> [[BatchFile.Item]] {
    var parts: [[BatchFile.Item]] = []
    var (lines, bytes) = (0, 0)
    for message in messages {
      let size = message.reduce(120) {
        $0 + 200 + $1.record.documents.reduce(0) { $0 + $1.title.utf8.count + 3 }
      }
      if parts.isEmpty || lines >= policy.batchLines || bytes + size > policy.batchBytes {
        parts.append([])
        (lines, bytes) = (0, 0)
      }
      parts[parts.count - 1] += message
      lines += 1
      bytes += size
    }
    return parts
  }
}
