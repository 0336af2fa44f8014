import Evaluation
import TestSupport
import Testing

@Suite struct InterruptedSeriesTests {
  /// NumPy 2.4.6, least squares of every state by itself.
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaAgainstItsOwnLine() throws {
    let design = try PropositionNinetyNine.design()
    let placebos = try PlaceboDistribution(InterruptedSeries(), design)
    #expect(seriesAgree([placebos.fit.effect], [-28.27868471248249], within: 1e-10))
    #expect(seriesAgree([placebos.standardError], [10.513006586584405], within: 1e-10))
    #expect(placebos.rank() == 8)
    let controlled = try PlaceboDistribution(ControlledInterruptedSeries(), design)
    #expect(seriesAgree([controlled.fit.effect], [-8.257706063216267], within: 1e-10))
    #expect(seriesAgree([controlled.standardError], [10.79714189973533], within: 1e-10))
    #expect(controlled.rank() == 17)
  }

  /// Two donors and one treated over eight periods, five of them before the start.
  static func design(
    shift: (Int, Int) -> Double = { _, _ in 0 }, factor: Double = 1
  ) throws -> EffectDesign {
    let rows: [[Double]] = [
      [3, 4, 4.5, 6, 6.5, 7, 9, 9.5], [8, 7, 9, 8.5, 9, 10, 9, 11], [5, 5.5, 7, 6, 8, 13, 12, 15],
    ]
    return try EffectDesign(
      outcomes: rows.enumerated().flatMap { unit, row in
        row.enumerated().map { factor * ($0.element + shift(unit, $0.offset)) }
      }, donors: 2, prePeriods: 5)
  }

  @Test func theFitAgreesWithTheRegression() throws {
    let design = try Self.design()
    let fit = try InterruptedSeries().fit(design)
    let regression = try SegmentedRegression(design.treatedMean, prePeriods: 5, errors: .ordinary)
    #expect(seriesAgree([fit.effect], [regression.averageEffect().value], within: 1e-12))
    #expect(fit.donorWeights == [])
    let controlled = try ControlledInterruptedSeries().fit(design)
    let difference = try SegmentedRegression(
      design.treatedMean, prePeriods: 5, control: design.donorMean, errors: .ordinary)
    #expect(seriesAgree([controlled.effect], [difference.averageEffect().value], within: 1e-12))
    #expect(
      seriesAgree(controlled.counterfactual, difference.counterfactual.map { $0 ?? .nan }, within: 1e-12))
    #expect(controlled.donorWeights == [0.5, 0.5])
  }

  @Test func invariances() throws {
    let base = try Self.design()
    let own = try InterruptedSeries().fit(base).effect
    let controlled = try ControlledInterruptedSeries().fit(base).effect
    // A level and a line of its own for every unit.
    let tilted = try Self.design { unit, period in Double(unit * 7) + Double(unit + 1) * Double(period) }
    #expect(abs(try InterruptedSeries().fit(tilted).effect - own) < 1e-12)
    #expect(abs(try ControlledInterruptedSeries().fit(tilted).effect - controlled) < 1e-12)
    // A shock that all share falls out of the controlled one, and out of it alone.
    let shocked = try Self.design { _, period in period >= 5 ? 4 : [0, 1, -2, 0, 3][period] }
    #expect(abs(try ControlledInterruptedSeries().fit(shocked).effect - controlled) < 1e-12)
    #expect(abs(try InterruptedSeries().fit(shocked).effect - own) > 1)
    for factor in [1e-6, 1e6] {
      let scaled = try Self.design(factor: factor)
      #expect(seriesAgree([try InterruptedSeries().fit(scaled).effect], [own * factor], within: 1e-12))
    }
  }

  @Test func placebosAreTheSameForAnyNumberOfThreads() throws {
    let design = try Self.design()
    for estimator in [InterruptedSeries(), InterruptedSeries(terms: .init(change: .level))] {
      let one = estimator.placeboFits(design, sets: [[0], [1]], threads: .single)
      let many = estimator.placeboFits(design, sets: [[0], [1]], threads: .cores)
      #expect(one == many)
      #expect(try one[1].get() == estimator.fit(design.treating([1])))
    }
  }

  @Test func fewYearsAreRefused() throws {
    let design = try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7, 1, 9], donors: 1, prePeriods: 2)
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) {
      try InterruptedSeries().fit(design)
    }
    let late = try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7, 1, 9], donors: 1, prePeriods: 3)
    #expect(throws: EffectError.tooFewPostPeriods(needed: 2, found: 1)) {
      try ControlledInterruptedSeries().fit(late)
    }
    #expect(try InterruptedSeries(terms: .init(change: .level)).fit(late).effects.count == 4)
    #expect(
      InterruptedSeries().placeboFits(late, sets: [[0]]) == [
        .failure(.tooFewPostPeriods(needed: 2, found: 1))
      ])
  }
}
