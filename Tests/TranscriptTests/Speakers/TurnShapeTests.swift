import Testing

@testable import Transcript

@Suite struct TurnShapeTests {
  private func spoken(_ text: String) -> SpokenText {
    var spoken = SpokenText()
    spoken.append(Array(text.utf8), 0..<text.utf8.count)
    return spoken
  }

  @Test(arguments: [
    ("你收到了吗", 1), ("钱还了没有", 4), ("这是谁签的字", 6), ("一共多少钱", 8), ("为什么不还", 9), ("你认不认", 12), ("原告举证", 0),
  ])
  func questionsHaveForms(_ text: String, _ form: UInt32) {
    let text = spoken(text)
    #expect(TurnShape.question(text, before: text.codes.count) == form)
  }

  @Test func answersTakeUpWords() {
    let text = spoken("是你签的吗是我签的")
    #expect(TurnShape.echo(text, at: 5) == 1)  // 是
    #expect(TurnShape.echo(text, at: 7) == 3)  // 签的
    #expect(TurnShape.echo(text, at: 0) == 0)
  }

  @Test func linesHavePlaces() {
    let text = spoken("被告质证\n真实性认可")
    #expect(text.lines == 2)
    #expect(TurnShape.linePlace(text, 4) == (0, 2))
    #expect(TurnShape.lineStart(text, before: 7) == 4)
  }

  /// Two classes that share all groups could never be told apart in one hearing.
  @Test func classesOfOneHearingDiffer() {
    let civil: [RoleClass] = [
      .presiding, .bench, .clerk, .claimant, .claimantAgent, .defendant, .defendantAgent, .thirdParty,
      .thirdPartyAgent, .witness, .expert, .interpreter,
    ]
    let criminal: [RoleClass] = [
      .presiding, .bench, .clerk, .prosecutor, .accused, .defender, .victim, .witness, .expert, .interpreter,
    ]
    for classes in [civil, criminal] {
      #expect(Set(classes.map { RoleClass.groups[Int($0.rawValue)] }).count == classes.count)
    }
  }
}
