import TextCore
import Testing

@testable import ChineseText

@Suite struct RoleTests {
  static let traffic = [
    Participant(label: "审判员", name: "禹海霞"), Participant(label: "原告", name: "路桂芝"),
    Participant(label: "原告代理人", name: "崔明亮"), Participant(label: "被告", name: "郝铁军"),
    Participant(label: "被告", name: "安泰财产保险股份有限公司许昌中心支公司"),
    Participant(label: "被告代理人", name: "付晓莹"),
  ]
  static let numbered = [
    Participant(label: "审判长", name: "甲"), Participant(label: "审判员", name: "乙"),
    Participant(label: "原告", name: "黔山银行"),
    Participant(label: "原告代理人", name: "罗文慧"), Participant(label: "被告一", name: "唐兴贵"),
    Participant(label: "被告二", name: "申明芬"), Participant(label: "被告二代理人", name: "覃勇"),
  ]
  static let criminal = [
    Participant(label: "审判员", name: "甲"), Participant(label: "公诉人", name: "鲁晓雯"),
    Participant(label: "被告人", name: "冼志豪"), Participant(label: "辩护人", name: "卢颖"),
  ]
  static let appeal = [
    Participant(label: "上诉人", name: "台州市洛泽缝制设备有限公司"), Participant(label: "被上诉人", name: "杜小满"),
    Participant(label: "被上诉人代理人", name: "郏云飞"),
  ]

  @Test func readsFullLabels() throws {
    for pair in try FixtureLines.pairs("role-labels.txt") {
      #expect((CourtRole.parse(label: pair.left)?.text ?? "-") == pair.right, "role-labels.txt:\(pair.line)")
    }
  }

  @Test func readsShorthandWithoutRoster() throws {
    for pair in try FixtureLines.pairs("role-shorthand.txt") {
      #expect(
        (RoleShorthand.resolve(pair.left)?.text ?? "-") == pair.right, "role-shorthand.txt:\(pair.line)")
    }
  }

  @Test(arguments: [
    ("被一", "被告（郝铁军）"), ("被2代", "被告代理人（付晓莹）"), ("保代", "被告代理人（付晓莹）"), ("被郝", "被告（郝铁军）"),
    ("郝", "被告（郝铁军）"), ("路", "原告"), ("保险公司代", "被告代理人（付晓莹）"), ("被保代", "被告代理人（付晓莹）"), ("原代", "原告代理人"),
    ("审", "审判员"), ("证据", "-"), ("被告代理人付", "被告代理人"),
  ])
  func unnumberedParties(label: String, expected: String) {
    #expect((RoleShorthand.resolve(label, roster: Self.traffic)?.text ?? "-") == expected)
  }

  @Test(arguments: [
    ("审", "审判长"), ("法官", "审判长"), ("审判员", "审判员"), ("被唐", "被告一"), ("被2代", "被告二代理人"), ("被代二", "被告二代理人"),
    ("银行代", "原告代理人"), ("被", "被告"), ("唐", "被告一"), ("审判员乙", "审判员"),
  ])
  func numberedParties(label: String, expected: String) {
    #expect((RoleShorthand.resolve(label, roster: Self.numbered)?.text ?? "-") == expected)
  }

  @Test func theRosterDecidesWhatBeiMeans() {
    #expect(RoleShorthand.resolve("被", roster: Self.criminal)?.text == "被告人")
    #expect(RoleShorthand.resolve("被告人", roster: Self.numbered)?.text == "被告人")
    #expect(RoleShorthand.resolve("被代", roster: Self.appeal)?.text == "被上诉人代理人")
    #expect(RoleShorthand.resolve("公", roster: Self.criminal)?.text == "公诉人")
  }

  @Test func everyLabelReadsBackAsItself() {
    for base in CourtRole.allCases {
      for ordinal in [nil, 1, 2, 10, 23] as [Int?] {
        for name in [nil, "李四"] as [String?] {
          for isAgent in base.isParty ? [false, true] : [false] {
            let label = RoleLabel(base, isAgent: isAgent, ordinal: ordinal, name: name)
            #expect(RoleLabel(text: label.text) == label)
            #expect(CourtRole.parse(label: label.text + "：") == label)
          }
        }
      }
    }
  }

  @Test func caseFileSaysWhatItDoesNotKnow() {
    let text = """
      {"id":"c","case_number":"（2024）苏1283民初2217号","participants":[{"role":"被告","name":"某公司（法定代表人欧阳炳坤）","x":1},
      {"role":"路人","name":"甲"}],"colour":"red","provided_to_tool":false}
      """
    let (file, diagnostics) = CaseFile.read(SourceText(name: "case.json", text))
    #expect(file?.participants.map(\.names) == [["某公司", "欧阳炳坤"], ["甲"]])
    #expect(file?.providedToTool == false)
    #expect(diagnostics.map(\.code) == ["CF004", "CF006", "CF004"])
    #expect(CaseFile.read(SourceText("[]")).file == nil)
    #expect(CaseFile.read(SourceText("{")).diagnostics.map(\.code) == ["CF001"])
  }
}
