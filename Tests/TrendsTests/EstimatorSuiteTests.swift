import Estimates
import Indicators
import Regression
import Scheduler
import TestSupport
import Testing

@testable import Trends

/// The properties every estimator has, on series with and without holes and ties.
@Suite("Trend estimators")
struct EstimatorSuiteTests {
  static func panels() throws -> [Panel] {
    [
      try TestPanels.random(zones: 5, periods: 12, seed: 11),
      try TestPanels.values([
        [3, nil, 4, 1, 5, 9, nil, 6], [2, 2, 2, 2, 2, 2, 2, 2], [nil, 4, 1, nil, 2, nil, nil, 3],
        [1, 2, 4, 8, 16, 32, 64, 128],
      ]),
    ]
  }

  @Test("Sen's slope")
  func theilSen() throws {
    let checks = EstimatorChecks(name: "theil-sen", shift: .stays, scale: .follows) { panel, level, threads in
      Self.fit(panel, level, threads) { $0.theilSen.estimate }
    }
    for panel in try Self.panels() { #expect(try checks.violations(on: panel) == []) }
  }

  @Test("Kendall's tau")
  func tau() throws {
    let checks = EstimatorChecks(name: "tau", shift: .stays, scale: .stays) { panel, level, threads in
      Self.fit(panel, level, threads) { $0.mannKendall.estimate }
    }
    for panel in try Self.panels() { #expect(try checks.violations(on: panel) == []) }
  }

  private func hold(
    _ checks: EstimatorChecks, on panels: [Panel], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for panel in panels { #expect(try checks.violations(on: panel) == [], sourceLocation: sourceLocation) }
  }

  /// One estimate a zone from a fit of the panel that may refuse all of it.
  private static func estimates<Fit>(
    _ panel: Panel, _ fit: (Panel) throws(StatisticsError) -> [Result<Fit, StatisticsError>],
    _ estimate: (Fit) -> Estimate
  ) -> [Result<Estimate, Reason>] {
    do throws(StatisticsError) {
      return try fit(panel).map { $0.map(estimate).mapError(\.reason) }
    } catch {
      return panel.zones.map { _ in .failure(error.reason) }
    }
  }

  @Test("Sen's slope, with bounds of hidden counts")
  func boundsOfSen() throws {
    let checks = EstimatorChecks(
      name: "theil-sen", shift: .stays, scale: .follows,
      bounds: { panel in
        Self.ranges(panel, { p throws(StatisticsError) in try MonotonicTrend.bounds(p) }, \.slope)
      },
      estimate: { panel, level, threads in Self.fit(panel, level, threads) { $0.theilSen.estimate } })
    try hold(checks, on: [try TestPanels.random(zones: 3, periods: 8, seed: 2)])
    try hold(
      EstimatorChecks(
        name: "theil-sen of shares",
        bounds: { panel in
          Self.ranges(panel, { p throws(StatisticsError) in try MonotonicTrend.bounds(p) }, \.slope)
        }, estimate: { panel, level, threads in Self.fit(panel, level, threads) { $0.theilSen.estimate } }),
      on: [try TestPanels.randomShares(zones: 3, periods: 7, seed: 6)])
  }

  @Test("a line, with bounds of hidden counts")
  func boundsOfLine() throws {
    let checks = EstimatorChecks(
      name: "line",
      bounds: { panel in Self.ranges(panel, { p throws(StatisticsError) in try LineBounds.fit(p) }, \.slope)
      },
      estimate: { panel, level, threads in
        guard let fits = try? LineFits(panel, threads: threads) else {
          return panel.zones.map { _ in .failure(.overlappingPeriods) }
        }
        return panel.zones.indices.map { zone in
          fits[zone].map { .success($0.slopeEstimate(level: level)) }
            ?? .failure(fits.status(zone).reason ?? .tooFewPoints)
        }
      })
    try hold(checks, on: [try TestPanels.randomShares(zones: 3, periods: 7, seed: 6)])
  }

  private static func ranges<Fit>(
    _ panel: Panel, _ bound: (Panel) throws(StatisticsError) -> [Result<Fit, StatisticsError>],
    _ range: (Fit) -> ClosedRange<Double>
  ) -> [Result<ClosedRange<Double>, Reason>] {
    do throws(StatisticsError) {
      return try bound(panel).map { $0.map(range).mapError(\.reason) }
    } catch {
      return panel.zones.map { _ in .failure(error.reason) }
    }
  }

  /// Methods that count in steps refuse the panel's holes; a panel without any is theirs.
  @Test("methods for correlated years")
  func correlatedYears() throws {
    let panels = [try TestPanels.random(zones: 4, periods: 14, seed: 12)]
    try hold(
      EstimatorChecks(name: "hamed-rao", shift: .stays, scale: .follows) { panel, level, threads in
        Self.estimates(
          panel,
          { p throws(StatisticsError) in try CorrectedMannKendall.hamedRao(p, level: level, threads: threads)
          },
          { (fit: CorrectedMannKendall) in fit.estimate })
      }, on: panels)
    for factor in LagOneFactor.allCases {
      try hold(
        EstimatorChecks(name: "lag-one", shift: .stays, scale: .follows) { panel, level, threads in
          Self.estimates(
            panel,
            { p throws(StatisticsError) in
              try CorrectedMannKendall.lagOne(p, factor: factor, level: level, threads: threads)
            },
            { (fit: CorrectedMannKendall) in fit.estimate })
        }, on: panels)
    }
    for form in PreWhitenedTrend.Form.allCases {
      // Residuals of values near 1000 after a shift by as much: a few ulps more than the suite's bound.
      try hold(
        EstimatorChecks(name: "pre-whitening", shift: .stays, scale: .follows, tolerance: 1e-9) {
          panel, level, threads in
          Self.estimates(
            panel,
            { p throws(StatisticsError) in
              try PreWhitenedTrend.fit(p, form: form, level: level, threads: threads)
            },
            \.estimate)
        }, on: panels)
    }
    try hold(
      EstimatorChecks(name: "newey-west", shift: .stays, scale: .follows, tolerance: 1e-9) {
        panel, level, threads in
        Self.estimates(
          panel, { p throws(StatisticsError) in try NeweyWestTrend.fit(p, threads: threads) },
          { fit in
            (try? fit.estimate(of: "time", level: level))
              ?? Estimate(0, intervalReason: .missing, method: .neweyWest)
          })
      }, on: panels)
  }

  @Test("change points, repeated medians, weighted lines")
  func others() throws {
    let panels = try Self.panels()
    try hold(
      EstimatorChecks(name: "siegel", shift: .stays, scale: .follows) { panel, _, threads in
        Self.estimates(
          panel, { p throws(StatisticsError) in try RepeatedMedians.fit(p, threads: threads) }, \.estimate)
      }, on: panels)
    try hold(
      EstimatorChecks(name: "pettitt", shift: .stays, scale: .follows) { panel, _, threads in
        Self.estimates(panel, { p throws(StatisticsError) in try Pettitt.test(p, threads: threads) }, \.step)
      }, on: [panels[0]])
    try hold(
      EstimatorChecks(name: "snht", shift: .stays, scale: .follows) { panel, _, threads in
        Self.estimates(
          panel, { p throws(StatisticsError) in try StandardNormalHomogeneity.test(p, threads: threads) },
          \.step)
      }, on: [panels[0]])
    try hold(
      EstimatorChecks(name: "buishand", shift: .stays, scale: .follows) { panel, _, threads in
        Self.estimates(panel, { p throws(StatisticsError) in try Buishand.test(p, threads: threads) }, \.step)
      }, on: [panels[0]])
    try hold(
      EstimatorChecks(name: "weighted line", scale: nil) { panel, level, threads in
        ((try? WeightedTrend.fit(panel, threads: threads)) ?? []).map { $0.map { $0.estimate(level: level) } }
      }, on: [try TestPanels.randomShares(zones: 4, periods: 9, seed: 13)])
    try hold(
      EstimatorChecks(name: "overlap-corrected", shift: .stays, scale: .follows) { panel, level, threads in
        OverlapCorrectedTrend.fit(panel, level: level, threads: threads).map {
          $0.map(\.estimate).mapError(\.reason)
        }
      }, on: [panels[0]])
  }

  static func fit(
    _ panel: Panel, _ level: ConfidenceInterval.Level, _ threads: ThreadLimit,
    _ estimate: (MonotonicTrend) -> Estimate
  ) -> [Result<Estimate, Reason>] {
    do {
      return try MonotonicTrend.fit(panel, level: level, threads: threads).map {
        $0.map(estimate).mapError(\.reason)
      }
    } catch {
      return panel.zones.map { _ in .failure(error.reason) }
    }
  }
}
