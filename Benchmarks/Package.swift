// swift-tools-version: 6.2
import PackageDescription

// Kept out of the root package, so that building or using Levekar never fetches the benchmark library.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "LevekarBenchmarks",
  dependencies: [
    .package(name: "Levekar", path: "..")
  ],
  targets: [
    .target(
      name: "ExampleData", dependencies: [.product(name: "Levekar", package: "Levekar")],
      swiftSettings: strict),
    .executableTarget(name: "generate-example", dependencies: ["ExampleData"], swiftSettings: strict),
  ]
)
