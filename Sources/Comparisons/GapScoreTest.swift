import Distributions
import Estimates
import Indicators
import Rates

/// Whether the ratio between a zone and its comparator changes with time: the score test in closed form, without a fitted
/// model.
///
///     let test = try GapScoreTest(times: years, zones: zoneShares, others: restShares)
///     test.statistic, test.pValue, test.commonRatio
///
/// In each period, given the total m of both areas, the zone's count x is expected to be E under one common ratio ψ for all
/// periods, with variance V. Of shares ψ is the odds ratio and E solves E(n₂ − m + E) = ψ(m − E)(n₁ − E), with
/// 1/V = 1/E + 1/(m − E) + 1/(n₁ − E) + 1/(n₂ − m + E); of rates ψ is the rate ratio, E = mψn₁/(ψn₁ + n₂) and
/// V = E(m − E)/m. ψ is the Mantel–Haenszel estimate, and
///
///     χ² = (Σt(x − E) − (ΣtV/ΣV)·Σ(x − E))² / (Σt²V − (ΣtV)²/ΣV),   one degree of freedom
///
/// - Shape: two figures of one kind a period, three periods or more. Periods without events on either side say nothing and
///   are passed over.
/// - The correction by Σ(x − E) makes the test as good as with the maximum-likelihood ψ (Tarone).
/// - Suppressed counts never reach this type. Errors: fewer than three informative periods, no events at all on one side,
///   figures that are no shares or rates.
/// - References: Breslow and Day, *Statistical Methods in Cancer Research* I (1980) ch. 4 and II (1987) ch. 3;
///   Tarone (1985) Biometrika 72:91.
public struct GapScoreTest: Sendable, Hashable {
  /// χ².
  public let statistic: Double
  /// ψ: odds ratio of shares, rate ratio of rates.
  public let commonRatio: Double
  /// The sign of Σt(x − E): positive where the ratio rises.
  public let rises: Bool
  /// Periods that say something.
  public let informativePeriods: Int

  /// The test on shares or rates.
  public init(times: [Double], zones: [Figure], others: [Figure]) throws(StatisticsError) {
    guard times.count == zones.count else { throw .unequalLengths("zones", times.count, zones.count) }
    guard times.count == others.count else { throw .unequalLengths("others", times.count, others.count) }
    var periods: [Table] = []
    for index in times.indices {
      switch (zones[index], others[index]) {
      case (.proportion(let one), .proportion(let other)):
        let table = Table(
          times[index], one.numerator, one.denominator, other.numerator, other.denominator, isShare: true)
        if table.m > 0, table.m < table.n1 + table.n2 { periods.append(table) }
      case (.rate(let one), .rate(let other)):
        let table = Table(
          times[index], one.events, one.denominator, other.events, other.denominator, isShare: false)
        if table.m > 0 { periods.append(table) }
      default: throw .notFinite(what: "count")
      }
    }
    guard periods.count >= 3 else { throw .tooFewObservations(needed: 3, found: periods.count) }
    let above = periods.reduce(0) { $0 + $1.above }
    let below = periods.reduce(0) { $0 + $1.below }
    guard above > 0, below > 0 else { throw .emptyDenominator(min(above, below)) }
    let ratio = above / below
    let origin = periods[0].time
    var (score, plain) = (0.0, 0.0)
    var (v, tv, ttv) = (0.0, 0.0, 0.0)
    for period in periods {
      let t = period.time - origin
      let (expected, variance) = period.moments(ratio)
      score += t * (period.x - expected)
      plain += period.x - expected
      v += variance
      tv += t * variance
      ttv += t * t * variance
    }
    let information = ttv - tv * tv / v
    guard information > 0 else { throw .noVariationInTime }
    let adjusted = score - tv / v * plain
    statistic = adjusted * adjusted / information
    commonRatio = ratio
    rises = adjusted > 0
    informativePeriods = periods.count
    guard statistic.isFinite else { throw .notFinite(what: "statistic") }
  }

  /// P(χ²(1) ≥ statistic).
  public var pValue: Double { min(1, 2 * Normal.standard.survival(statistic.squareRoot())) }

  /// One period: x of n₁ in the zone, m − x of n₂ outside.
  private struct Table {
    let time, x, n1, m, n2: Double
    let isShare: Bool

    init(_ time: Double, _ x: Double, _ n1: Double, _ y: Double, _ n2: Double, isShare: Bool) {
      self.time = time
      self.x = x
      self.n1 = n1
      m = x + y
      self.n2 = n2
      self.isShare = isShare
    }

    /// The period's term of the numerator of ψ.
    var above: Double { x * (isShare ? n2 - (m - x) : n2) / (n1 + n2) }
    /// The period's term of the denominator of ψ.
    var below: Double { (m - x) * (isShare ? n1 - x : n1) / (n1 + n2) }

    func moments(_ ratio: Double) -> (expected: Double, variance: Double) {
      guard isShare else {
        let expected = m * ratio * n1 / (ratio * n1 + n2)
        return (expected, expected * (m - expected) / m)
      }
      // (1 − ψ)E² + (n₂ − m + ψ(m + n₁))E − ψmn₁ = 0, in the form that subtracts nothing.
      let linear = n2 - m + ratio * (m + n1)
      let constant = ratio * m * n1
      let root = max(0, linear * linear + 4 * (1 - ratio) * constant).squareRoot()
      let expected = 2 * constant / (linear + root)
      let cells = [expected, m - expected, n1 - expected, n2 - m + expected]
      guard cells.allSatisfy({ $0 > 0 }) else { return (expected, 0) }
      return (expected, 1 / cells.reduce(0) { $0 + 1 / $1 })
    }
  }
}

extension Method {
  /// The score test of a ratio that changes with time.
  public static let gapScore = Method("gap.score-test")
}
