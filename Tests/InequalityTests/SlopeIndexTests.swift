import Distributions
import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Inequality

/// Five groups with shares, and their Wilson intervals by Python.
enum MadeGroups {
  static let people = [7291.0, 7997, 6105, 7666, 5790]
  static let shares = [0.12, 0.10, 0.11, 0.07, 0.05]

  static func wilson(_ p: Double, _ n: Double, _ level: ConfidenceInterval.Level = .p95)
    -> ConfidenceInterval?
  {
    let z = level.normalQuantile
    let (x, reach) = (p * n, z * (z * z + 4 * p * n * (1 - p)).squareRoot())
    return ConfidenceInterval(
      lower: (2 * x + z * z - reach) / (2 * (n + z * z)), upper: (2 * x + z * z + reach) / (2 * (n + z * z)),
      level: level)
  }

  static func units(_ values: [Double] = shares) throws -> RankedUnits {
    try RankedUnits(
      values: values, weights: people, intervals: zip(values, people).compactMap { wilson($0, $1) })
  }
}

@Suite struct SlopeIndexTests {
  /// Life expectancy in ten groups: the test of PHEindicatormethods (`testdata_SII`, first area), printed to fifteen digits.
  static let population: [Double] = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534]
  static let expectancy = [
    75.933459010308, 78.344238272785, 83.836063104165, 83.637539966493, 80.465503152956, 81.115675985702,
    81.693083571856, 84.190006206099, 80.595564108147, 86.289434957862,
  ]

  @Test func thePublishedIndexOfOHID() throws {
    let slope = try SlopeIndex(try RankedUnits(values: Self.expectancy, weights: Self.population))
    // The inputs have fourteen digits; sums of ten of them lose one or two.
    #expect(isClose(slope.slope, 6.9346164736688, relative: 1e-12))
    #expect(isClose(slope.intercept, 78.0766307823167, relative: 1e-12))
    #expect(isClose(slope.absolute().value, 6.9346164736688, relative: 1e-12))
    #expect(isClose(try slope.relative().value, 1.0888180804446, relative: 1e-12))
    #expect(slope.absolute().interval == nil && slope.absolute().intervalReason == .noIntervalForKind)
  }

  /// With one standard error of 1 for all groups Var β₁ = Σc² exactly, here by the definition of c.
  @Test func theClosedFormIsTheVarianceOfALinearFunction() throws {
    let one = try RankedUnits(
      values: Self.expectancy, weights: Self.population,
      intervals: Self.expectancy.compactMap {
        ConfidenceInterval(lower: $0 - 1.959963984540054, upper: $0 + 1.959963984540054, level: .p95)
      })
    let fit = try SlopeIndex(one)
    var variance = 0.0
    let spread = zip(one.shares, one.ridits).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5) }
    for (p, r) in zip(one.shares, one.ridits) {
      variance += (p * (r - 0.5) / spread) * (p * (r - 0.5) / spread)
    }
    #expect(isClose(try #require(fit.slopeStandardError), variance.squareRoot(), relative: 1e-12))
    let interval = try #require(fit.absolute(level: .p95).interval)
    #expect(
      isClose(interval.upper - interval.lower, 2 * 1.959963984540054 * variance.squareRoot(), relative: 1e-12)
    )
  }

  /// numpy 2.4.6, least squares on √p-weighted columns: β₀, β₁, SE, SII, RII and their ends.
  @Test(arguments: [
    (
      SlopeIndex.Link.identity, 0.13204168507862754, -0.08202420059715293, 0.005282572170586919,
      -0.08202420059715293, -0.09237785179723688, -0.07167054939706897, 0.37880071321181974,
      0.32817239669474885, 0.43335715469241126
    ),
    (
      .log, -1.9390086206737354, -1.004717131698288, 0.06705565980253186, -0.09117735495491427,
      -0.1042972821973789, -0.07845129538530668, 0.36614819187402886, 0.3210546857176113, 0.4175752741716381
    ),
    (
      .logit, -1.7983012339216031, -1.0944847870980103, 0.0724554230579698, -0.08954665030283604,
      -0.10184500754013259, -0.07746355934018648, 0.36964716771584405, 0.3252336994511323, 0.4202784730114961
    ),
  ])
  func threeScalesAgainstNumpy(
    link: SlopeIndex.Link, intercept: Double, slope: Double, error: Double, sii: Double, lower: Double,
    upper: Double, rii: Double, riiLower: Double, riiUpper: Double
  ) throws {
    let fit = try SlopeIndex(try MadeGroups.units(), link: link)
    // Condition: figures of 0.1 with differences of 0.01 lose two digits of sixteen; numpy's factorisation loses as many.
    let bound = 1e-11
    #expect(isClose(fit.intercept, intercept, relative: bound))
    #expect(isClose(fit.slope, slope, relative: bound))
    #expect(isClose(try #require(fit.slopeStandardError), error, relative: bound))
    let absolute = fit.absolute()
    #expect(isClose(absolute.value, sii, relative: bound))
    let ends = try #require(absolute.interval)
    #expect(isClose(ends.lower, lower, relative: bound) && isClose(ends.upper, upper, relative: bound))
    let relative = try fit.relative()
    #expect(isClose(relative.value, rii, relative: bound))
    let ratio = try #require(relative.interval)
    #expect(
      isClose(ratio.lower, riiLower, relative: bound) && isClose(ratio.upper, riiUpper, relative: bound))
  }

  /// numpy 2.4.6: SII over mean with Fieller's interval.
  @Test func theIndexRelativeToTheMean() throws {
    let found = try SlopeIndex(try MadeGroups.units()).relative(to: .mean)
    #expect(isClose(found.value, -0.9010718965196065, relative: 1e-11))
    let interval = try #require(found.interval)
    #expect(isClose(interval.lower, -1.0116572291024004, relative: 1e-11))
    #expect(isClose(interval.upper, -0.7906512950419338, relative: 1e-11))
    #expect(found.method == .relativeIndexOfMean)
  }

  @Test func theOtherContrastTurnsTheSignAndInvertsTheRatio() throws {
    for link in SlopeIndex.Link.allCases {
      let fit = try SlopeIndex(try MadeGroups.units(), link: link)
      let (up, down) = (fit.absolute(), fit.absolute(.bottomMinusTop))
      #expect(down.value == -up.value)
      #expect(isClose(try #require(down.interval).lower, -(try #require(up.interval).upper), relative: 1e-12))
      let (ratio, inverse) = (try fit.relative(), try fit.relative(.bottomMinusTop))
      #expect(isClose(ratio.value * inverse.value, 1, relative: 1e-12))
      #expect(
        isClose(
          try #require(ratio.interval).lower * (try #require(inverse.interval).upper), 1, relative: 1e-11))
    }
  }

  @Test func refusals() throws {
    #expect(throws: Reason.tooFewGroups) {
      try SlopeIndex(try RankedUnits(values: [1, 2], weights: [1, 1]))
    }
    #expect(throws: Reason.tooFewGroups) { try RankedUnits(values: [1], weights: [1]) }
    #expect(throws: Reason.figureNotPositive) {
      try SlopeIndex(try RankedUnits(values: [0, 1, 2], weights: [1, 1, 1]), link: .log)
    }
    #expect(throws: Reason.shareAtLimit) {
      try SlopeIndex(try RankedUnits(values: [0, 0.1, 0.2], weights: [1, 1, 1]), link: .logit)
    }
    #expect(throws: Reason.outsideBounds) {
      try SlopeIndex(try RankedUnits(values: [2, 10, 20], weights: [1, 1, 1]), link: .logit)
    }
    #expect(throws: Reason.emptyDenominator) { try RankedUnits(values: [1, 2, 3], weights: [1, 0, 1]) }
    #expect(throws: Reason.zeroMean) {
      try SlopeIndex(try RankedUnits(values: [-3, 0, 1], weights: [1, 1, 1])).relative()
    }
    #expect(throws: Reason.notApplicable) {
      try SlopeIndex(try MadeGroups.units(), link: .log).relative(to: .mean)
    }
  }

  /// A denominator that may be 0 has no bounded ratio.
  @Test func anUnsureDenominatorHasNoBoundedRatio() throws {
    let wide = [0.01, 0.02, 0.06].compactMap {
      ConfidenceInterval(lower: $0 - 0.2, upper: $0 + 0.2, level: .p95)
    }
    let found = try SlopeIndex(
      try RankedUnits(values: [0.01, 0.02, 0.06], weights: [1, 1, 1], intervals: wide)
    ).relative(.topMinusBottom, to: .mean)
    #expect(found.interval == nil && found.intervalReason == .ratioUnbounded)
  }

  @Test func aBatchIsTheSingleCall() throws {
    let sets = try (0..<7).map { shift in
      try MadeGroups.units(MadeGroups.shares.map { $0 + Double(shift) * 0.01 })
    }
    for threads in [ThreadLimit.single, ThreadLimit(3)] {
      let fits = SlopeIndex.fit(sets, link: .logit, threads: threads)
      for (set, fit) in zip(sets, fits) { #expect(try fit.get() == SlopeIndex(set, link: .logit)) }
    }
  }
}

@Suite struct SlopeSimulationTests {
  /// The ends of 20 000 draws of a normal number: quantiles 2.5 % have a standard error of
  /// √(0.025·0.975/20 000)/φ(1.96) = 0.0189 standard deviations; four of them are allowed.
  @Test func theSimulationApproachesTheClosedForm() throws {
    let units = try MadeGroups.units()
    let closed = try SlopeIndex(units).absolute()
    let drawn = try SlopeIndex.simulated(units, replicates: 20_000, seed: 7)
    let bound = 4 * 0.0189 * (closed.standardError ?? 0)
    let (one, other) = (try #require(closed.interval), try #require(drawn.interval))
    #expect(abs(one.lower - other.lower) < bound && abs(one.upper - other.upper) < bound)
    #expect(drawn.value == closed.value && drawn.method == .slopeIndexSimulated)
    #expect(
      try SlopeIndex.simulated(units, replicates: 1000, seed: 7)
        == SlopeIndex.simulated(units, replicates: 1000, seed: 7))
    #expect(
      try SlopeIndex.simulated(units, replicates: 1000, seed: 8)
        != SlopeIndex.simulated(units, replicates: 1000, seed: 7))
    #expect(throws: Reason.tooFewPoints) { try SlopeIndex.simulated(units, replicates: 10, seed: 1) }
  }
}
