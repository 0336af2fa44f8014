import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct ClopperPearsonTests {
  // scipy 1.17.1, beta.ppf; quantiles of either library are good to about 1e-13.
  @Test(arguments: [
    (7.0, 50.0, 0.05819170034037209, 0.2673960024970084), (0, 10, 0, 0.3084971078187607),
    (10, 10, 0.6915028921812392, 1), (1, 100, 0.00025314603297742064, 0.054459385392080645),
    (65, 100, 0.5481506381760306, 0.7427062214685488), (5, 100, 0.016431879182052155, 0.11283491110546275),
  ])
  func scipysNumbers(x: Double, n: Double, lower: Double, upper: Double) throws {
    let estimate = try Proportion(of: x, in: n).clopperPearson()
    #expect(isClose(estimate.interval?.lower ?? -1, lower, relative: 1e-12))
    #expect(isClose(estimate.interval?.upper ?? -1, upper, relative: 1e-12))
    #expect(estimate.method == .clopperPearson && estimate.n == n)
  }

  @Test func itHasThePropertiesOfEstimators() throws {
    let checks = EstimatorChecks(name: "clopper-pearson") { panel, level, _ in
      panel.zones.indices.map { zone in
        let cell = panel[zone: zone, period: 0]
        guard let x = cell.numerator, let n = cell.denominator else {
          return .failure(cell.status.reason ?? .missing)
        }
        return Result { () throws(StatisticsError) in
          try Proportion(of: x, in: n).clopperPearson(level: level)
        }
        .mapError(\.reason)
      }
    }
    let panel = try TestPanels.quotients([[0], [7], [nil], [40]], over: [[40], [50], [40], [40]])
    #expect(try checks.violations(on: panel) == [])
  }
}
