// swift-tools-version: 6.2
import PackageDescription

// Kept out of the root package, so that building or using Levekar never fetches the benchmark library.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let levekar: Target.Dependency = .product(name: "Levekar", package: "Levekar")

let package = Package(
  name: "LevekarBenchmarks",
  dependencies: [
    .package(name: "Levekar", path: "..")
  ],
  targets: [
    .target(
      name: "ExampleData", dependencies: [.product(name: "Distributions", package: "Levekar")],
      swiftSettings: strict),
    .executableTarget(name: "generate-example", dependencies: ["ExampleData"], swiftSettings: strict),

    // The peer of the panel store: SQLite rows through the C interface.
    .target(name: "CRowStore", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Our side of Peers/run.sh.
    .executableTarget(
      name: "levekar-bench", dependencies: ["ExampleData", "CRowStore", levekar], swiftSettings: strict),
  ]
)
