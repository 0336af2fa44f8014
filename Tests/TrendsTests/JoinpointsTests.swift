import Estimates
import Indicators
import TestSupport
import Testing

@testable import Trends

@Suite struct JoinpointsTests {
  private static let quick = JoinpointSelection.permutation(replicates: 99, alpha: 0.05, seed: 7160)

  @Test func passesTheSuiteOfEveryEstimator() throws {
    for (model, shift) in [(Joinpoints.Model.logarithmic, 0), (.poisson, 1), (.countWeighted, 2)] {
      let estimate: EstimatorChecks.Estimator = { panel, level, threads in
        let fits = try? Joinpoints.fit(
          panel, model: model, rules: JoinpointRules(maximumJoins: 1),
          selection: model == .poisson ? .bic : Self.quick, threads: threads)
        return (fits ?? []).map { result -> Result<Estimate, Reason> in
          result.mapError(\.reason).flatMap { trend in
            guard let change = try? trend.fit.averageAnnualChange() else { return .failure(.missing) }
            return .success(change.slopeEstimate(level: level))
          }
        }
      }
      let checks = EstimatorChecks(
        name: "joinpoint \(shift)", scale: model == .logarithmic ? .stays : nil, tolerance: 1e-9,
        estimate: estimate)
      #expect(try checks.violations(on: TestPanels.random(zones: 3, periods: 8, seed: 21)) == [])
    }
  }

  @Test func zerosAreRefusedOrHalved() throws {
    let counts: [Double?] = [4, 0, 3, 5, 2, 6, 7, 9, nil, 12]
    let persons = [Double](repeating: 400, count: 10)
    let panel = try TestPanels.quotients(
      [counts, counts.map { $0.map { $0 + 1 } }], over: [persons, persons], multiplier: 100)
    let refused = try Joinpoints.fit(panel, selection: .bic)
    #expect(refused[0] == .failure(.notPositive(0)))
    #expect(try refused[1].get().diagnostics == [])
    let halved = try Joinpoints.fit(panel, selection: .bic, zeros: .addHalf)
    let trend = try halved[0].get()
    #expect(trend.diagnostics == [.halfAdded] && trend.points == 9)
    let values = counts.map { $0.map { 100 * ($0 + 0.5) / 400 } ?? .nan }
    let alone = try Joinpoint(of: values, at: panel.periods.map(\.time), selection: .bic)
    #expect(alone.fit == trend.fit)
    #expect(try halved[1].get() == refused[1].get())
    // Poisson takes zeros as they are.
    #expect(try Joinpoints.fit(panel, model: .poisson)[0].get().diagnostics == [])
  }

  @Test func whatCannotBeFittedHoldsItsReason() throws {
    let row: [Double?] = [1, 2, 3, 4, 5, 6, 7, 8]
    let panel = try TestPanels.values([row, row, Array(row.prefix(6)) + [nil, nil]], kind: .mean).withHidden(
      3)
    let results = try Joinpoints.fit(panel, selection: Self.quick)
    #expect(results[0] == .failure(.suppressedInput(count: 1)))
    #expect((try? results[1].get()) != nil)
    #expect(results[2] == .failure(.tooFewObservations(needed: 7, found: 6)))
    #expect(try Joinpoints.fit(panel, model: .poisson)[1] == .failure(.needsParts))
    let windows = try (0..<8).map { try #require(Period(years: 2000 + $0...2003 + $0)) }
    let overlapping = try Panel(
      indicator: "test", kind: .mean, zones: TestPanels.zones(1), periods: windows,
      values: [1, 2, 3, 4, 5, 6, 7, 8], statuses: [CellStatus](repeating: .observed, count: 8))
    #expect(throws: StatisticsError.overlappingPeriods) { try Joinpoints.fit(overlapping) }
  }
}
