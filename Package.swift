// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [String]) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, exclude: exclude,
    swiftSettings: strict)
}

// The layers of DESIGN.md: siblings never import each other, the command line alone sees all.
let package = Package(
  name: "courtnlp",
  products: [
    .executable(name: "courtnlp", targets: ["courtnlp"]),
    .library(name: "Transcript", targets: ["Transcript"]),
    .library(name: "ElementRules", targets: ["ElementRules"]),
    .library(name: "Service", targets: ["Service"]),
    .library(name: "Evaluation", targets: ["Evaluation"]),
    .library(name: "Doors", targets: ["Doors"]),
    .library(name: "CourtNLP", type: .static, targets: ["CInterface"]),
  ],
  targets: [
    module("TextCore", []),
    module("ChineseText", ["TextCore"]),
    module("Documents", ["TextCore"]),
    module("Transcript", ["TextCore", "ChineseText", "Documents"]),
    module("ElementRules", ["TextCore", "ChineseText"]),
    module("Service", ["TextCore", "ChineseText"]),
    module("Evaluation", ["TextCore"]),
    module("Doors", ["TextCore", "ChineseText", "Documents", "Transcript", "ElementRules", "Service"]),
    module("CInterface", ["TextCore", "Doors"]),
    .executableTarget(
      name: "courtnlp",
      dependencies: [
        "TextCore", "ChineseText", "Documents", "Transcript", "ElementRules", "Service", "Evaluation",
        "Doors",
      ],
      swiftSettings: strict),
    tests("TextCoreTests", ["TextCore"]),
    tests("ChineseTextTests", ["ChineseText", "TextCore"], exclude: ["Fixtures"]),
    tests("DocumentsTests", ["Documents", "TextCore"], exclude: ["Fixtures"]),
    tests("TranscriptTests", ["Transcript", "Documents", "ChineseText", "TextCore"], exclude: ["Fixtures"]),
    tests(
      "ElementRulesTests", ["ElementRules", "Service", "ChineseText", "TextCore"], exclude: ["Fixtures"]),
    tests("ServiceTests", ["Service", "ChineseText", "TextCore"]),
    tests("EvaluationTests", ["Evaluation", "TextCore"], exclude: ["Fixtures"]),
    tests("DoorsTests", ["Doors", "Documents", "Transcript", "Service", "ChineseText", "TextCore"]),
    tests("CommandTests", ["TextCore", "Documents", "CInterface", "courtnlp"]),
    tests("CInterfaceTests", ["CInterface", "Doors", "TextCore"]),
  ]
)
