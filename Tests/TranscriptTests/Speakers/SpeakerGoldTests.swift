import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

/// Roles on whole hearings: for each label the characters it is given against those it has in gold, whatever their
/// order. `courtnlp evaluate transcripts` gives the aligned figure, which for `plain` is lower.
@Suite struct SpeakerGoldTests {
  private static let gates: [TranscriptForm: Double] = [
    .channel: 0.97, .typed: 0.97, .diarized: 0.94, .json: 0.96, .plain: 0.84,
  ]

  @Test func rolesOfWholeHearings() throws {
    var shares: [TranscriptForm: [Double]] = [:]
    for file in SharedMaterial.files("gold", suffix: "case.json") {
      let folder = file.deletingLastPathComponent()
      guard let bytes = FileManager.default.contents(atPath: file.path),
        let known = CaseFile.read(SourceText(name: "case.json", bytes: Array(bytes))).file,
        let form = TranscriptForm(rawValue: known.form ?? ""),
        let raw = FileManager.default.contents(atPath: folder.appendingPathComponent("raw.txt").path)
          ?? FileManager.default.contents(atPath: folder.appendingPathComponent("raw.json").path),
        let gold = try? String(contentsOf: folder.appendingPathComponent("gold.txt"), encoding: .utf8)
      else { continue }
      var (draft, found, _) = TranscriptReading.draft(SourceText(name: "raw", bytes: Array(raw)), form: form)
      _ = SpeakerResolver.resolve(
        draft: &draft, caseFile: known.providedToTool ? known : nil, form: found,
        model: ShippedModels.speakers)
      shares[form, default: []].append(
        share(characters(draft), characters(SharedMaterial.draft(standard: gold))))
    }
    for (form, values) in shares.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let mean = values.reduce(0, +) / Double(values.count)
      print("speakers \(form.rawValue): \(String(format: "%.4f", mean)) in \(values.count) hearings")
      #expect(mean >= Self.gates[form] ?? 0)
    }
  }

  private func characters(_ draft: Draft) -> [String: [UInt32: Int]] {
    var counts: [String: [UInt32: Int]] = [:]
    for turn in draft.turns {
      var text = SpokenText()
      text.append(draft.text.bytes, turn.speech.range)
      for code in text.codes where code != SpokenText.numeral && code != SpokenText.filler {
        counts[draft.speakers[turn.speaker].label, default: [:]][code, default: 0] += 1
      }
    }
    return counts
  }

  private func share(_ found: [String: [UInt32: Int]], _ gold: [String: [UInt32: Int]]) -> Double {
    var (right, all) = (0, 0)
    for (label, counts) in gold {
      for (code, count) in counts {
        all += count
        right += min(count, found[label]?[code] ?? 0)
      }
    }
    return Double(right) / Double(max(1, all))
  }
}

@Suite struct RoleTableTests {
  /// Levels stand for the weights within one level.
  @Test func levelsKeepWeights() {
    var table = RoleTable(bits: 4, columns: 3)
    for index in table.weights.indices { table.weights[index] = Float(index - 20) * 1.5 }
    let (levels, step) = table.encoded()
    for (weight, level) in zip(table.weights, levels.map(Float.init)) {
      #expect(abs(level * abs(level) * step - weight) <= step * (2 * abs(level) + 2))
    }
  }

  @Test func mentionsKnowOrdinalsAndAgents() {
    func roles(_ text: String) -> [String] {
      var spoken = SpokenText()
      spoken.append(Array(text.utf8), 0..<text.utf8.count)
      return RoleMention.all(in: spoken).map { "\($0.role) \($0.ordinal)" }
    }
    #expect(roles("被告二代理人发言") == ["defendantAgent 2"])
    #expect(roles("第一被告说一下") == ["defendant 1"])
    #expect(roles("被告一直没有还") == ["defendant 0"])
    #expect(roles("第三人的委托代理人") == ["thirdPartyAgent 0"])
    #expect(roles("公诉人讯问被告人") == ["prosecutor 0", "accused 0"])
  }
}
