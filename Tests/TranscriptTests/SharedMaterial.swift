import Foundation
import TextCore
import Transcript

/// Hearings beside the repository, for measuring; tests that want them say so and skip when they are not there.
enum SharedMaterial {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

  /// The folder under its name, or nil after saying that the test skips.
  static func folder(_ name: String) -> URL? {
    for root in [
      folder, folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared"),
    ] {
      let url = root.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: url.path) { return url }
    }
    print("skipped: no \(name) beside the repository")
    return nil
  }

  /// All files under `name` whose name ends in `suffix`, sorted.
  static func files(_ name: String, suffix: String) -> [URL] {
    guard let root = folder(name),
      let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return [] }
    return all.compactMap { $0 as? URL }.filter { $0.path.hasSuffix(suffix) }.sorted { $0.path < $1.path }
  }

  /// A draft of a transcript in the standard: a header, a blank line, `角色：发言` lines.
  static func draft(standard text: String) -> Draft {
    var speeches: [(String, String)] = []
    let body = text.range(of: "\n\n").map { text[$0.upperBound...] } ?? text[...]
    for line in body.split(separator: "\n") {
      guard let colon = line.range(of: "：") else { continue }
      speeches.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
    }
    return draft(speeches)
  }

  /// A draft of speeches with their speakers' labels.
  static func draft(_ speeches: [(label: String, text: String)]) -> Draft {
    var bytes: [UInt8] = []
    var turns: [Turn] = []
    var labels: [String] = []
    for (label, text) in speeches {
      if !labels.contains(label) { labels.append(label) }
      bytes += Array("\(label)：".utf8)
      let start = bytes.count
      bytes += Array(text.utf8)
      turns.append(Turn(speaker: labels.firstIndex(of: label) ?? 0, speech: Span(start, bytes.count)))
      bytes.append(0x0A)
    }
    return Draft(
      SourceText(name: "test", bytes: bytes), turns: turns, speakers: labels.map { Speaker(key: $0) })
  }

  /// The raw speeches of a gold case with the input's own labels; continued lines join the turn before.
  static func rawSpeeches(_ folder: URL, form: String) -> [(label: String, text: String)] {
    let json = folder.appendingPathComponent("raw.json")
    if form == "json", let data = try? Data(contentsOf: json),
      let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let sentences = root["sentence_info"] as? [[String: Any]]
    {
      return sentences.map { ("spk\($0["spk"] ?? "")", $0["text"] as? String ?? "") }
    }
    let text = (try? String(contentsOf: folder.appendingPathComponent("raw.txt"), encoding: .utf8)) ?? ""
    return form == "diarized" ? diarized(text) : form == "plain" ? plain(text) : labelled(text)
  }

  private static func plain(_ text: String) -> [(label: String, text: String)] {
    text.split(separator: "\n").map { ("", String($0)) }
  }

  private static func diarized(_ text: String) -> [(label: String, text: String)] {
    var label = "?"
    var speeches: [(label: String, text: String)] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, parts[1].contains(":"), parts[1].allSatisfy({ $0.isNumber || $0 == ":" }) {
        label = String(parts[0])
      } else {
        speeches.append((label, String(line)))
      }
    }
    return speeches
  }

  private static func labelled(_ text: String) -> [(label: String, text: String)] {
    var speeches: [(label: String, text: String)] = []
    for line in text.split(separator: "\n") {
      let colon = line.prefix(14).firstIndex { $0 == "：" || $0 == ":" || $0 == "\t" }
      if let colon, !["时间", "地点", "案号", "案由"].contains(line[..<colon]) {
        speeches.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
      } else if colon == nil, !speeches.isEmpty {
        speeches[speeches.count - 1].text += line
      }
    }
    return speeches
  }
}
