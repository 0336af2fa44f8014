import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Rates

@Suite struct DirectRatesTests {
  /// Columns of 3 ages × 800 cells with small and large counts, empty strata, hidden cells and contradictions.
  private func columns() -> (x: [Double], n: [Double], w: [Double], cells: Int) {
    var generator = SeededGenerator(seed: 11)
    let cells = 800
    var (x, n) = ([Double](), [Double]())
    for age in 0..<3 {
      for cell in 0..<cells {
        let persons = Double(generator.next() % 400)
        n.append(cell % 17 == age ? 0 : persons)
        let events = Double(generator.next() % (cell % 3 == 0 ? 4 : 40))
        x.append(cell % 17 == age || persons == 0 ? 0 : events)
      }
    }
    for cell in stride(from: 5, to: cells, by: 97) { x[cell] = .nan }
    for cell in stride(from: 7, to: cells, by: 101) { (x[cells + cell], n[cells + cell]) = (2, 0) }
    for cell in stride(from: 9, to: cells, by: 103) { for age in 0..<3 { x[age * cells + cell] = 0 } }
    return (x, n, [3, 2, 1], cells)
  }

  @Test(arguments: DirectRateInterval.allCases)
  func theBatchHasTheBitsOfTheSingleCall(interval: DirectRateInterval) throws {
    let (x, n, w, cells) = columns()
    for level in [ConfidenceInterval.Level.p95, .p998] {
      let batch = try DirectRates(
        events: x, populations: n, weights: w, cells: cells, interval: interval, level: level
      ) { _ in .observed }
      var (estimated, exact) = (0, 0)
      for cell in 0..<cells {
        let strata = (0..<3).map { $0 * cells + cell }
        let single = Result { () throws(StatisticsError) in
          try DirectRate(events: strata.map { x[$0] }, populations: strata.map { n[$0] }, weights: w)
        }
        switch (single, batch[cell]) {
        case (.success(let one), .success(let many)):
          #expect(one.estimate(interval, level: level) == many, "cell \(cell)")
          #expect(batch.values[batch.values.startIndex + cell] == many.value)
          estimated += 1
          if many.method == .directDobsonExact { exact += 1 }
        case (.failure, .failure): #expect(batch.upper[batch.upper.startIndex + cell].isNaN)
        default: Issue.record("cell \(cell): \(single) and \(batch[cell])")
        }
      }
      #expect(estimated > 600 && estimated < cells && (interval != .dobson || exact > 50))
    }
  }

  @Test func theSameBytesForAnyNumberOfThreads() throws {
    let (x, n, w, cells) = columns()
    // Enough cells for several pieces of work.
    let many = (0..<3).flatMap { age in (0..<24).flatMap { _ in x[age * cells..<(age + 1) * cells] } }
    let persons = (0..<3).flatMap { age in (0..<24).flatMap { _ in n[age * cells..<(age + 1) * cells] } }
    func run(_ threads: ThreadLimit) throws -> [UInt64] {
      let rates = try DirectRates(
        events: many, populations: persons, weights: w, cells: 24 * cells, threads: threads
      ) { _ in .observed }
      return (Array(rates.values) + Array(rates.lower) + Array(rates.upper)).map {
        $0.isNaN ? 0 : $0.bitPattern
      }
    }
    let one = try run(.single)
    for threads in [2, 3, 8] { #expect(try run(ThreadLimit(threads)) == one) }
  }

  /// A panel as a stack: its periods become ages, so that a zone's series is one cell.
  static func stack(_ panel: Panel) throws -> PanelStack {
    try PanelStack(
      panel.periods.indices.map { age in
        let cells = panel.zones.indices.map { panel.index(zone: $0, period: age) }
        var bounds: [Int: ClosedRange<Double>] = [:]
        for (position, cell) in cells.enumerated() { bounds[position] = panel.bounds[cell] }
        return try Panel(
          indicator: panel.indicator,
          stratum: Stratum([.init(dimension: "age", role: .age, category: "\(age)")]),
          kind: panel.kind, multiplier: panel.multiplier, zones: panel.zones,
          periods: TestPanels.years(from: 2000, 1),
          values: cells.map { panel.values[$0] },
          numerators: panel.numerators.map { all in cells.map { all[$0] } },
          denominators: panel.denominators.map { all in cells.map { all[$0] } },
          statuses: cells.map { panel.statuses[$0] }, bounds: bounds)
      })
  }

  @Test(arguments: DirectRateInterval.allCases)
  func theyHaveThePropertiesOfEstimators(interval: DirectRateInterval) throws {
    let weights: [Double] = [5, 3, 2]
    let checks = EstimatorChecks(
      name: "direct \(interval)",
      bounds: { panel in
        (try? DirectRates.bounds(Self.stack(panel), weights: weights))
          ?? panel.zones.map { _ in .failure(.missing) }
      }
    ) { panel, level, threads in
      guard !panel.zones.isEmpty else { return [] }
      do {
        let rates = try DirectRates(
          Self.stack(panel), weights: weights, interval: interval, level: level, threads: threads)
        return panel.zones.indices.map { rates[$0] }
      } catch { return panel.zones.map { _ in .failure(.needsNumeratorAndDenominator) } }
    }
    let shares = try TestPanels.randomShares(zones: 5, periods: 3, seed: 4)
    let few = try TestPanels.quotients(
      [[1, 0, 3], [0, 0, 0], [4, 2, nil], [9, 8, 7]],
      over: [[90, 50, 40], [9, 5, 4], [30, 30, 30], [80, 90, 70]],
      kind: .rate)
    #expect(try checks.violations(on: shares) == [])
    #expect(try checks.violations(on: few) == [])
  }

  @Test func aHiddenStratumRefusesItsCell() throws {
    let panel = try TestPanels.quotients([[5, 6], [7, 8]], over: [[50, 60], [70, 80]], kind: .rate)
    let rates = try DirectRates(Self.stack(panel.withHidden(1, bounds: 1...4)), weights: [1, 1])
    #expect(rates[0] == .failure(.suppressed) && (try? rates[1].get()) != nil)
    // Without weight it is not looked at.
    let blind = try DirectRates(Self.stack(panel.withHidden(1)), weights: [1, 0])
    #expect(try blind[0].get().value == 0.1)
    let bounds = try DirectRates.bounds(Self.stack(panel.withHidden(1, bounds: 1...4)), weights: [1, 1])
    // (5/50 + 1/60)/2 … (5/50 + 4/60)/2
    let range = try bounds[0].get()
    #expect(isClose(range.lowerBound, 0.058333333333333334, relative: 1e-14))
    #expect(isClose(range.upperBound, 0.083333333333333329, relative: 1e-14))
    #expect(
      try DirectRates.bounds(Self.stack(panel.withHidden(1)), weights: [1, 1])[0] == .failure(.suppressed))
  }

  @Test func columnsThatDoNotFit() throws {
    #expect(throws: StatisticsError.unequalLengths("events", 3, 4)) {
      try DirectRates(events: [1, 2, 3], populations: [1, 2, 3, 4], weights: [1, 1], cells: 2) { _ in
        .observed
      }
    }
    #expect(throws: StatisticsError.unequalLengths("populations", 3, 4)) {
      try DirectRates(events: [1, 2, 3, 4], populations: [1, 2, 3], weights: [1, 1], cells: 2) { _ in
        .observed
      }
    }
    let panel = try TestPanels.quotients([[5, 6]], over: [[50, 60]], kind: .rate)
    #expect(throws: StatisticsError.unequalLengths("strata", 2, 1)) {
      try DirectRates(Self.stack(panel), weights: [1])
    }
    let none = try DirectRates(events: [], populations: [], weights: [1], cells: 0) { _ in .observed }
    #expect(none.count == 0)
  }
}
