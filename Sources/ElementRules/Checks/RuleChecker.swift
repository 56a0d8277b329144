import ChineseText
import TextCore

/// Checks what a rule base says, once it could be read: ids, elements, values, patterns, and every example.
public struct RuleChecker {
  /// After so many findings the rest is not looked at.
  private static let most = 100

  private let file: RuleFile
  private let classes: [String: WordList]
  private let elements: [String: Element]
  private var findings: [Diagnostic]

  /// All findings about a rule base; errors are what keeps a rule from doing what it says, the rest is advice.
  public static func check(_ file: RuleFile) -> [Diagnostic] {
    var checker = RuleChecker(file)
    let faultless = checker.findings.isEmpty
    checker.checkIDs()
    checker.checkElements()
    checker.checkRepeats()
    for rule in file.base.rules where checker.findings.count < most {
      checker.checkValue(rule)
      checker.checkBars(rule)
      // An example of a rule whose pattern is faulty would only repeat the complaint.
      if faultless {
        checker.findings += RuleExamples(file, rule, elements: checker.elements, classes: checker.classes)
          .check()
      }
    }
    return checker.findings
  }

  private init(_ file: RuleFile) {
    self.file = file
    classes = file.base.wordLists
    elements = file.base.elementOfID
    findings = CompiledRules([file]).findings
  }

  private mutating func add(
    _ severity: Severity, _ code: String, _ message: String, _ span: Span<Source>, fix: String? = nil
  ) {
    findings.append(file.finding(severity, code, message, span, fix: fix))
  }

  private mutating func checkIDs() {
    var seen: Set<String> = []
    for element in file.base.elements where !seen.insert(element.id).inserted && findings.count < Self.most {
      add(.error, "RB013", "要素“\(element.id)”重复出现", element.place, fix: "编号不得重复")
    }
    var known: Set<String> = []
    for rule in file.base.rules where findings.count < Self.most {
      if !known.insert(rule.id).inserted {
        add(.error, "RB014", "规则“\(rule.id)”重复出现", rule.place, fix: "编号不得重复")
      }
      for id in rule.elements { checkKnown(id, "规则“\(rule.id)”说的", rule.place) }
    }
  }

  private mutating func checkKnown(_ id: String, _ what: String, _ place: Span<Source>) {
    guard elements[id] == nil else { return }
    let near = nearestElement(id)
    add(.error, "RB015", "\(what)要素“\(id)”不存在", place, fix: near.map { "是不是想写“\($0)”？" })
  }

  private func nearestElement(_ id: String) -> String? {
    let longest = 100
    guard id.utf8.count <= longest else { return nil }
    return NearestWord.find(id, in: file.base.elements.map(\.id).filter { $0.utf8.count <= longest })
  }

  /// Elements that no rule proves, and elements with rules but without an article.
  private mutating func checkElements() {
    let proven = Set(file.base.rules.filter { !$0.isReaction }.flatMap(\.elements))
    for element in file.base.elements where findings.count < Self.most {
      for id in element.when { checkKnown(id, "要素“\(element.id)”的 when 所说的", element.place) }
      for id in element.basis { checkKnown(id, "要素“\(element.id)”的 basis 所说的", element.place) }
    }
    for plan in file.base.calculations {
      for id in plan.elements { checkKnown(id, "计算“\(plan.kind.rawValue)”用的", plan.place) }
    }
    let missing = file.base.elements.filter { !proven.contains($0.id) }
    if let first = missing.first {
      add(.warning, "RB019", "\(missing.count) 个要素还没有规则：\(Self.list(missing))", first.place)
    }
    let lawless = file.base.elements.filter { proven.contains($0.id) && $0.law.isEmpty }
    if let first = lawless.first {
      add(.note, "RB020", "\(lawless.count) 个有规则的要素没有写明法律依据：\(Self.list(lawless))", first.place)
    }
  }

  private static func list(_ elements: [Element]) -> String {
    elements.prefix(mostListed).map(\.id).joined(separator: "、") + (elements.count > mostListed ? "……" : "")
  }

  private static let mostListed = 20

  /// The value must suit the element's type: stated in the rule, or read by a slot in every way of every pattern.
  private mutating func checkValue(_ rule: Rule) {
    guard case .states(let id, let value) = rule.effect, let element = elements[id] else { return }
    if let value {
      guard !element.allows(value) else { return }
      add(
        .error, "RB016", "规则“\(rule.id)”的值“\(value)”不合要素的类型 \(element.type.rawValue)", rule.place,
        fix: element.advice(on: value))
    } else if let slot = element.type.slot {
      // A text quotes the words themselves.
      guard element.type != .text, element.type != .party else { return }
      let isNumber = element.type == .number
      for says in rule.says
      where pattern(says)?.always(takes: slot) == false
        && !(isNumber && pattern(says)?.always(takes: .age) == true)
      {
        add(
          .error, "RB017", "模式里没有必定读出的 {\(slot.rawValue)}，要素得不到值", says.place,
          fix: "每一种说法里都写上 {\(slot.rawValue)}，不放在 […] 里")
      }
    } else if rule.says.isEmpty && element.type == .boolean {
      // Yes and no are the values.
      return
    } else {
      let fix =
        element.type == .boolean ? "请写 \"value\": \"true\" 或 \"false\"" : "请写 \"value\"，取自该要素的 options"
      add(.error, "RB016", "规则“\(rule.id)”没有值，而要素的类型是 \(element.type.rawValue)", rule.place, fix: fix)
    }
  }

  /// A bar of full width stands for itself, which nobody says.
  private mutating func checkBars(_ rule: Rule) {
    for text in rule.says + rule.unless + rule.asked where text.text.contains("｜") {
      add(.warning, "RB028", "全角的“｜”只匹配它自己", text.place, fix: "要写“其中之一”，请用半角的 |")
    }
  }

  private func pattern(_ text: PlacedText) -> Pattern? {
    try? PatternParser.parse(text.text, classes: classes)
  }

  /// A pattern that an earlier rule for the same element has, with no more exceptions, can never add anything.
  private mutating func checkRepeats() {
    struct Key: Hashable {
      let effect: Rule.Effect
      let asked: [String]
      let speakers: [Side]
      let parts: [HearingPart]
      let within: Rule.Scope
      let pattern: Pattern
    }
    var earlier: [Key: Rule] = [:]
    for rule in file.base.rules {
      for says in rule.says {
        guard let pattern = pattern(says) else { continue }
        let key = Key(
          effect: rule.effect, asked: rule.asked.map(\.text), speakers: rule.speakers, parts: rule.parts,
          within: rule.within, pattern: pattern)
        if let first = earlier[key] {
          guard Set(first.unless.map(\.text)).isSubset(of: rule.unless.map(\.text)) else { continue }
          add(.error, "RB018", "这个模式与规则“\(first.id)”的相同，永远轮不到它", says.place, fix: "删去其中一个")
        } else {
          earlier[key] = rule
        }
      }
    }
  }
}

extension Element {
  /// True when a rule may state `value` for this element; amounts, dates and other readings come from the words only,
  /// save that nothing was paid.
  fileprivate func allows(_ value: String) -> Bool {
    switch type {
    case .boolean: value == "true" || value == "false"
    case .choice: options.contains(value) || PartyReference(rawValue: value) != nil && options.contains("原告")
    case .text: true
    case .party: value.hasPrefix("@") ? PartyReference(rawValue: value) != nil : true
    case .number: ExactNumber(value) != nil
    case .money: value == "0"
    case .date, .period, .rate, .percent: false
    }
  }

  /// What to write instead of a value that it does not allow.
  fileprivate func advice(on value: String) -> String? {
    switch type {
    case .boolean: "请写 \"true\" 或 \"false\""
    case .choice: NodeReader.suggestion(value, in: options)
    case .text, .party, .number: nil
    case .money, .date, .period, .rate, .percent: type.slot.map { "请删去 \"value\"，在说法里用 {\($0.rawValue)} 读出" }
    }
  }
}
