import Foundation
import Testing

@testable import Transcript

@Suite struct ModelFileTests {
  /// How to read each kind of model, and to write it again.
  private static let kinds: [(format: ModelFormat, again: @Sendable (String) throws -> [UInt8])] = [
    (PunctuationModel.format, { try PunctuationModel(path: $0).fileBytes }),
    (SpeakerModel.format, { try SpeakerModel(path: $0).fileBytes }),
    (WordModel.format, { try WordModel(path: $0).fileBytes }),
  ]

  private func refusal(_ kind: Int, _ bytes: [UInt8]) throws -> ModelFileError? {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
    try Data(bytes).write(to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    do { _ = try Self.kinds[kind].again(copy.path) } catch { return error as? ModelFileError }
    return nil
  }

  @Test(arguments: kinds.indices) func whatWasReadIsWrittenAgain(_ kind: Int) throws {
    let path = ShippedModels.path(Self.kinds[kind].format)
    #expect(try Self.kinds[kind].again(path) == [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// What is only for measuring, the gold hearings, was never learnt.
  @Test func signaturesNameWhatWasLearnt() throws {
    for signature in [ShippedModels.punctuation?.signature, ShippedModels.speakers?.signature] {
      let names = try #require(signature).split(separator: "\n").filter { $0.hasPrefix("train=") }
        .map { $0.dropFirst("train=".count).prefix { $0 != " " } }
      #expect(names.count > 100)
      #expect(!names.contains { $0.hasPrefix("case-") || $0 == "gold.txt" || $0.hasPrefix("raw") })
    }
  }

  @Test(arguments: kinds.indices) func filesThatAreNotWholeAreRefused(_ kind: Int) throws {
    let format = Self.kinds[kind].format
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: ShippedModels.path(format))))
    #expect(try refusal(kind, bytes) == nil)
    #expect(try refusal(kind, bytes.dropLast())?.reason == .damaged)
    #expect(try refusal(kind, Array(bytes.prefix(20)))?.reason == .damaged)
    #expect(try refusal(kind, bytes + [0])?.reason == .damaged)
    for place in [12, 15, 16, bytes.count / 2, bytes.count - 1] {
      var changed = bytes
      changed[place] ^= 0x40
      #expect(try refusal(kind, changed)?.reason == .damaged, "byte \(place)")
    }
  }

  @Test(arguments: kinds.indices) func otherFilesAreRefused(_ kind: Int) throws {
    let format = Self.kinds[kind].format
    #expect(try refusal(kind, [])?.reason == .notAModel)
    #expect(try refusal(kind, Array("{\"这是\": \"规则库，不是模型\"}".utf8))?.reason == .notAModel)
    #expect(
      try refusal((kind + 1) % Self.kinds.count, format.bytes(signature: "", body: []))?.reason == .notAModel)
    var newer = format.bytes(signature: "", body: [])
    newer[8] = 99
    #expect(try refusal(kind, newer)?.reason == .otherVersion(found: 99, wanted: format.version))
  }

  /// The right frame around too little, too much or numbers that are none.
  @Test func bodiesOfAnotherSizeAreRefused() throws {
    for size in [0, 3, 64, 1000, 3_000_000] {
      for kind in Self.kinds.indices {
        let forged = Self.kinds[kind].format.bytes(signature: "x", body: [UInt8](repeating: 0, count: size))
        #expect(try refusal(kind, forged)?.reason == .damaged, "\(size)")
      }
    }
    let noNumber = SpeakerModel.format.bytes(signature: "", body: [UInt8](repeating: 0xFF, count: 1_018_904))
    #expect(try refusal(1, noNumber)?.reason == .damaged)
  }

  @Test func messagesSayWhatAndWhatToDo() throws {
    let missing = #expect(throws: ModelFileError.self) { try SpeakerModel(path: "/nowhere/s.model") }
    #expect(missing?.message == "无法读取发言人模型“/nowhere/s.model”，请检查路径和权限")
    let newer = ModelFileError(
      path: "p.model", format: PunctuationModel.format, reason: .otherVersion(found: 9, wanted: 3))
    #expect(newer.message == "标点模型“p.model”的版本是 9，本程序需要 3，请用 courtnlp train punctuation 重新训练")
  }
}
