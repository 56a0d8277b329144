import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct RolePosteriorTests {
  private func text(_ speech: String) -> SpokenText {
    var text = SpokenText()
    let bytes = Array(speech.utf8)
    text.append(bytes, 0..<bytes.count)
    return text
  }

  @Test(arguments: [-90, -30, -1, -0.3, 0, 0.001, 1, 7.7, 60] as [Float])
  func exponentialIsThatOfTheLibrary(_ power: Float) {
    let right = exp(max(power, -80))
    #expect(abs(Exponential.of(power) - right) <= right * 2e-5)
  }

  /// Equal weights: everybody as likely as the next. One weight: who it speaks for is the likelier.
  @Test func sharesFollowTheWeights() {
    let spoken = text("我不申请回避")
    var model = RoleModel()
    let actors = [Actor(.presiding), Actor(.claimant), Actor(.defendant)]
    let whole = [RoleDecoder.Piece(start: 0, actor: 0)]
    func belief() -> RolePosterior.Belief {
      RolePosterior(RoleDecoder(model: model, actors: actors), spoken, []).beliefs(in: whole)[0]
    }
    #expect(abs(belief().share - 1 / 3) < 0.1)
    RoleFeatures.inside(spoken, 0) {
      model.inside.weights[model.inside.row($0) + RoleGroup.answering.rawValue] = 90
    }
    #expect(belief().actor == 2)
    #expect(belief().share > 0.4)
  }

  /// A text longer than a window gives each piece what it gives alone: shares are of the neighbourhood.
  @Test func windowsAgree() {
    guard let model = ShippedModels.speakers else { return }
    let speech = "现在开庭双方是否申请回避我不申请被告呢我也不申请下面由原告陈述诉讼请求请求判令被告偿还借款"
    let decoder = RoleDecoder(
      model: model.roles, actors: [Actor(.presiding), Actor(.claimant), Actor(.defendant)])
    let long = text(Array(repeating: speech, count: 200).joined(separator: "\n"))
    let pieces = decoder.pieces(of: long, mentions: RoleMention.all(in: long))
    let beliefs = RolePosterior(decoder, long, RoleMention.all(in: long)).beliefs(in: pieces)
    #expect(beliefs.count == pieces.count)
    #expect(beliefs.allSatisfy { $0.share > 0.2 && $0.share <= 1.0001 })
    let agree = zip(pieces, beliefs).filter { $0.actor == $1.actor }.count
    #expect(agree * 10 >= pieces.count * 9)
  }
}
