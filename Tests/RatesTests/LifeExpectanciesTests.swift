import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Rates

@Suite struct LifeExpectanciesTests {
  /// A panel whose periods stand for age bands: the estimator suite knows zones and periods only.
  private func counts(_ panel: Panel) -> MortalityCounts {
    let (zones, bands) = (panel.zones.count, panel.periods.count)
    var (deaths, people, statuses) = ([Double](), [Double](), [CellStatus]())
    var bounds: [Int: ClosedRange<Double>] = [:]
    for band in 0..<bands {
      for zone in 0..<zones {
        let cell = panel.index(zone: zone, period: band)
        bounds[deaths.count] = panel.bounds[cell]
        deaths.append(panel.numerators?[cell] ?? .nan)
        people.append(panel.denominators?[cell] ?? .nan)
        statuses.append(panel.statuses[cell])
      }
    }
    return MortalityCounts(
      bands: bands, cells: zones, deaths: deaths, population: people, statuses: statuses, bounds: bounds)
  }

  private func panel() throws -> Panel {
    try TestPanels.quotients(
      [
        LifeTableSample.broadDeaths.map { $0 }, [5, 3, 20, 90, 300, 310], [0, 0, 1, 2, 6, 5],
        [1, 2, 9, 40, 160, 0],
      ],
      over: [
        LifeTableSample.broadPopulation, [610, 8000, 20000, 15000, 8000, 1300], [30, 300, 700, 500, 250, 40],
        LifeTableSample.broadPopulation,
      ], kind: .rate)
  }

  @Test func theEstimatorSuite() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let checks = EstimatorChecks(
      name: "life expectancy",
      bounds: { panel in
        (try? LifeExpectancies.bounds(of: counts(panel), schedule, age: 0))
          ?? panel.zones.map { _ in .failure(.needsAges) }
      },
      estimate: { panel, level, threads in
        guard
          let all = try? LifeExpectancies(counts(panel), schedule, ages: [0], level: level, threads: threads)
        else { return panel.zones.map { _ in .failure(.needsAges) } }
        return panel.zones.indices.map { all.result(cell: $0, age: 0) }
      })
    #expect(try checks.violations(on: panel()) == [])
  }

  @Test func oneCellIsTheSameAsAmongMany() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let cells = 700
    var (deaths, people) = ([Double](), [Double]())
    for band in 0..<6 {
      for cell in 0..<cells {
        deaths.append(LifeTableSample.broadDeaths[band] + Double((cell * 7 + band) % 5))
        people.append(LifeTableSample.broadPopulation[band] + Double(cell % 13))
      }
    }
    let counts = MortalityCounts(bands: 6, cells: cells, deaths: deaths, population: people)
    let one = try LifeExpectancies(counts, schedule, ages: [0, 65], threads: .single)
    let many = try LifeExpectancies(counts, schedule, ages: [0, 65], threads: ThreadLimit(4))
    for cell in 0..<cells {
      let table = try LifeTable(
        deaths: (0..<6).map { deaths[$0 * cells + cell] },
        population: (0..<6).map { people[$0 * cells + cell] },
        schedule)
      for age in [0, 65] {
        #expect(one.result(cell: cell, age: age) == many.result(cell: cell, age: age))
        #expect(one.result(cell: cell, age: age) == table.expectancy(at: age))
      }
    }
    #expect(one.result(cell: 0, age: 1) == .failure(.noSuchAge))
  }

  @Test func smallPopulationsAndWideIntervals() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let small = try LifeExpectancies(
      MortalityCounts(deaths: [0, 0, 1, 2, 6, 5], population: [30, 300, 700, 500, 250, 40]), schedule)
    let estimate = try small.result(cell: 0, age: 0).get()
    #expect(estimate.diagnostics == [.bandsWithoutDeaths, .smallPopulation])
    // One death in an open band of 40: e = 40 ± 78.4.
    let tiny = try LifeExpectancies(
      MortalityCounts(deaths: [0, 0, 0, 1, 2, 1], population: [10, 100, 200, 150, 90, 40]), schedule,
      ages: [0, 85])
    #expect(tiny.result(cell: 0, age: 85) == .failure(.intervalTooWide))
    let interval = try #require(tiny.interval(cell: 0, age: 85))
    #expect(interval.lower == 0 && close(interval.upper, 40 + 1.959963984540054 * 40))
  }

  @Test func nobodyReachesAnAge() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    // A rate of 0.9 over thirty years: q is 1.
    let all = try LifeExpectancies(
      MortalityCounts(deaths: [2, 1, 90, 1, 1, 1], population: [310, 4200, 100, 100, 100, 100]), schedule,
      ages: [0, 45])
    #expect(all.outcomes == [.estimated, .nobodySurvives])
  }

  @Test func hiddenDeathsWithoutBoundsHaveNone() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let hidden = try panel().withHidden(2)
    let ranges = try LifeExpectancies.bounds(of: counts(hidden), schedule, age: 0)
    #expect(ranges[0] == .failure(.suppressed) && ranges[3] == .failure(.noDeathsInLastBand))
    #expect((try? ranges[1].get()) != nil)
  }
}
