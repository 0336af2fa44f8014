import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Ratio of proportions")
struct ProportionRatioTests {
  func ratio(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws -> ProportionRatio {
    try ProportionRatio(try Proportion(of: x1, in: n1), to: try Proportion(of: x2, in: n2))
  }

  // statsmodels 0.15.0 `confint_proportions_2indep(compare="ratio", method="score", correction=False)`, whose root finder
  // stops at 1e-12 of the root; the first is Koopman's own example, printed there as 2.94 and 7.15.
  // For 10/10 : 10/20 statsmodels gives 1.5 as lower end, where its search begins; the value here is the root by scipy 1.17.1
  // `brentq`, and maximising the likelihood under the ratio numerically gives the same score there.
  @Test(
    "equals statsmodels",
    arguments: [
      (36, 40, 16, 80, 2.9395691922149965, 7.15222343486603),
      (3, 50, 12, 4000, 6.123851519135661, 62.32465765638004), (0, 10, 5, 20, 0, 1.2466905050857777),
      (10, 10, 10, 20, 1.3225811808821575, 3.34115153662414),
      (1, 2, 1, 2, 0.15056961354701914, 6.641446281508953),
    ])
  func koopman(x1: Int, n1: Int, x2: Int, n2: Int, lower: Double, upper: Double) throws {
    let estimate = try ratio(x1, n1, x2, n2).koopman()
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - lower) <= 1e-11 * max(lower, 1))
    #expect(abs(interval.upper - upper) <= 1e-11 * upper)
    #expect(interval.contains(estimate.value))
  }

  // The score test does not know which side is first, so the ends are reciprocals, up to roundings in the score.
  @Test(
    "exchanging the sides inverts the interval",
    arguments: [(36, 40, 16, 80), (3, 50, 12, 4000), (15, 15, 20, 20), (10, 10, 10, 20), (1, 100_000, 4, 90)])
  func reciprocal(x1: Int, n1: Int, x2: Int, n2: Int) throws {
    let a = try #require(try ratio(x1, n1, x2, n2).koopman().interval)
    let b = try #require(try ratio(x2, n2, x1, n1).koopman().interval)
    #expect(abs(a.lower * b.upper - 1) <= 1e-10)
    #expect(abs(a.upper * b.lower - 1) <= 1e-10)
  }

  @Test("p ≤ α exactly where the interval excludes 1")
  func agreement() throws {
    let level = ConfidenceInterval.Level.p95
    for x1 in 0...20 {
      for x2 in 1...30 {
        let ratio = try ratio(x1, 20, x2, 30)
        let interval = try #require(ratio.koopman(level: level).interval)
        #expect((ratio.pValue > 0.05) == (interval.lower < 1 && 1 < interval.upper), "\(x1) \(x2)")
      }
    }
  }

  @Test("no ratio to nobody")
  func refusal() {
    #expect(throws: StatisticsError.emptyDenominator(0)) { try ratio(3, 10, 0, 10) }
  }

  @Test("few in or outside a numerator is said")
  func smallSides() throws {
    #expect(try ratio(36, 40, 16, 80).koopman().diagnostics == [.smallComplement])
    #expect(try ratio(3, 10, 16, 80).koopman().diagnostics == [.smallComplement, .smallNumerator])
    #expect(try ratio(30, 80, 16, 80).koopman().diagnostics == [])
  }
}
