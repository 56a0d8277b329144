import Foundation
import Testing

@Suite struct MaskCommandTests {
  static let text = "原告张三诉被告李四一案。\n张三，电话13912345678，住海淀区中关村大街1号。\n（2023）鲁1402民初123号，借款50000元。\n"

  @Test func masksStandardInput() throws {
    let outcome = try Tool.run(["mask"], text: Self.text)
    #expect(outcome.code == 0)
    #expect(
      outcome.output
        == "原告张某诉被告李某一案。\n张某，电话×××××××××××，住海淀区××。\n（2023）鲁1402民初123号，借款50000元。\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test func kindsAreSwitchable() throws {
    #expect(try Tool.run(["mask", "--only", "phones"], text: Self.text).output.contains("张三，电话×"))
    #expect(
      try Tool.run(["mask", "--without", "names,addresses"], text: Self.text).output.contains("张三，电话×"))
    #expect(try Tool.run(["mask", "--only", "phone"], text: "").code == 64)
  }

  @Test func jsonNeverTellsWhatStoodThere() throws {
    let outcome = try Tool.run(["mask", "--json"], text: Self.text)
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("张三") && !outcome.output.contains("13912345678"))
    #expect(outcome.output.contains("\"rule\":\"mask.phone\""))
  }

  @Test func mappingIsWrittenOnlyWhereAsked() throws {
    try Tool.withFolder { folder in
      let path = folder.appendingPathComponent("对照.jsonl").path
      #expect(try Tool.run(["mask", "--mapping", path], text: Self.text).code == 0)
      let mapping = try String(contentsOfFile: path, encoding: .utf8)
      #expect(mapping.contains("\"before\":\"张三\",\"after\":\"张某\""))
      #expect(try Tool.run(["mask", "--mapping", path], text: Self.text).code == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["对照.jsonl"])
    }
  }
}
