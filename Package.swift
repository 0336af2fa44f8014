// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in every target of ours.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A Swift target of the house. Its edges are those of the Architecture article, which a test holds them against.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The tests of a target, with the targets they speak of beside it.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "Levekar",
  products: [
    .library(name: "Levekar", targets: ["Levekar"]),
    .executable(name: "levekar", targets: ["LevekarCLI"]),
    // For the generator of the example, which should not have to build the whole house.
    .library(name: "Distributions", targets: ["Distributions"]),
    .library(name: "Indicators", targets: ["Indicators"]),
  ],
  dependencies: [
    // The store: SQLite with write-ahead log and migrations, well kept.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Programme, indicator and source files are YAML, which municipal analysts can edit.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Help, completion and manual of the command from one definition.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Page skeletons: logic-less, and escapes by default.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    module("Scheduler"),
    tests("Scheduler"),
    module("Indicators", ["Scheduler"]),
    tests("Indicators"),

    // Dense linear algebra. Debian's OpenBLAS carries no LAPACKE symbols, so both are needed.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    module("LinearAlgebra", ["COpenBLAS", "CLAPACKE"]),
    tests("LinearAlgebra", ["COpenBLAS"]),

    // Special functions: Boost.Math headers behind extern "C". The headers are needed only to build.
    .target(name: "CSpecialFunctions"),
    module("Distributions", ["CSpecialFunctions"]),
    tests("Distributions"),

    module("Estimates", ["Indicators", "Distributions", "Scheduler"]),
    tests("Estimates", ["Indicators"]),

    // Loops over blocks of series, in C for its vector types and run-time choice of instruction set.
    .target(name: "CSeriesKernels"),
    tests("CSeriesKernels"),
    module(
      "Regression",
      ["Estimates", "Indicators", "Distributions", "LinearAlgebra", "CSeriesKernels", "Scheduler"]),
    tests("Regression", ["Estimates", "Indicators", "Distributions", "LinearAlgebra", "Scheduler"]),
    module(
      "Rates", ["Regression", "Estimates", "Indicators", "Distributions", "CSeriesKernels", "Scheduler"]),
    tests("Rates", ["Estimates", "Indicators", "Distributions", "Scheduler"]),
    module(
      "Trends",
      [
        "Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra", "CSeriesKernels",
        "Scheduler",
      ]),
    tests(
      "Trends", ["Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra", "Scheduler"]),
    module(
      "Comparisons",
      [
        "Rates", "Trends", "Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra",
        "Scheduler",
      ]),
    tests(
      "Comparisons", ["Rates", "Estimates", "Indicators", "Distributions", "LinearAlgebra", "Scheduler"]),

    module(
      "Inequality",
      [
        "Rates", "Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra", "Scheduler",
      ]),
    tests("Inequality", ["Estimates", "Indicators", "Distributions", "Scheduler"]),
    module(
      "Spatial",
      [
        "Rates", "Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra", "Scheduler",
      ]),
    tests("Spatial", ["Estimates", "Indicators", "Distributions", "Scheduler"]),

    module(
      "Evaluation",
      [
        "Rates", "Trends", "Regression", "Estimates", "Indicators", "Distributions", "LinearAlgebra",
        "CSeriesKernels", "Scheduler",
      ]),
    tests(
      "Evaluation", ["Estimates", "Indicators", "Distributions", "LinearAlgebra", "Regression", "Scheduler"]),

    module("Disclosure", ["Estimates", "Indicators"]),
    tests("Disclosure", ["Indicators"]),
    module(
      "Analyses",
      [
        "Evaluation", "Comparisons", "Inequality", "Spatial", "Trends", "Rates", "Regression", "Estimates",
        "Indicators", "Distributions", "Scheduler",
      ]),
    tests(
      "Analyses",
      ["Comparisons", "Estimates", "Evaluation", "Indicators", "Inequality", "Rates", "Scheduler", "Spatial"]),

    module("Interchange", ["Estimates", "Indicators", "Scheduler", "Yams"]),
    tests("Interchange", ["Estimates", "Indicators", "Scheduler"]),

    // Compression of panels.
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    module(
      "KnowledgeBase",
      ["Estimates", "Indicators", "Scheduler", "CZstd", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "KnowledgeBase",
      ["Estimates", "Indicators", "Scheduler", .product(name: "GRDB", package: "GRDB.swift")]),

    module("Wording", ["Estimates", "Indicators"]),
    tests("Wording", ["Estimates", "Indicators"]),
    module(
      "Reports",
      [
        "Analyses", "Disclosure", "Wording", "Estimates", "Indicators",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    tests("Reports", ["Analyses", "Disclosure", "Wording", "Estimates", "Indicators"]),

    .target(
      name: "Pipeline",
      dependencies: [
        "KnowledgeBase", "Reports", "Wording", "Analyses", "Disclosure", "Interchange", "Estimates",
        "Indicators",
        "Scheduler",
      ],
      resources: [.embedInCode("Templates")], swiftSettings: strict),
    tests(
      "Pipeline",
      ["KnowledgeBase", "Analyses", "Disclosure", "Interchange", "Wording", "Estimates", "Indicators"]),
    module(
      "Levekar",
      [
        "Analyses", "Comparisons", "Disclosure", "Distributions", "Estimates", "Evaluation", "Indicators",
        "Interchange", "Inequality", "KnowledgeBase", "LinearAlgebra", "Pipeline", "Rates", "Regression",
        "Reports",
        "Scheduler",
        "Spatial", "Trends", "Wording",
      ]),
    .executableTarget(
      name: "LevekarCLI",
      dependencies: ["Levekar", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .testTarget(
      name: "LevekarCLITests", dependencies: ["LevekarCLI", "Levekar", "TestSupport"], swiftSettings: strict),

    // What tests share. A plain target, so that it needs no test library and any test target may import it.
    .target(
      name: "TestSupport", dependencies: ["Estimates", "Indicators", "Scheduler"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport", "Estimates", "Indicators", "Scheduler"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
