import Foundation
import TextCore

/// A wrong command line, said in Chinese, with the nearest right one when there is one.
struct UsageError: Error {
  let message: String
  var suggestion: String?
  /// The command whose help explains more.
  var command: CommandSpec?
}

/// What the user asked for, checked against the command's table.
struct Arguments: Sendable {
  let spec: CommandSpec
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words after the command's name. `--` ends the options; `-` alone is an operand.
  init(_ words: [String], for spec: CommandSpec) throws(UsageError) {
    self.spec = spec
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else {
        try readOption(word, &rest)
      }
    }
    guard !has("--help"), !has("--version") else { return }
    try checkOperands()
  }

  /// True when the option was given.
  func has(_ name: String) -> Bool { values[name] != nil }
  /// The last value given.
  subscript(_ name: String) -> String? { values[name]?.last }
  /// All values given, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value as a whole number of at least `minimum`.
  func integer(_ name: String, minimum: Int = 0) throws(UsageError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), number >= minimum else {
      throw UsageError(message: "\(name) 的值“\(text)”不是不小于 \(minimum) 的整数", command: spec)
    }
    return number
  }

  /// How many workers `--jobs` asks for; as many as the machine has cores without it.
  func jobs() throws(UsageError) -> Int {
    try integer("--jobs", minimum: 1) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The words of an option whose value is a list.
  func list(_ name: String) -> [String]? { self[name].map(Self.words) }

  private static func words(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }

  private mutating func readOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = spec.allOptions.first(where: { $0.name == parts[0] || $0.short == parts[0] }) else {
      let names = spec.allOptions.map(\.name)
      throw UsageError(
        message: "“courtnlp \(spec.name)”没有选项“\(parts[0])”",
        suggestion: NearestWord.find(parts[0], in: names), command: spec)
    }
    guard option.value != nil else {
      guard parts.count == 1 else {
        throw UsageError(message: "选项“\(option.name)”不带值", command: spec)
      }
      values[option.name, default: []].append("")
      return
    }
    guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
      throw UsageError(message: "选项“\(option.name)”后面缺少值 \(option.value ?? "")", command: spec)
    }
    for word in option.isList ? Self.words(value) : [value]
    where !option.choices.isEmpty && !option.choices.contains(word) {
      throw badChoice(option.name, word, option.choices)
    }
    values[option.name, default: []].append(value)
  }

  private func badOperand(_ word: String) -> UsageError {
    UsageError(
      message: "“courtnlp \(spec.name)”的参数“\(word)”不在可选范围内：\(spec.operandChoices.joined(separator: "、"))",
      suggestion: NearestWord.find(word, in: spec.operandChoices).map { "\(spec.name) \($0)" }, command: spec)
  }

  private func badChoice(_ name: String, _ value: String, _ choices: [String]) -> UsageError {
    UsageError(
      message: "\(name) 的值“\(value)”不在可选范围内：\(choices.joined(separator: "、"))",
      suggestion: NearestWord.find(value, in: choices).map { "\(name) \($0)" }, command: spec)
  }

  private func checkOperands() throws(UsageError) {
    if operands.count < spec.operandCount.lowerBound {
      throw UsageError(message: "“courtnlp \(spec.name)”缺少参数：\(spec.operands)", command: spec)
    }
    if operands.count > spec.operandCount.upperBound {
      let extra = operands[spec.operandCount.upperBound]
      throw UsageError(message: "“courtnlp \(spec.name)”不接受多余的参数“\(extra)”", command: spec)
    }
    guard !spec.operandChoices.isEmpty else { return }
    for word in operands where !spec.operandChoices.contains(word) { throw badOperand(word) }
  }
}
