import ChineseText
import TextCore
import Testing

@testable import Transcript

/// Header fields that only the opening tells.
@Suite struct SpokenHeaderTests {
  static func header(_ text: String, _ caseFile: CaseFile? = nil) -> [String] {
    let result = Normalizer.normalize(
      SourceText(text), NormalizeOptions(form: .channel, caseFile: caseFile))
    let output = String(decoding: TextWriter.bytes(result), as: UTF8.self)
    guard let end = output.range(of: "\n\n") else { return [] }
    return output[..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  @Test func allFieldsAreTakenFromTheOpening() {
    let text = """
      审判员：好现在开庭今天是二零二四年七月九号下午三点零五分在本院第五审判庭公开审理原告孟兰诉被告李强房屋租赁合同纠纷一案案号二零二四桂零二零三民初二六四一号
      原告：好的
      """
    #expect(
      Self.header(text) == [
        "时间：2024年7月9日下午3时05分", "地点：第五审判庭", "案号：（2024）桂0203民初2641号", "案由：房屋租赁合同纠纷",
      ])
  }

  /// What the case file says stands; what is uncertain stays out.
  @Test func caseFileComesFirstAndDoubtStaysOut() {
    var caseFile = CaseFile()
    caseFile.cause = "买卖合同纠纷"
    #expect(Self.header("审判员：今天审理原告诉被告合同纠纷一案\n", caseFile) == ["案由：买卖合同纠纷"])
    #expect(Self.header("审判员：现在宣布法庭纪律\n书记员：今天下午三点在法庭上不要喧哗\n").isEmpty)
  }

  @Test(arguments: [
    ("原告诉被告民间借贷纠纷", "民间借贷纠纷"), ("被告人王某故意伤害罪", "故意伤害罪"), ("这是一个普通的案子", nil),
  ])
  func causesAreKnownByTheirOfficialNames(_ text: String, _ name: String?) {
    let bytes = Array(text.utf8)
    #expect(CauseOfAction.name(in: bytes, endingAt: bytes.count) == name)
  }
}
