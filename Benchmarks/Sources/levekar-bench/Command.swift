import ExampleData
import Foundation

/// Does one piece of work several times and prints its times and a digest of the result as one JSON line.
///
///     levekar-bench inputs DIR                         the files all works read
///     levekar-bench works                              what can be asked for
///     levekar-bench WORK DIR REPETITIONS [--threads N]
@main
struct Command {
  static let works: [(name: String, run: @Sendable (Request) throws -> Answer)] =
    [
      ("mann-kendall", mannKendall),
      ("mann-kendall-p", mannKendallWithP),
      ("ols", ordinaryLeastSquares),
      ("poisson-trend", poissonTrend),
      ("joinpoint", joinpoint),
      ("direct-rates", directRates),
      ("csv", delimitedText),
      ("json-stat", jsonStat),
      ("panel-store", panelStore),
      ("row-store", rowStore),
      ("refresh", refresh),
      ("screen", screen),
      ("screen-rows", screenRows),
      ("effect-screen", effectScreen),
      ("two-way", twoWay),
    ] + (ReferenceFigures.isThere ? onReferenceFigures : [])

  private static let onReferenceFigures: [(name: String, run: @Sendable (Request) throws -> Answer)] = [
    ("synthetic-did", syntheticDifference),
    ("synthetic-control", syntheticControl),
    ("staggered", staggered),
  ]

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("levekar-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  static func run(_ arguments: [String]) throws {
    guard let name = arguments.first else { throw RequestError.usage }
    if name == "works" {
      print(works.map(\.name).joined(separator: " "))
    } else if name == "inputs", arguments.count == 2 {
      try BenchmarkInputs.write(into: arguments[1])
    } else if let work = works.first(where: { $0.name == name }) {
      let answer = try work.run(Request(Array(arguments.dropFirst())))
      print(answer.line(work: name))
    } else {
      throw RequestError.usage
    }
  }
}
