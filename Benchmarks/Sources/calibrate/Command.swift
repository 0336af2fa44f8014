import Foundation
import Levekar

/// Measures how often intervals hold the truth and tests are wrong, and prints Markdown tables.
///
///     calibrate                               all tables, about ten minutes of processor time
///     calibrate trends power                  some of them
///     calibrate --samples 1000 --seed 7 --threads 1
///
/// Exact wherever all outcomes can be gone through; else simulated with a stream for each replicate, so that the numbers
/// are the same for any number of threads.
@main
struct Command {
  static let tables: [(name: String, make: @Sendable (Settings) throws -> String)] = [
    ("shares", SingleFigures.shares),
    ("counts", SingleFigures.counts),
    ("means", Means.single),
    ("share-contrasts", Contrasts.shares),
    ("rate-contrasts", Contrasts.rates),
    ("part-of-whole", PartOfComparator.shares),
    ("mean-contrasts", Means.differences),
    ("orders", YearlySeries.exactOrders),
    ("trends", YearlySeries.simulated),
    ("power", YearlySeries.power),
    ("share-intervals", ShareIntervals.sideBySide),
    ("finite-population", ShareIntervals.finitePopulation),
    ("medians", ShareIntervals.medians),
    ("direct-rates", StandardisedRates.direct),
    ("direct-rate-contrasts", StandardisedRates.contrasts),
    ("indirect-ratios", StandardisedRates.indirect),
    ("life-expectancy", LifeTables.expectancies),
    ("life-expectancy-gaps", LifeTables.differences),
    ("healthy-life", LifeTables.healthy),
    ("years-lost", LifeTables.yearsLost),
    ("surveys", Surveys.table),
    ("gaps", GapTests.narrowed),
    ("verdicts", Verdicts.rules),
    ("targets", Targets.projections),
    ("ranks", Rankings.ranks),
    ("funnels", Funnels.average),
    ("funnels-overdispersed", Funnels.overdispersed),
    ("detectable-differences", Detectable.differences),
    ("detectable-slopes", Detectable.slopes),
    ("correlated-trends", CorrelatedSeries.trends),
    ("correlated-power", CorrelatedSeries.power),
    ("seasons", CorrelatedSeries.seasonal),
    ("windows", CorrelatedSeries.windows),
    ("recent-trends", CorrelatedSeries.recent),
    ("steps", Steps.falsePositives),
    ("count-trends", CountTrends.rates),
    ("share-trends", CountTrends.shares),
    ("joins", Joins.falseJoins),
    ("slope-index", InequalityIndices.slopes),
    ("dispersion", InequalityIndices.dispersion),
    ("segregation", Segregation.table),
    ("shrinkage", Shrinkage.table),
    ("many-tests", ManyTests.table),
    ("effects", Effects.random),
    ("effects-selected", Effects.selected),
    ("effects-power", Effects.power),
  ]

  static var usage: String {
    "usage: calibrate [--samples N] [--seed N] [--threads N] [\(tables.map(\.name).joined(separator: "|"))]…"
  }

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      say("calibrate: \(error)")
      exit(1)
    }
  }

  static func run(_ arguments: [String]) throws {
    var settings = Settings()
    var wanted: [String] = []
    var words = arguments.makeIterator()
    while let word = words.next() {
      switch word {
      case "--samples", "--seed", "--threads":
        guard let text = words.next(), let number = Int(text), number >= 1, number <= 10_000_000 else {
          throw CalibrationError.argument(word)
        }
        switch word {
        case "--samples": settings.replicates = number
        case "--seed": settings.seed = UInt64(number)
        default: settings.threads = ThreadLimit(number)
        }
      default:
        guard tables.contains(where: { $0.name == word }) else { throw CalibrationError.argument(word) }
        wanted.append(word)
      }
    }
    for table in tables where wanted.isEmpty || wanted.contains(table.name) {
      let start = ContinuousClock.now
      print(try table.make(settings))
      fflush(nil)
      say("\(table.name): \(ContinuousClock.now - start)")
    }
  }

  /// To standard error, so that the tables can be kept by themselves.
  private static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
