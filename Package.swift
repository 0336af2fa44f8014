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
  dependencies: [
    // The skeleton of pages: logic-less, escapes by default.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1")
  ],
  targets: [
    module("Scheduler"),
    tests("Scheduler", []),
    module("Indicators", ["Scheduler"]),
    tests("Indicators", []),
    module("Estimates", ["Indicators", "Scheduler"]),
    tests("Estimates", ["Indicators"]),
    module("Disclosure", ["Estimates", "Indicators"]),
    module("Analyses", ["Disclosure", "Estimates", "Indicators"]),
    module("Wording", ["Estimates", "Indicators"]),
    tests("Wording", ["Estimates", "Indicators"]),
    module(
      "Reports",
      [
        "Analyses", "Disclosure", "Wording", "Estimates", "Indicators",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    tests("Reports", ["Analyses", "Disclosure", "Wording", "Estimates", "Indicators"]),
  ]
)
