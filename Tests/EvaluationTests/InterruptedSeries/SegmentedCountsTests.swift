import Estimates
import Evaluation
import Indicators
import TestSupport
import Testing

/// The wanted figures are statsmodels 0.15.0's (GLM, scale X²) and NumPy's delta method. The peer stops its iteration at a
/// relative change of the deviance of 10⁻¹⁴, which leaves about eight digits of β; the binomial dispersion is X²/(n − p) of
/// counts, computed beside it, since the peer's scale for shares with trials is another.
@Suite(.enabled(if: NileFlow.isThere, Comment(rawValue: ReferenceData.skipReason)))
struct SegmentedCountsTests {
  static let iterated = 1e-8

  @Test func quasiPoisson() throws {
    let fit = try SegmentedCounts(NileFlow.values(), denominators: nil, prePeriods: 28)
    #expect(
      seriesAgree(
        fit.coefficients,
        [7.016298052009908, 0.0010563134632031526, -0.30007644992309856, -0.0002439318717698362],
        within: 1e-7))
    #expect(
      seriesAgree(
        fit.standardErrors,
        [0.049609685483117366, 0.0029997518982768684, 0.06027997824625141, 0.0031114899983857606],
        within: Self.iterated))
    #expect(seriesAgree([fit.dispersion], [18.04652747632784], within: Self.iterated))
  }

  @Test func quasiPoissonWithAnOffset() throws {
    let persons = (0..<100).map { Double(1000 + 5 * $0) }
    let fit = try SegmentedCounts(NileFlow.values(), denominators: persons, prePeriods: 28)
    #expect(seriesAgree([fit.coefficients[2]], [-0.3049618418366603], within: Self.iterated))
    let events = fit.averageEvents()
    #expect(
      seriesAgree(
        [events.value, try #require(events.standardError)], [-277.18054894153687, 172.03486369685382],
        within: Self.iterated))
    let share = fit.averagePercentage()
    #expect(seriesAgree([share.value], [-24.591213900432884], within: Self.iterated))
    let interval = try #require(share.interval)
    #expect(
      seriesAgree([interval.lower, interval.upper], [-44.34716032631619, 2.177805379789044], within: 1e-7))
    #expect(
      seriesAgree(
        [try #require(share.standardError)], [(100 - 24.591213900432884) * 0.153044378830487],
        within: Self.iterated))
    // The whole effect is that of the periods: fitted and counterfactual say the same.
    let with = fit.countedPeriods.compactMap { fit.fitted[$0] }.reduce(0, +)
    let without = fit.countedPeriods.compactMap { fit.counterfactual[$0] }.reduce(0, +)
    #expect(abs(100 * (with / without - 1) - share.value) < 1e-9)
    // With the canonical link the fit after the start sums to the counts.
    let counts = try NileFlow.values()[28...].reduce(0, +)
    #expect(seriesAgree([with], [counts], within: 1e-9))
    #expect(fit.effect(in: 3) == nil)
    let at = try #require(fit.percentage(in: 28))
    #expect(seriesAgree([at.value], [100 * (0.7371515 - 1)], within: 1e-6))
  }

  @Test func quasiBinomial() throws {
    let trials = (0..<100).map { Double(2000 + 10 * $0) }
    let fit = try SegmentedCounts(
      NileFlow.values(), denominators: trials, prePeriods: 28, family: .quasiBinomial)
    #expect(seriesAgree([fit.dispersion], [29.61199332547345], within: Self.iterated))
    #expect(
      seriesAgree(
        fit.coefficients,
        [-0.04945674543878648, -0.007481756866679869, -0.5295064646993948, 0.003052140455465805],
        within: 1e-7))
    #expect(
      seriesAgree(
        fit.standardErrors,
        [0.09008336367914226, 0.005521466030155307, 0.10509822522204154, 0.005670287503804416],
        within: Self.iterated))
    let effect = fit.averageEffect()
    #expect(
      seriesAgree(
        [effect.value, try #require(effect.standardError)], [-0.09817910648817801, 0.06699801033128384],
        within: 1e-7))
    let events = fit.averageEvents()
    #expect(
      seriesAgree(
        [events.value, try #require(events.standardError)], [-255.03273067563825, 181.85965049438707],
        within: 1e-7))
  }

  @Test func aControlIsInteracted() throws {
    let values = try NileFlow.values()
    let fit = try SegmentedCounts(
      values, denominators: nil, prePeriods: 28,
      control: .init(counts: Array(values[93...] + values[..<93])))
    #expect(
      fit.names == [
        "intercept", "time", "level", "slope", "treated", "treated:time", "treated:level", "treated:slope",
      ])
    #expect(
      seriesAgree(
        Array(fit.coefficients[6...]), [-0.14449384496780845, 0.007058947903287964], within: 1e-7))
    #expect(
      seriesAgree(
        [try #require(fit.estimate(of: "treated:level").standardError)], [0.09448426504924472],
        within: Self.iterated))
    let share = fit.averagePercentage()
    #expect(seriesAgree([share.value], [10.277406450259164], within: 1e-7))
    #expect(
      seriesAgree(
        [try #require(share.standardError)], [110.277406450259164 * 0.23035686001196223], within: 1e-7))
  }
}

@Suite struct SegmentedCountsRefusalTests {
  /// Twelve years of a small zone, the last four treated.
  static let counts: [Double] = [12, 9, 14, 11, 10, 13, 9, 12, 8, 7, 9, 6]

  @Test func dispersionBelowOneIsNotUsed() throws {
    let fit = try SegmentedCounts(Self.counts, denominators: nil, prePeriods: 8)
    // Poisson counts this even have φ < 1: errors are those of Poisson's own information, not smaller.
    #expect(fit.dispersion < 1)
    let with = try #require(fit.effect(in: 8))
    #expect(try #require(with.interval).contains(0))
    // Var(level) ≥ Σ over segments of 1/Σμ for a level alone; with slopes it is larger still.
    let level = try #require(fit.estimate(of: "level").standardError)
    #expect(level * level > 1 / 90.0 + 1 / 30.0)
  }

  @Test func whatCannotBeFittedIsRefused() {
    let zeros = [Double](repeating: 0, count: 12)
    #expect(throws: EffectError.regression(.noEvents)) {
      try SegmentedCounts(zeros, denominators: nil, prePeriods: 8)
    }
    #expect(throws: EffectError.needsSizes) {
      try SegmentedCounts(Self.counts, denominators: nil, prePeriods: 8, family: .quasiBinomial)
    }
    #expect(throws: EffectError.size(unit: 0, value: 0)) {
      try SegmentedCounts(Self.counts, denominators: zeros, prePeriods: 8)
    }
    #expect(throws: EffectError.shape(what: "denominators", expected: 12, found: 1)) {
      try SegmentedCounts(Self.counts, denominators: [4], prePeriods: 8)
    }
    #expect(throws: EffectError.tooFewPostPeriods(needed: 2, found: 1)) {
      try SegmentedCounts(Self.counts, denominators: nil, prePeriods: 11)
    }
    // No events after the start: the rate ratio runs to zero for ever.
    #expect(throws: EffectError.self) {
      try SegmentedCounts([12, 9, 14, 11, 10, 13, 9, 12, 0, 0, 0, 0], denominators: nil, prePeriods: 8)
    }
  }

  @Test func aMissingCountIsLeftOutAndSaid() throws {
    var counts = Self.counts
    counts[3] = .nan
    counts[9] = .nan
    let fit = try SegmentedCounts(counts, denominators: nil, prePeriods: 8)
    #expect(fit.diagnostics.contains(.periodsWithoutFigures))
    #expect(fit.countedPeriods == [8, 10, 11])
    #expect(fit.effect(in: 9) == nil)
    // The same fit as of the ten years that are there: Σ residuals of each segment is zero.
    let before = (0..<8).filter { $0 != 3 }
    let sum = before.reduce(0.0) { $0 + counts[$1] - (fit.fitted[$1] ?? .nan) }
    #expect(abs(sum) < 1e-8)
  }
}
