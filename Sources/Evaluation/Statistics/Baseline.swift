import TextCore

/// An older report, as `--format json` wrote it, to compare with.
public struct Baseline: Sendable {
  /// Pooled figures by name.
  public let scores: [String: Double]
  /// Error keys by unit.
  public let items: [String: [String]]
  /// Counts of hearings, when it is a transcript report.
  public let hearings: [String: TranscriptCounts]
  /// Which evaluation wrote it.
  public let type: String

  /// Reads a report; nil when it is none of ours.
  public init?(_ node: JSONNode) {
    guard let type = node["type"]?.string, let pooled = node["pooled"] else { return nil }
    self.type = type
    scores = Dictionary(
      pooled.members.compactMap { member in member.node.number.flatMap(Double.init).map { (member.key, $0) }
      },
      uniquingKeysWith: { first, _ in first })
    let cases = type == "transcripts" ? node["cases"]?.members ?? [] : []
    let listed = (node["items"]?.members ?? []).map { ($0.key, $0.node.array.compactMap(\.string)) }
    items = Dictionary(listed + cases.map { ($0.key, Self.errors($0.node)) }, uniquingKeysWith: +)
    hearings = Dictionary(
      cases.map { ($0.key, Self.counts($0.node)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Safety errors, then differences, as `TranscriptReportView` names them.
  private static func errors(_ node: JSONNode) -> [String] {
    func keys(_ list: String, _ title: (String) -> String?) -> [String] {
      (node[list]?.array ?? []).compactMap { error in
        title(error["kind"]?.string ?? "").map { title in
          ErrorKey.text(
            title, error["before"]?.string ?? "", error["gold"]?.string ?? "",
            error["predicted"]?.string ?? "",
            error["after"]?.string ?? "")
        }
      }
    }
    return keys("safety") { SafetyKind(rawValue: $0).map { "安全·" + $0.title } }
      + keys("errors") { TranscriptError.Kind(rawValue: $0)?.title }
  }

  private static func counts(_ node: JSONNode) -> TranscriptCounts {
    var counts = TranscriptCounts()
    func number(_ node: JSONNode?, _ key: String) -> Int { max(0, node?[key]?.int ?? 0) }
    let part = node["counts"]
    counts.bodyDistance = number(part, "body_distance")
    counts.bodyLength = number(part, "body_length")
    counts.substitutions = number(part, "substitutions")
    counts.deletions = number(part, "deletions")
    counts.insertions = number(part, "insertions")
    counts.contentLength = number(part, "content_length")
    counts.rightSpeaker = number(part, "right_speaker")
    for (slot, mark) in ContentClass.marks.enumerated() {
      let one = node["marks"]?[TranscriptText.string([mark])]
      counts.markHits[slot] = number(one, "hits")
      counts.markGold[slot] = number(one, "gold")
      counts.markPredicted[slot] = number(one, "predicted")
    }
    for (slot, kind) in SafetyKind.allCases.enumerated() {
      counts.safety[slot] = number(node["safety_by_kind"], kind.rawValue)
    }
    counts.hearings = 1
    return counts
  }
}
