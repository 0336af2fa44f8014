import Testing

/// The house holds what the Architecture article promises.
@Suite struct HouseTests {
  /// What comes with the toolchain or the platform and is nobody's dependency.
  static let platform: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "FoundationNetworking", "Dispatch", "Synchronization",
    "Glibc",
    "Musl", "Darwin", "RegexBuilder", "Testing",
  ]

  @Test func onlyAllowedEdgesAreDeclared() throws {
    let package = try PackageDescription.ofThisPackage()
    // The ground floor is there, so the check has seen the package.
    let names = Set(package.targets.map(\.name))
    #expect(names.isSuperset(of: ["Scheduler", "Indicators", "Estimates", "HouseTests"]))
    #expect(AllowedEdges.violations(of: package.targets) == [])
  }

  /// The check itself finds what it is for.
  @Test func forbiddenEdgesAreFound() {
    func target(_ name: String, _ edges: [String] = [], _ products: [String] = [], path: String? = nil)
      -> PackageDescription.Target
    {
      .init(
        name: name, type: path == nil ? "library" : "test", path: path ?? "Sources/\(name)",
        targetDependencies: edges, productDependencies: products)
    }
    let found = AllowedEdges.violations(of: [
      target("Indicators", ["Scheduler"]), target("Scheduler", ["Indicators"]),
      target("Helpers"), target("Estimates", [], ["Yams"]), target("CZstd", ["Scheduler"]),
      target("IndicatorsTests", ["Indicators", "Reports"], path: "Tests/IndicatorsTests"),
      target("WordingTests", ["Wording"], ["Yams"], path: "Tests/WordingTests"),
      target("InterchangeTests", ["Interchange"], ["Yams"], path: "Tests/InterchangeTests"),
    ])
    #expect(
      found == [
        "CZstd is C and imports Scheduler", "Estimates uses Yams, which is not listed for it",
        "Helpers is no target of the house", "Scheduler → Indicators is not allowed",
        "WordingTests uses Yams, which is not listed for tests",
      ])
  }

  /// Each row of the table rests on rows or C targets of the table, and nothing rests on itself.
  @Test func theTableIsALadder() {
    var done = AllowedEdges.c
    var rest = AllowedEdges.table
    while let next = rest.first(where: { $0.value.targets.isSubset(of: done) }) {
      done.insert(next.key)
      rest[next.key] = nil
    }
    #expect(rest.keys.sorted() == [])
  }

  @Test func importsAreDeclared() throws {
    let package = try PackageDescription.ofThisPackage()
    var declared: [String: Set<String>] = [:]
    for target in package.targets {
      declared[target.name] = Set((target.targetDependencies ?? []) + (target.productDependencies ?? []))
    }
    var seen = 0
    var found: [String] = []
    for file in try SourceFile.all() {
      guard let dependencies = declared[file.target] else { continue }
      for module in file.imports {
        seen += 1
        let isTests = file.area == "Tests" && file.target != "TestSupport"
        let isKnown =
          Self.platform.contains(module) && (module != "Testing" || isTests) || dependencies.contains(module)
          || (file.target == "TestSupport" && dependencies.contains(module))
        if !isKnown { found.append("\(file.path) imports \(module), which \(file.target) does not declare") }
      }
    }
    #expect(seen > 50)
    #expect(found == [])
  }

  @Test func importsAreRecognised() {
    let text = [
      "import Foundation", "@testable import Indicators", "public import Scheduler",
      "@_exported import struct Estimates.Estimate", "// import Nothing", "let text = \"import Nothing\"",
      "@_spi(Testing) import Trends",
    ].joined(separator: "\n")
    #expect(SourceFile.imports(in: text) == ["Foundation", "Indicators", "Scheduler", "Estimates", "Trends"])
  }

  @Test func theNetworkIsInConnectorsOnly() throws {
    let words = ["FoundationNetworking", "URLSession", "URLRequest"]
    let found = try SourceFile.all().filter { $0.area == "Sources" && $0.target != "Connectors" }
      .flatMap { file in words.filter { file.text.contains($0) }.map { "\(file.path) speaks of \($0)" } }
    #expect(found == [])
  }

  @Test func filesAreNamedAfterWhatTheyHold() throws {
    let found = try SourceFile.all().filter { file in
      ["Utilities", "Utils", "Helpers", "Misc"].contains { file.stem.hasSuffix($0) } || file.stem == "Common"
    }
    #expect(found.map(\.path) == [])
  }

  @Test func noFileIsLongerThanFiveHundredLines() throws {
    let files = try SourceFile.all()
    #expect(files.count > 20)
    #expect(files.filter { $0.lineCount > 500 }.map { "\($0.path): \($0.lineCount)" } == [])
  }

  @Test func whatTestsShareNeedsNoTestLibrary() throws {
    let shared = try SourceFile.all().filter { $0.area == "Tests" && $0.target == "TestSupport" }
    #expect(!shared.isEmpty)
    #expect(shared.filter { $0.imports.contains("Testing") }.map(\.path) == [])
  }
}
