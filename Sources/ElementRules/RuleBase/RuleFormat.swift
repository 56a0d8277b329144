/// The keys of a rule file, in the order of the canonical form.
enum RuleFormat {
  static let baseKeys = [
    "format", "id", "title", "version", "effective", "law", "classes", "elements", "rules",
  ]
  static let elementKeys = [
    "id", "name", "section", "form_item", "type", "options", "question", "law", "codes", "important",
  ]
  static let ruleKeys = ["id", "element", "says", "unless", "within", "value", "examples"]
  static let exampleKeys = ["people", "match", "not"]
  static let matchKeys = ["text", "words", "value"]
}
