/// Restores characters that the word model finds impossible where they stand and another like them finds at home.
///
/// A noisy channel (Kernighan, Church, Gale 1990): the sentence with a candidate must be more probable than as written
/// by a margin, by what the kind of confusion costs, and by what a character costs hereabouts. Numerals, negations, titles in 《》 and words of equal right are
/// never touched.
struct WordRule {
  private let model: WordModel
  private var line = SymbolLine()
  private var costs: [Int] = []
  /// Sums of the costs before each symbol.
  private var sums: [Int] = []
  private var found: [Proposal] = []

  private struct Proposal {
    let index: Int
    let symbol: UInt16
    let gain: Int
  }

  private let margin: Int

  /// In quarter nats, tuned on one half of the spelling set and on clean hearings: `docs/models/words.md`.
  private static let marginOfLines = 20
  private static let marginOfHearings = 28
  /// What a confusion of each kind costs on top.
  private static let kindCosts = [0, 6, 12]
  /// Only characters that cost so much together with the next are looked at: it saves the time and loses next to nothing.
  private static let suspicion = 48
  private static let reach = GramTable.order
  /// How far the neighbourhood goes.
  private static let horizon = 20
  private static let costOfStrangers = 20

  /// With more care for hearings: they are evidence, and full of names and dialect that no corpus has.
  init(model: WordModel, isHearing: Bool) {
    self.model = model
    margin = isHearing ? Self.marginOfHearings : Self.marginOfLines
  }

  mutating func apply(_ speech: inout HeardSpeech) {
    line.load(speech.values, model.alphabet)
    costs.removeAll(keepingCapacity: true)
    model.grams.appendCosts(of: line.symbols, to: &costs)
    sums.removeAll(keepingCapacity: true)
    sums.append(0)
    for cost in costs { sums.append(sums[sums.count - 1] + cost) }
    found.removeAll(keepingCapacity: true)
    for index in line.symbols.indices where line.symbols[index] >= WordSymbols.rare {
      look(at: index, speech[line.places[index]])
    }
    for (number, proposal) in found.enumerated() where isBest(number) {
      let place = line.places[proposal.index]
      guard let character = model.alphabet.character(proposal.symbol), !speech.isInTitle(place),
        !PersonPlace.mayBeName(speech, place)
      else { continue }
      speech.take([character], at: place, by: .model)
    }
  }

  /// How much more probable the speech is with `word` at `index` than as it stands, in quarter nats.
  func gain(of word: [UInt32], at index: Int, in speech: HeardSpeech) -> Int {
    let start = max(0, index - Self.reach - 1)
    var part = Array(speech.values[start..<min(index + word.count + Self.reach + 1, speech.count)])
    let written = cost(of: part)
    part.replaceSubrange(index - start..<index - start + word.count, with: word)
    return written - cost(of: part)
  }

  private func cost(of scalars: [UInt32]) -> Int {
    var line = SymbolLine()
    line.load(scalars, model.alphabet)
    return line.symbols.indices.reduce(0) { $0 + model.grams.cost(line.symbols, at: $1) }
  }

  /// Proposes the best candidate at `index`, if it is good enough.
  private mutating func look(at index: Int, _ scalar: UInt32) {
    guard costs[index] + costs[index + 1] >= Self.suspicion, !Self.fixed.contains(scalar) else { return }
    let window = index..<min(index + Self.reach, costs.count)
    let written = sums[window.upperBound] - sums[window.lowerBound]
    let (before, symbol, after) = (line.symbols[index - 1], line.symbols[index], line.symbols[index + 1])
    let margin = margin + usualCost(around: window)
    var best: Proposal?
    for entry in model.confusions.range(symbol) {
      let candidate = model.confusions.entries[entry]
      let other = candidate & 0xFFF
      guard model.grams.knows(other, after), model.grams.knows(before, other) else { continue }
      let kind = Self.kindCosts[Int(candidate >> 12)]
      let limit = written - kind - max(margin, (best?.gain ?? 0) + 1)
      guard let cost = cost(of: other, in: window, limit), isAllowed(other, scalar) else { continue }
      best = Proposal(index: index, symbol: other, gain: written - kind - cost)
    }
    line.replace(index, with: symbol)
    if let best { found.append(best) }
  }

  /// What a symbol costs on average in the neighbourhood: where the speech is strange to the model, it must be surer.
  private func usualCost(around window: Range<Int>) -> Int {
    let (start, end) = (
      max(1, window.lowerBound - Self.horizon), min(costs.count, window.upperBound + Self.horizon)
    )
    let count = end - start - window.count
    guard count > 0 else { return Self.costOfStrangers }
    return (sums[end] - sums[start] - sums[window.upperBound] + sums[window.lowerBound]) / count
  }

  /// What the window costs with the symbol at its start; nil when above `limit`.
  private mutating func cost(of symbol: UInt16, in window: Range<Int>, _ limit: Int) -> Int? {
    line.replace(window.lowerBound, with: symbol)
    var cost = 0
    for index in window {
      cost += model.grams.cost(line.symbols, at: index)
      if cost > limit { return nil }
    }
    return cost
  }

  private func isAllowed(_ symbol: UInt16, _ scalar: UInt32) -> Bool {
    guard let character = model.alphabet.character(symbol), !Self.fixed.contains(character) else {
      return false
    }
    return !Self.equals.contains { $0.contains(scalar) && $0.contains(character) }
  }

  /// A proposal waits when a better one stands within reach: correcting that one changes its surroundings.
  private func isBest(_ number: Int) -> Bool {
    let mine = found[number]
    var other = number - 1
    while other >= 0, mine.index - found[other].index < Self.reach {
      if found[other].gain >= mine.gain { return false }
      other -= 1
    }
    other = number + 1
    while other < found.count, found[other].index - mine.index < Self.reach {
      if found[other].gain > mine.gain { return false }
      other += 1
    }
    return true
  }

  /// Numerals, negations, the letters of lists and words of speech and dialect are never put in or taken out.
  private static let fixed = Set(
    "一二三四五六七八九十百千万亿两几零〇半双不没无未非别莫勿否甲乙丙丁冇嘞噻唻咧呐嘛呗俺咱甭恁忒侬啥嘎孬咋仨俩啦喽哈呢吧哟喂嗯哎".unicodeScalars.map(\.value))
  /// Words of equal right: both are language almost anywhere, so that only the speaker knows which was meant.
  private static let equals = [
    "做作", "和或与及", "须需", "以依已", "他她它其", "的地得", "订定", "消销", "帐账", "象像向", "那哪", "人任仁", "是事", "职执", "身生",
  ].map { Set($0.unicodeScalars.map(\.value)) }
}
