/// The keys of a rule file, in the order of the canonical form.
enum RuleFormat {
  static let baseKeys = [
    "format", "id", "title", "version", "effective", "law", "classes", "elements", "rules",
    "calculations",
  ]
  static let calculationKeys = ["kind", "inputs"]
  static let elementKeys = [
    "id", "name", "section", "form_item", "type", "options", "question", "law", "codes", "important", "when",
    "several", "proof", "called", "basis", "admitted", "contested",
  ]
  static let examples = "examples"
  static let ruleKeys = [
    "id", "element", "confirms", "disputes", "speaker", "part", "given", "lacking", "asked", "says",
    "unless",
    "within", "value", examples,
  ]
  static let exampleKeys = ["people", "match", "not"]
  static let matchKeys = ["asked", "text", "words", "value"]
  static let notKeys = ["asked", "text"]
}
