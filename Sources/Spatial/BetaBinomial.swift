import Distributions
import Estimates
import Foundation
import Indicators

/// Shares of zones shrunk towards each other: numerators are binomial, and the zones' true shares are beta distributed.
///
///     let fit = try BetaBinomial(numerators: [14, 3, 9, 31], denominators: [120, 80, 45, 200])
///     try fit.posterior(numerator: 3, denominator: 80).mean
///
/// With x_i ~ Binomial(n_i, p_i) and p_i ~ Beta(a, b) the marginal log-likelihood Σ log B(x + a, n − x + b) − log B(a, b) is
/// maximised; then p_i has the posterior Beta(x + a, n − x + b) with mean (x + a)/(n + a + b), which is
/// w·x/n + (1 − w)·a/(a + b) with w = n/(n + a + b).
///
/// - Newton in (log(a + b), logit a/(a + b)), with digamma and trigamma functions.
/// - Where the numerators vary no more than binomial ones of one share do (Tarone's score), a + b → ∞: the fit is *pooled*.
/// - The interval of a posterior takes a and b for known. With few zones it is too narrow: see ``PriorDoubt``.
/// - Shape: one numerator and one denominator a zone. Hidden and missing zones are left out before.
/// - References: Skellam (1948) J R Stat Soc B 10:257; Tarone (1979) Biometrika 66:585.
public struct BetaBinomial: Sendable, Equatable {
  /// a; infinite where the fit is pooled.
  public let a: Double
  /// b; infinite where the fit is pooled.
  public let b: Double
  /// a/(a + b), the mean of the true shares.
  public let mean: Double
  /// The log-likelihood at the maximum, without the binomial coefficients.
  public let logLikelihood: Double
  /// How many zones the prior rests on.
  public let zones: Int

  /// Whether no difference between the zones was found.
  public var isPooled: Bool { a == .infinity }

  /// A prior that is known.
  ///
  /// - Throws: ``Estimates/StatisticsError/parameter(name:value:)`` unless both are above 0.
  public init(a: Double, b: Double) throws(StatisticsError) {
    guard a > 0, a.isFinite else { throw .parameter(name: "a", value: a) }
    guard b > 0, b.isFinite else { throw .parameter(name: "b", value: b) }
    self.init(a: a, b: b, mean: a / (a + b), logLikelihood: 0, zones: 0)
  }

  private init(a: Double, b: Double, mean: Double, logLikelihood: Double, zones: Int) {
    self.a = a
    self.b = b
    self.mean = mean
    self.logLikelihood = logLikelihood
    self.zones = zones
  }

  /// The prior that makes the numerators most likely.
  ///
  /// - Throws: ``ShrinkageRefusal`` with `too-few-points`, `empty-denominator`, `negative-count`, `share-above-one`,
  ///   `not-finite`, or `nothing-to-shrink-towards` where nobody or everybody is in the numerators.
  public init(numerators: [Double], denominators: [Double]) throws(ShrinkageRefusal) {
    let (part, whole) = try ShrinkageRefusal.check(numerators, denominators)
    guard zip(numerators, denominators).allSatisfy({ $0 <= $1 }) else {
      throw ShrinkageRefusal(Reason("share-above-one"))
    }
    guard part > 0, part < whole else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    let share = part / whole
    let flat = part * log(share) + (whole - part) * log1p(-share)
    let scatter = zip(numerators, denominators).reduce(0.0) { sum, zone in
      let residual = zone.0 - share * zone.1
      return sum + residual * residual
    }
    let chance = share * (1 - share)
    // Σ(x − np)² is Σ n·p(1 − p)·(1 + (n − 1)/(a + b + 1)) on average.
    // Rounding of a score that is 0, as that of single persons is, is no variation.
    let excess = scatter / chance - whole
    let score = excess > 1e-10 * whole ? excess : 0
    let pairs = denominators.reduce(0) { $0 + $1 * ($1 - 1) }
    let start = score > 0 && pairs > score ? pairs / score : score > 0 ? 1 : 20
    // Beyond the limit differences of the likelihood drown in rounding.
    let limit = score > 0 ? 25.0 : 12
    let fit = LogNewton(from: (log(start), log(share / (1 - share))), limit: limit) { logTotal, logit in
      Self.point(numerators, denominators, logTotal, logit)
    }
    if let fit, fit.converged, fit.position.0 < limit, score > 0 || fit.value > flat + 1e-7 {
      let total = exp(fit.position.0)
      let mean = 1 / (1 + exp(-fit.position.1))
      self.init(
        a: total * mean, b: total / (1 + exp(fit.position.1)), mean: mean, logLikelihood: fit.value,
        zones: numerators.count)
    } else {
      self.init(a: .infinity, b: .infinity, mean: share, logLikelihood: flat, zones: numerators.count)
    }
  }

  /// What is known of a zone.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where the numbers are no share.
  public func posterior(numerator: Double, denominator: Double) throws(StatisticsError) -> ZonePosterior {
    guard numerator.isFinite, denominator.isFinite else { throw .notFinite(what: "count") }
    guard denominator > 0 else { throw .emptyDenominator(denominator) }
    guard numerator >= 0 else { throw .negativeCount(numerator) }
    guard numerator <= denominator else {
      throw .numeratorExceedsDenominator(numerator: numerator, denominator: denominator)
    }
    guard !isPooled else {
      return ZonePosterior(family: .beta, mean: mean, variance: 0, weight: 0, priorMean: mean)
    }
    let total = denominator + a + b
    let value = (numerator + a) / total
    return ZonePosterior(
      family: .beta, mean: value, variance: value * ((denominator - numerator + b) / total) / (total + 1),
      weight: denominator / total, priorMean: mean)
  }

  /// The log-likelihood of a prior without the binomial coefficients.
  static func logLikelihood(_ numerators: [Double], _ denominators: [Double], a: Double, b: Double) -> Double
  {
    let zero = logGamma(a + b) - logGamma(a) - logGamma(b)
    return zip(numerators, denominators).reduce(0.0) { sum, zone in
      sum + logGamma(zone.0 + a) + logGamma(zone.1 - zone.0 + b) - logGamma(zone.1 + a + b) + zero
    }
  }

  /// Log-likelihood and its derivatives in u = log(a + b) and v = logit a/(a + b).
  private static func point(_ numerators: [Double], _ denominators: [Double], _ u: Double, _ v: Double)
    -> LogNewton.Point
  {
    let total = exp(u)
    let mean = 1 / (1 + exp(-v))
    let (a, b) = (total * mean, total / (1 + exp(v)))
    guard a > 0, b > 0 else {
      return LogNewton.Point(value: .nan, gradient: (0, 0), curvature: (0, 0, 0))
    }
    let zero = logGamma(total) - logGamma(a) - logGamma(b)
    let (psiA, psiB, psiTotal) = (digamma(a), digamma(b), digamma(total))
    let (triA, triB, triTotal) = (trigamma(a), trigamma(b), trigamma(total))
    var value = 0.0
    var first = (a: 0.0, b: 0.0)
    var second = (a: 0.0, both: 0.0, b: 0.0)
    for (x, n) in zip(numerators, denominators) {
      let rest = n - x
      value += logGamma(x + a) + logGamma(rest + b) - logGamma(n + total) + zero
      let common = psiTotal - digamma(n + total)
      first.a += digamma(x + a) - psiA + common
      first.b += digamma(rest + b) - psiB + common
      let shared = triTotal - trigamma(n + total)
      second.both += shared
      second.a += trigamma(x + a) - triA + shared
      second.b += trigamma(rest + b) - triB + shared
    }
    let width = a * (1 - mean)
    let across = width * (first.a - first.b)
    let along = a * first.a + b * first.b
    let alongTwice = along + a * a * second.a + 2 * a * b * second.both + b * b * second.b
    let mixed = across + a * width * (second.a - second.both) + b * width * (second.both - second.b)
    let acrossTwice = (1 - 2 * mean) * across + width * width * (second.a - 2 * second.both + second.b)
    return LogNewton.Point(
      value: value, gradient: (along, across), curvature: (alongTwice, mixed, acrossTwice))
  }
}

extension Method {
  /// Shares shrunk by a beta prior, fitted by maximum likelihood.
  public static let betaBinomial = Method("shrinkage.beta-binomial")
}
