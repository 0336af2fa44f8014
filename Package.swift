// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in every target of ours.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A Swift target of the house. Its edges are those of the Architecture article, which a test holds them against.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "Levekar",
  products: [],
  dependencies: [],
  targets: [
    module("Scheduler"),
    tests("Scheduler", []),
    module("Indicators", ["Scheduler"]),
    tests("Indicators", []),

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
    tests("Distributions", []),

    module("Estimates", ["Indicators", "Scheduler"]),
    tests("Estimates", ["Indicators"]),
    module("Disclosure", ["Estimates", "Indicators"]),
    tests("Disclosure", ["Indicators"]),
    module("Analyses", ["Estimates", "Indicators"]),
    tests("Analyses", ["Estimates", "Indicators"]),
  ],
  cxxLanguageStandard: .cxx17
)
