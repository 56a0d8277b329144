import Doors
import Foundation
import Testing

/// Where models and rule bases are looked for: docs/embedding.md.
@Suite struct DataFilesTests {
  /// Makes the files in a fresh folder, `/` standing for it, and says which is found.
  private func found(_ files: [String], given: String? = nil, program: String) throws -> String? {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for file in files {
      let url = root.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
    let data = DataFiles(
      given: given.map { $0.isEmpty ? "" : root.appendingPathComponent($0).path },
      program: root.appendingPathComponent(program))
    return data.find("models/a.model").map { String($0.dropFirst(root.path.count + 1)) }
  }

  private static let beside = "usr/bin/rulebases/models/a.model"
  private static let share = "usr/share/courtnlp/models/a.model"
  private static let above = "rulebases/models/a.model"
  private static let other = "other/models/a.model"

  @Test func theNearestIsTaken() throws {
    let all = [Self.above, Self.share, Self.beside, Self.other]
    #expect(try found(all, program: "usr/bin/courtnlp") == Self.beside)
    #expect(try found([Self.above, Self.share], program: "usr/bin/courtnlp") == Self.share)
    #expect(try found([Self.above], program: "usr/bin/courtnlp") == Self.above)
    #expect(try found([Self.above], program: ".build/x86_64/release/courtnlp") == Self.above)
    #expect(try found([Self.other], program: "usr/bin/courtnlp") == nil)
  }

  @Test func aFolderThatIsNamedIsTheOnlyOne() throws {
    let all = [Self.above, Self.share, Self.beside, Self.other]
    #expect(try found(all, given: "other", program: "usr/bin/courtnlp") == Self.other)
    #expect(try found(all, given: "nowhere", program: "usr/bin/courtnlp") == nil)
    #expect(try found(all, given: "", program: "usr/bin/courtnlp") == Self.beside)
  }
}
