import Distributions
import Estimates
import Evaluation
import Foundation
import Indicators
import Scheduler
import Testing

@Suite struct StaggeredPlacebosTests {
  @Test func assignmentsAreCountedAndDifferent() throws {
    let all = try StartAssignments(zones: 6, sizes: [2, 1], actual: [0, 1, 2])
    // 6!/(3! 2! 1!) = 60, less the one that was.
    #expect(all.population == 59)
    #expect(all.isExhaustive)
    #expect(Set(all.assignments).count == 59)
    #expect(!all.assignments.contains([0, 1, 2]))
    #expect(all.assignments.allSatisfy { $0[0] < $0[1] && Set($0).count == 3 })
    let some = try StartAssignments(zones: 40, sizes: [2, 1, 1], actual: [0, 1, 2, 3], limit: 400, seed: 5)
    #expect(!some.isExhaustive)
    #expect(Set(some.assignments).count == 400)
    #expect(!some.assignments.contains([0, 1, 2, 3]))
    #expect(
      try StartAssignments(zones: 40, sizes: [2, 1, 1], actual: [0, 1, 2, 3], limit: 400, seed: 5) == some)
    // Each zone holds the third pattern in 1/40 of the draws: 10 of 400, within five deviations (√9.75 = 3.1).
    for zone in 0..<40 { #expect(abs(some.assignments.count { $0[3] == zone } - 10) < 16) }
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try StartAssignments(zones: 2, sizes: [3])
    }
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try StartAssignments(zones: 2, sizes: [2], actual: [0, 1])
    }
  }

  static let starts: [Int?] = [2, 4, nil, nil, nil, nil, nil]

  /// Every permutation estimated by itself, here in the test, gives what the sums give.
  @Test(arguments: [CallawaySantAnna.Comparison.neverTreated, .notYetTreated])
  func sumsAreTheEstimates(_ comparison: CallawaySantAnna.Comparison) throws {
    let design = try StaggeredExample.design(starts: Self.starts)
    let estimator = CallawaySantAnna(comparison: comparison)
    let placebos = try StaggeredPlacebos(estimator, design, aggregation: .dynamic())
    #expect(placebos.overall.values.count == 41)
    #expect(placebos.refused == 0)
    #expect(placebos.overall.estimate == (try estimator.fit(design).aggregated(.dynamic()).overall.effect))
    for (assignment, value) in zip(placebos.assignments, placebos.overall.values) {
      var starts = [Int?](repeating: nil, count: 7)
      starts[assignment[0]] = 2
      starts[assignment[1]] = 4
      let other = try CohortDesign(outcomes: design.outcomes, periods: 6, starts: starts)
      let expected = try estimator.fit(other).aggregated(.dynamic()).overall.effect
      // Sums of some hundred products of numbers below 50.
      #expect(abs(value - expected) < 1e-11)
    }
    #expect(placebos.parts.map(\.key) == [-3, -2, -1, 0, 1, 2, 3])
    let one = try StaggeredPlacebos(estimator, design, aggregation: .dynamic(), threads: ThreadLimit(1))
    #expect(one.overall == placebos.overall && one.parts == placebos.parts)
  }

  /// Taking τ₀ out of the figures and permuting gives the same p-value as the shares do: the interval is what it says.
  @Test func theIntervalIsTheSetOfEffectsNotRuledOut() throws {
    let design = try StaggeredExample.design(starts: Self.starts, effect: 6)
    let placebos = try StaggeredPlacebos(CallawaySantAnna(), design)
    // The smallest p-value is 1/42.
    #expect(abs(placebos.overall.floor - 1.0 / 42) < 1e-15)
    let interval = try placebos.overall.interval(level: .p90).get()
    #expect(!interval.contains(0))
    func p(_ effect: Double) throws -> Double {
      let outcomes = design.outcomes.enumerated().map { cell, value in
        design.isTreated(cell / 6, cell % 6) ? value - effect : value
      }
      let rest = try CohortDesign(outcomes: outcomes, periods: 6, starts: design.starts)
      return try StaggeredPlacebos(CallawaySantAnna(), rest).overall.pValue()
    }
    #expect(try p(interval.lower - 1e-6) <= 0.1)
    #expect(try p(interval.lower + 1e-6) > 0.1)
    #expect(try p(interval.upper - 1e-6) > 0.1)
    #expect(try p(interval.upper + 1e-6) <= 0.1)
    // 41 others cannot rule anything out at 99 %.
    #expect(placebos.overall.interval(level: .p99) == .failure(.tooFewAssignments))
  }

  /// The same with a zone that ends: its effect is taken to last, also for what comes after the end.
  @Test(arguments: [StaggeredAggregation.simple, .afterEnd])
  func theIntervalHoldsWithEnds(_ aggregation: StaggeredAggregation) throws {
    let stops: [Int?] = [4, nil, nil, nil, nil, nil, nil]
    let level = ConfidenceInterval.Level.p90
    func placebos(_ effect: Double) throws -> PlaceboSample {
      let design = try StaggeredExample.design(starts: Self.starts, stops: stops)
      let outcomes = design.outcomes.enumerated().map { cell, value in
        (design.starts[cell / 6].map { cell % 6 >= $0 } ?? false) ? value - effect : value
      }
      let rest = try CohortDesign(outcomes: outcomes, periods: 6, starts: Self.starts, stops: stops)
      return try StaggeredPlacebos(
        CallawaySantAnna(comparison: .notYetTreated), rest, aggregation: aggregation
      ).overall
    }
    let interval = try placebos(0).interval(level: level).get()
    #expect(try placebos(interval.lower - 1e-6).pValue() <= 0.1)
    #expect(try placebos(interval.lower + 1e-6).pValue() > 0.1)
    #expect(try placebos(interval.upper - 1e-6).pValue() > 0.1)
    #expect(try placebos(interval.upper + 1e-6).pValue() <= 0.1)
  }

  /// Zones with the same figures tie, whatever the unit: a tie counts as at least as large.
  @Test(arguments: [1, 1e6])
  func tiesCount(_ factor: Double) throws {
    let rows: [[Double]] = [
      [0.1, 0.7, 0.2, 0.9], [0.1, 0.7, 0.2, 0.9], [0.3, 0.3, 0.3, 0.3], [0.5, 0.4, 0.5, 0.4],
    ]
    let design = try CohortDesign(
      outcomes: rows.flatMap { row in row.map { $0 * factor + 7 * factor } }, periods: 4,
      starts: [1, nil, nil, nil])
    // The second zone's figures are the first's, so two of four are at least as large.
    #expect(try StaggeredPlacebos(CallawaySantAnna(), design).overall.pValue() == 0.5)
  }

  /// Of 100 sets of figures, the 90 % intervals of about 90 hold the effect: 42 ways give exactly 38/42 (binomial deviation
  /// 2.9; 77 is 4.6 below, 100 all of them).
  @Test func theIntervalHoldsTheEffectAsOftenAsItSays() throws {
    var held = 0
    for seed in 1...100 {
      let design = try StaggeredExample.design(starts: Self.starts, effect: 6, seed: UInt64(seed))
      let interval = try StaggeredPlacebos(CallawaySantAnna(), design).overall.interval(level: .p90).get()
      if interval.contains(6) { held += 1 }
    }
    #expect(held >= 77 && held < 100)
  }

  /// Under no effect the p-value is exactly uniform over the permutations: all of them together have each rank once.
  @Test func permutingTheTruthPermutesTheRanks() throws {
    let design = try StaggeredExample.design(starts: Self.starts, effect: 0)
    let placebos = try StaggeredPlacebos(CallawaySantAnna(), design)
    let values = [placebos.overall.estimate] + placebos.overall.values
    var ranks: [Int] = []
    for (index, assignment) in ([[0, 1]] + placebos.assignments).enumerated() {
      var starts = [Int?](repeating: nil, count: 7)
      starts[assignment[0]] = 2
      starts[assignment[1]] = 4
      let other = try CohortDesign(outcomes: design.outcomes, periods: 6, starts: starts)
      let sample = try StaggeredPlacebos(CallawaySantAnna(), other).overall
      #expect(abs(sample.estimate - values[index]) < 1e-11)
      ranks.append(sample.rank())
    }
    #expect(ranks.sorted() == Array(1...42))
  }

  @Test func neverTreatedZonesGiveTheNoise() throws {
    let design = try StaggeredExample.design(starts: Self.starts, effect: 30)
    let clean = try StaggeredPlacebos(CallawaySantAnna(), design, among: .neverTreated)
    #expect(clean.overall.values.count == 20)
    #expect(clean.overall.shares.allSatisfy { $0 == 0 })
    // Noise of deviation one, means of a few: nothing near the effect of 30 is in it.
    #expect(clean.overall.values.allSatisfy { abs($0) < 8 })
    #expect(clean.overall.pValue() == 1.0 / 21)
    let tight = try StaggeredExample.design(starts: [2, 3, nil, nil])
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try StaggeredPlacebos(CallawaySantAnna(), tight, among: .neverTreated)
    }
  }

  /// With a covariate or a missing cell each permutation is estimated anew.
  @Test func missingCellsAndCovariatesArePermutedToo() throws {
    let plain = try StaggeredExample.design(starts: Self.starts)
    var seen = [Bool](repeating: true, count: 42)
    seen[5 * 6 + 3] = false
    let holes = try CohortDesign(
      outcomes: plain.outcomes, periods: 6, starts: Self.starts, isObserved: seen,
      sizes: [Double](repeating: 10, count: 7))
    let placebos = try StaggeredPlacebos(CallawaySantAnna(), holes)
    #expect(placebos.overall.values.count == 41)
    #expect(placebos.aggregate.overall.effect == placebos.overall.estimate)
    // Zones of one size have one noise: rescaling changes nothing but rounding.
    let rescaled = try #require(placebos.rescaled)
    for (one, other) in zip(rescaled.values, placebos.overall.values) { #expect(abs(one - other) < 1e-12) }
    let adjusted = try CohortDesign(
      outcomes: plain.outcomes, periods: 6, starts: Self.starts,
      covariates: [(0..<7).map { Double(($0 * 3) % 7) }])
    let regression = try StaggeredPlacebos(CallawaySantAnna(covariateUse: .regression), adjusted)
    #expect(regression.overall.values.count + regression.refused == 41)
    #expect(regression.overall.pValue() >= regression.overall.floor)
  }

  @Test func largerZonesHaveLessNoise() throws {
    // Values two and one at loads four and one: B = 1 and A = 0 fit exactly, and all become ±√2 at a load of two.
    let sample = try PlaceboSample(
      estimate: 3, values: [2, -2, 1, -1], population: 4, isExhaustive: true)
    let rescaled = try sample.rescaled(loads: [4, 4, 1, 1], own: 2)
    for value in rescaled.values { #expect(abs(abs(value) - 2.0.squareRoot()) < 1e-15) }
    #expect(sample.pValue() == 0.2)
    #expect(sample.pValue(.less) == 1)
    #expect(sample.monteCarloError() == 0)
    let interval = try sample.interval(level: ConfidenceInterval.Level(0.6) ?? .p95).get()
    // Two of five: the second largest placebo, 2, is the half-width.
    #expect(interval.lower == 1 && interval.upper == 5)
    let above = try sample.interval(level: ConfidenceInterval.Level(0.6) ?? .p95, .greater).get()
    #expect(above.lower == 2 && above.upper == .infinity)
  }
}
