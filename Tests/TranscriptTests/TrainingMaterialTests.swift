import Foundation
import Testing

@testable import Transcript

/// What the punctuation models learnt from, as their signatures tell: only what may be learnt from.
@Suite struct TrainingMaterialTests {
  /// One line of a signature: `train=u-03.txt 0123456789abcdef`.
  private struct Material {
    let use: String
    let name: String
    let hash: String

    init(_ line: Substring) {
      let sides = line.split(separator: "=", maxSplits: 1)
      let words = sides.last?.split(separator: " ") ?? []
      (use, name) = (String(sides.first ?? ""), String(words.first ?? ""))
      hash = String(words.last ?? "")
    }
  }

  /// Text that is no hearing and may be learnt from; the short names are those of the same files in the first training.
  private static let background: Set = [
    "civil-judgments-cail2019-dev.txt", "criminal-judgments-judge.txt", "judgments-simucourt.txt",
    "lending-sentences-muser.txt", "meetings-vcsum.txt", "civ.txt", "crim.txt", "simu.txt", "muser.txt",
    "vc.txt",
  ]

  /// The hearings that may be learnt from, by name: ours also as `own-e-01.txt`, since `Training/gather.sh` calls them so
  /// where the shared ones have the name.
  private static let hearings: [String: URL] = {
    let own = ShippedModels.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Training/hearings")
    let ours = (try? FileManager.default.contentsOfDirectory(at: own, includingPropertiesForKeys: nil)) ?? []
    let shared = SharedMaterial.files("corpus-hearings", suffix: ".txt")
    let names = Set(shared.map(\.lastPathComponent))
    return Dictionary(
      uniqueKeysWithValues: ours.map { ("own-" + $0.lastPathComponent, $0) }
        + (ours.filter { !names.contains($0.lastPathComponent) } + shared).map { ($0.lastPathComponent, $0) })
  }()

  private static let models = [ShippedModels.punctuation, ShippedModels.accuratePunctuation]

  @Test(arguments: [0, 1]) func modelsLearntOnlyWhatTheyMay(_ kind: Int) throws {
    let model = try #require(Self.models[kind])
    let lines = model.signature.split(separator: "\n").map(Material.init)
    #expect(lines.count { $0.use == "train" } > 180)
    for line in lines {
      switch line.use {
      case "train", "earlier":
        #expect(PunctuationTraining.Part.of(line.name) == .train && Self.isHearing(line.name), "\(line)")
      case "background": #expect(Self.background.contains(line.name), "\(line)")
      case "tune":
        #expect(line.name == "gold.txt" || PunctuationTraining.Part.of(line.name) == .tune, "\(line)")
      default: Issue.record("unknown use: \(line)")
      }
    }
  }

  /// The files are still those that were learnt, byte for byte; another file under an allowed name would show.
  @Test(arguments: [0, 1]) func filesAreThoseThatWereLearnt(_ kind: Int) throws {
    let model = try #require(Self.models[kind])
    let lines = model.signature.split(separator: "\n").map(Material.init)
    let names = Set(lines.map(\.name))
    for line in lines where line.use == "train" && !names.contains("own-" + line.name) {
      guard let url = Self.hearings[line.name] else { continue }
      let file = TrainingFile(name: line.name, bytes: [UInt8](try Data(contentsOf: url)))
      #expect(file.signature == "\(line.name) \(line.hash)")
    }
  }

  /// A network that learns on has learnt the older version of a file that changed, and says so.
  @Test func signaturesNameEachVersionLearnt() {
    let older = "background=b 1\ntrain=u-01.txt 1\ntrain=u-02.txt 1\ntune=u-03.txt 1"
    let newer = "train=u-02.txt 2\ntune=u-03.txt 2"
    #expect(
      PunctuationSignature.joined(older, newer)
        == "background=b 1\nearlier=u-02.txt 1\ntrain=u-01.txt 1\ntrain=u-02.txt 2\ntune=u-03.txt 1\ntune=u-03.txt 2"
    )
    #expect(
      PunctuationSignature.joined(older, newer, keepsTuning: false)
        == "background=b 1\nearlier=u-02.txt 1\ntrain=u-01.txt 1\ntrain=u-02.txt 2\ntune=u-03.txt 2")
  }

  /// `u-03.txt`: an author's letter and a number, `own-` before it where another has that name.
  private static func isHearing(_ name: String) -> Bool {
    name.wholeMatch(of: #/(own-)?[a-z]-\d\d\.txt/#) != nil
  }
}
