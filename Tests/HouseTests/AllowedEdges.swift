/// The house as the Architecture article lays it out: which target may import which, and what from outside.
///
/// A target of the table need not exist yet. An edge that is not here is added to the article first.
enum AllowedEdges {
  /// What a target may depend on: targets of ours, and products of other packages.
  struct Row: Sendable {
    let targets: Set<String>
    let outside: Set<String>

    init(_ targets: String, outside: String = "") {
      self.targets = Set(targets.split(separator: " ").map(String.init))
      self.outside = Set(outside.split(separator: " ").map(String.init))
    }
  }

  /// C targets and system libraries import nothing.
  static let c: Set<String> = [
    "COpenBLAS", "CLAPACKE", "CClp", "CSpecialFunctions", "CSeriesKernels", "CZip", "CXLSXWriter", "CZstd",
  ]

  /// The libraries and the command, from the ground up.
  static let table: [String: Row] = [
    "Scheduler": Row(""),
    "Indicators": Row("Scheduler"),
    "LinearAlgebra": Row("COpenBLAS CLAPACKE CClp Scheduler"),
    "Distributions": Row("CSpecialFunctions", outside: "Numerics RealModule"),
    "Estimates": Row("Indicators Distributions Scheduler"),
    "Regression": Row("Estimates Indicators Distributions LinearAlgebra CSeriesKernels Scheduler"),
    "Rates": Row("Regression Estimates Indicators Distributions CSeriesKernels Scheduler"),
    "Trends": Row("Regression Estimates Indicators Distributions LinearAlgebra CSeriesKernels Scheduler"),
    "Comparisons": Row("Rates Trends Regression Estimates Indicators Distributions LinearAlgebra Scheduler"),
    "Inequality": Row("Rates Trends Regression Estimates Indicators Distributions LinearAlgebra Scheduler"),
    "Evaluation": Row(
      "Rates Trends Regression Estimates Indicators Distributions LinearAlgebra CSeriesKernels Scheduler"),
    "Spatial": Row("Rates Regression Estimates Indicators Distributions LinearAlgebra Scheduler"),
    "Disclosure": Row("Estimates Indicators LinearAlgebra Scheduler"),
    "Interchange": Row("Estimates Indicators Scheduler CZip CXLSXWriter", outside: "Yams"),
    "Analyses": Row(
      "Evaluation Comparisons Inequality Spatial Disclosure Trends Rates Regression Estimates Indicators"
        + " Distributions Scheduler"),
    "Wording": Row("Estimates Indicators"),
    "Connectors": Row("Interchange Indicators", outside: "Logging"),
    "KnowledgeBase": Row("Interchange Estimates Indicators Scheduler CZstd", outside: "GRDB GRDBSQLite"),
    "Reports": Row(
      "Analyses Disclosure Wording Interchange Estimates Indicators Scheduler", outside: "Mustache"),
    "Pipeline": Row(
      "Connectors KnowledgeBase Reports Wording Analyses Disclosure Interchange Estimates Indicators Scheduler",
      outside: "Logging"),
    "Levekar": Row(
      "Pipeline Connectors KnowledgeBase Reports Wording Analyses Interchange Disclosure Evaluation Comparisons"
        + " Inequality Spatial Trends Rates Regression Estimates Indicators Distributions LinearAlgebra Scheduler"
    ),
    "LevekarCLI": Row("Levekar", outside: "ArgumentParser"),
  ]

  /// What tests may use from outside: a small server that replays recorded answers.
  static let outsideOfTests: Set<String> = ["FlyingFox", "FlyingSocks"]

  /// Every edge of the package that is not allowed, as a sentence.
  static func violations(of targets: [PackageDescription.Target]) -> [String] {
    var found: [String] = []
    for target in targets.sorted(by: { $0.name < $1.name }) {
      let edges = Set(target.targetDependencies ?? [])
      let products = Set(target.productDependencies ?? [])
      if target.isOfTests {
        // Tests may import what they test; only packages are counted.
        for product in products.subtracting(outsideOfTests).sorted() {
          let isTested = edges.contains { table[$0]?.outside.contains(product) ?? false }
          if !isTested { found.append("\(target.name) uses \(product), which is not listed for tests") }
        }
        continue
      }
      if c.contains(target.name) {
        for edge in edges.union(products).sorted() { found.append("\(target.name) is C and imports \(edge)") }
        continue
      }
      guard let row = table[target.name] else {
        found.append("\(target.name) is no target of the house")
        continue
      }
      for edge in edges.subtracting(row.targets).sorted() {
        found.append("\(target.name) → \(edge) is not allowed")
      }
      for product in products.subtracting(row.outside).sorted() {
        found.append("\(target.name) uses \(product), which is not listed for it")
      }
    }
    return found
  }
}
