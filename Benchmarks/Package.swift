// swift-tools-version: 6.2
import PackageDescription

// Numbers and examples, apart from the package itself: `swift run -c release --package-path Benchmarks service-bench`.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "courtnlp", path: "..")],
  targets: [
    .executableTarget(
      name: "service-bench", dependencies: [.product(name: "Service", package: "courtnlp")],
      path: "Sources/ServiceBench", swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "service-simulation", dependencies: [.product(name: "Service", package: "courtnlp")],
      path: "Sources/ServiceSimulation", swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "service-example", dependencies: [.product(name: "Service", package: "courtnlp")],
      path: "Sources/ServiceExample", swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
