// swift-tools-version: 6.2
import PackageDescription

// Kept out of the root package, so that building or using Levekar never fetches the benchmark library.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let levekar: Target.Dependency = .product(name: "Levekar", package: "Levekar")

/// A suite of the benchmark library, in `Benchmarks/<name>`.
func suite(_ name: String) -> Target {
  .executableTarget(
    name: "\(name)Benchmarks",
    dependencies: ["ExampleData", "Workloads", levekar, .product(name: "Benchmark", package: "benchmark")],
    path: "Benchmarks/\(name)", swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
  name: "LevekarBenchmarks",
  dependencies: [
    .package(name: "Levekar", path: ".."),
    // Statistics over repeated runs. Without its traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "ExampleData",
      dependencies: [
        .product(name: "Distributions", package: "Levekar"), .product(name: "Indicators", package: "Levekar"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "generate-example", dependencies: ["ExampleData"], swiftSettings: strict),

    // What suites and peers are both run on.
    .target(name: "Workloads", dependencies: ["ExampleData", levekar], swiftSettings: strict),
    // The peer of the panel store: SQLite rows through the C interface.
    .target(name: "CRowStore", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Our side of Peers/run.sh.
    .executableTarget(
      name: "levekar-bench", dependencies: ["ExampleData", "Workloads", "CRowStore", levekar],
      swiftSettings: strict),
    .executableTarget(name: "calibrate", dependencies: [levekar], swiftSettings: strict),

    suite("DelimitedText"),
    suite("JSONStat"),
    suite("PanelStore"),
    suite("Refresh"),
    suite("Regression"),
    suite("Trends"),
  ]
)
