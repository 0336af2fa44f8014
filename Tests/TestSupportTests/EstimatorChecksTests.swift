import Estimates
import Indicators
import Scheduler
import Synchronization
import TestSupport
import Testing

/// The suite passes a mean that is right and catches every one of the ways in which a mean can be wrong.
@Suite struct EstimatorChecksTests {
  /// What can be wrong with an estimator, one thing at a time.
  enum Defect: String, CaseIterable, Sendable {
    case dependsOnOrder, dependsOnNeighbours, dependsOnThreads, dependsOnCalls, ignoresLevel, wrongLevel
    case narrowsWithLevel, valueMovesWithLevel, valueOutsideInterval, noReasonForNoInterval, negativeError
    case hiddenIsZero, hiddenIsLeftOut, missingIsZero, notANumber, oneResultTooFew, notShiftEquivariant
    case notScaleEquivariant, boundsTooNarrow, boundsFromNothing
  }

  /// The mean of a zone's series ± z·s/√n, with one thing wrong or nothing.
  static func mean(_ defect: Defect?) -> EstimatorChecks {
    let calls = Mutex(0)
    // Quantiles of the normal distribution for the levels of the suite; scipy 1.17.1, norm.ppf((1 + level) / 2).
    let quantiles: [Double: Double] = [
      0.5: 0.6744897501960817, 0.8: 1.2815515655446004, 0.9: 1.6448536269514722,
      0.95: 1.959963984540054, 0.99: 2.5758293035489004, 0.998: 3.090232306167813,
    ]
    return EstimatorChecks(
      name: "mean", shift: .follows, scale: .follows,
      bounds: { panel in
        panel.zones.indices.map { zone in
          var low = 0.0
          var high = 0.0
          for cell in panel.series(zone) {
            if panel.statuses[cell].isObserved {
              low += panel.values[cell]
              high += panel.values[cell]
            } else if let range = panel.bounds[cell] {
              low += range.lowerBound
              high += defect == .boundsTooNarrow ? range.lowerBound : range.upperBound
            } else if panel.statuses[cell].isSuppressed, defect != .boundsFromNothing {
              return .failure(.suppressed)
            }
          }
          let count = Double(panel.series(zone).count { panel.statuses[$0].kind != .missing })
          guard count > 0 else { return .failure(.missing) }
          return .success(low / count...high / count)
        }
      },
      estimate: { panel, level, threads in
        let call = calls.withLock {
          $0 += 1
          return $0
        }
        let cells = Mutex([Result<Estimate, Reason>](repeating: .failure(.missing), count: panel.zones.count))
        parallelFor(panel.zones.count, threads: threads) { range in
          for zone in range {
            let result = one(panel, zone, level, threads, call)
            cells.withLock { $0[zone] = result }
          }
        }
        let results = cells.withLock { $0 }
        return defect == .oneResultTooFew ? Array(results.dropLast()) : results
      })

    @Sendable func one(
      _ panel: Panel, _ zone: Int, _ level: ConfidenceInterval.Level, _ threads: ThreadLimit, _ call: Int
    ) -> Result<Estimate, Reason> {
      let cells = panel.series(zone)
      if cells.contains(where: { panel.statuses[$0].isSuppressed }), defect != .hiddenIsZero,
        defect != .hiddenIsLeftOut
      {
        return .failure(.suppressed)
      }
      var figures = cells.filter { panel.statuses[$0].isObserved }.map { panel.values[$0] }
      if defect == .hiddenIsZero {
        figures += cells.filter { panel.statuses[$0].isSuppressed }.map { _ in 0 }
      }
      if defect == .missingIsZero {
        figures += cells.filter { panel.statuses[$0].kind == .missing }.map { _ in 0 }
      }
      guard figures.count >= 2 else { return .failure(.tooFewPoints) }
      let n = Double(figures.count)
      var value = figures.reduce(0, +) / n
      let squares = figures.reduce(0) { $0 + ($1 - value) * ($1 - value) }
      let error = (squares / (n - 1) / n).squareRoot()
      switch defect {
      case .dependsOnOrder: value += Double(zone)
      case .dependsOnNeighbours: value += 1e-9 * Double(panel.zones.count)
      case .dependsOnThreads: value += threads == .single ? 0 : 1e-9
      case .dependsOnCalls: value += 1e-9 * Double(call)
      case .valueMovesWithLevel: value += level.value
      case .notANumber: value = .nan
      case .notShiftEquivariant: value *= 1.001
      case .notScaleEquivariant: value += 1
      default: break
      }
      var used = level
      if defect == .ignoresLevel || defect == .wrongLevel { used = .p95 }
      var z = quantiles[used.value] ?? 0
      if defect == .narrowsWithLevel { z = 1 / z }
      let centre = defect == .valueOutsideInterval ? value + 10 * error : value
      let interval = ConfidenceInterval(
        lower: centre - z * error, upper: centre + z * error, level: defect == .wrongLevel ? .p95 : level)
      return .success(
        Estimate(
          value, interval: defect == .noReasonForNoInterval ? nil : interval,
          standardError: defect == .negativeError ? -1 : error, method: Method("test.mean"), n: n))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aCorrectMeanHasNothingWrong(seed: UInt64) throws {
    let panel = try TestPanels.random(zones: 5, periods: 6, seed: seed)
    #expect(try Self.mean(nil).violations(on: panel) == [])
  }

  @Test func missingCellsAreNoViolation() throws {
    let panel = try TestPanels.values([[1, nil, 4, 5], [nil, nil, nil, 2], [3, 4, 5, 9]])
    #expect(try Self.mean(nil).violations(on: panel) == [])
  }

  @Test(arguments: Defect.allCases)
  func everyDefectIsCaught(defect: Defect) throws {
    let panel = try TestPanels.random(zones: 4, periods: 6, seed: 7)
    #expect(try !Self.mean(defect).violations(on: panel).isEmpty)
  }

  @Test func leavingHiddenCellsOutPassesOnlyWhereItIsSaid() throws {
    let panel = try TestPanels.random(zones: 3, periods: 5, seed: 4)
    var checks = Self.mean(.hiddenIsLeftOut)
    #expect(try !checks.violations(on: panel).isEmpty)
    checks.hidden = .leftOut(Diagnostic("hidden-left-out"))
    // The diagnostic is missing from its estimates, so it is still wrong.
    #expect(try !checks.violations(on: panel).isEmpty)
  }

  @Test func aSuiteThatSeesNoNumberProvesNothing() throws {
    let checks = EstimatorChecks(name: "nothing") { panel, _, _ in
      panel.zones.map { _ in .failure(.tooFewPoints) }
    }
    let panel = try TestPanels.random(zones: 3, periods: 5, seed: 4)
    #expect(try checks.violations(on: panel) == ["nothing: no estimate at all"])
  }
}
