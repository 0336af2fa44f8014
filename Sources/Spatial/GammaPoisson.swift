import Distributions
import Estimates
import Foundation
import Indicators

/// Rates of zones shrunk towards each other: counts are Poisson, and the zones' true rates are gamma distributed.
///
///     let fit = try GammaPoisson(counts: [9, 39, 11, 9], expected: [1.4, 8.7, 3.0, 2.5])
///     try fit.posterior(count: 9, expected: 1.4).mean
///
/// With O_i ~ Poisson(E_i θ_i) and θ_i ~ Gamma(ν, rate α) the marginal log-likelihood
///
///     Σ log Γ(O + ν) − log Γ(ν) + ν log(α/(α + E)) + O log(E/(α + E))
///
/// is maximised over ν and α; then θ_i has the posterior Gamma(O + ν, rate E + α) with mean (O + ν)/(E + α), which is
/// w·O/E + (1 − w)·ν/α with w = E/(E + α).
///
/// - Newton in (log ν, log ν/α), with digamma and trigamma functions; see ``LogNewton`` for its safeguards.
/// - Where the counts vary no more than Poisson counts of one rate do, the likelihood grows towards α → ∞. Then the fit is
///   *pooled*: ``isPooled``, every zone gets ΣO/ΣE, and diagnostics say so.
/// - The interval of a posterior takes ν and α for known. With few zones it is too narrow: see ``PriorDoubt``.
/// - Shape: one count and one expected count (or person-years) a zone. Zones whose count is hidden or missing are left out
///   before; they have no say in the prior, and get no posterior.
/// - Zero expected events are refused, and so are fewer than three zones.
/// - References: Clayton and Kaldor (1987) Biometrics 43:671; Lawless (1987) Can J Stat 15:209.
public struct GammaPoisson: Sendable, Equatable {
  /// ν; infinite where the fit is pooled.
  public let shape: Double
  /// α; infinite where the fit is pooled.
  public let rate: Double
  /// ν/α, the mean of the true rates.
  public let mean: Double
  /// The log-likelihood at the maximum, with the constant − log O!.
  public let logLikelihood: Double
  /// How many zones the prior rests on.
  public let zones: Int

  /// Whether no difference between the zones was found.
  public var isPooled: Bool { shape == .infinity }

  /// A prior that is known.
  ///
  /// - Throws: ``Estimates/StatisticsError/parameter(name:value:)`` unless both are above 0.
  public init(shape: Double, rate: Double) throws(StatisticsError) {
    guard shape > 0, shape.isFinite else { throw .parameter(name: "shape", value: shape) }
    guard rate > 0, rate.isFinite else { throw .parameter(name: "rate", value: rate) }
    self.init(shape: shape, rate: rate, mean: shape / rate, logLikelihood: 0, zones: 0)
  }

  private init(shape: Double, rate: Double, mean: Double, logLikelihood: Double, zones: Int) {
    self.shape = shape
    self.rate = rate
    self.mean = mean
    self.logLikelihood = logLikelihood
    self.zones = zones
  }

  /// The prior that makes the counts most likely.
  ///
  /// - Throws: ``ShrinkageRefusal`` with `too-few-points`, `empty-denominator`, `negative-count`, `not-finite`, or
  ///   `nothing-to-shrink-towards` where there is no event at all.
  public init(counts: [Double], expected: [Double]) throws(ShrinkageRefusal) {
    let (events, exposure) = try ShrinkageRefusal.check(counts, expected)
    guard events > 0 else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    let pooled = events / exposure
    let constant = zip(counts, expected).reduce(0.0) { $0 + $1.0 * log($1.1) - logGamma($1.0 + 1) }
    let flat = constant + events * log(pooled) - pooled * exposure
    // The derivative of the likelihood in 1/ν at 0: positive where the counts vary more than Poisson counts do.
    let excess = zip(counts, expected).reduce(0.0) { sum, zone in
      let residual = zone.0 - pooled * zone.1
      return sum + (residual * residual - zone.0)
    }
    let score = excess > 1e-10 * events ? excess : 0
    let squares = expected.reduce(0) { $0 + ($1 * pooled) * ($1 * pooled) }
    let start = score > 0 ? squares / score : 1
    // Beyond the limit differences of the likelihood drown in rounding.
    let limit = score > 0 ? 25.0 : 12
    let fit = LogNewton(from: (log(start), log(pooled)), limit: limit) { logShape, logMean in
      Self.point(counts, expected, logShape, logMean)
    }
    // Without extra variation a maximum may lie away from the end only if it is higher than the end.
    if let fit, fit.converged, fit.position.0 < limit, score > 0 || fit.value + constant > flat + 1e-7 {
      let shape = exp(fit.position.0)
      let mean = exp(fit.position.1)
      self.init(
        shape: shape, rate: shape / mean, mean: mean, logLikelihood: fit.value + constant, zones: counts.count
      )
    } else {
      self.init(
        shape: .infinity, rate: .infinity, mean: pooled, logLikelihood: flat, zones: counts.count)
    }
  }

  /// What is known of a zone.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where the numbers are no count and expected count.
  public func posterior(count: Double, expected: Double) throws(StatisticsError) -> ZonePosterior {
    guard count.isFinite, expected.isFinite else { throw .notFinite(what: "count") }
    guard expected > 0 else { throw .emptyDenominator(expected) }
    guard count >= 0 else { throw .negativeCount(count) }
    guard !isPooled else {
      return ZonePosterior(family: .gamma, mean: mean, variance: 0, weight: 0, priorMean: mean)
    }
    let sum = expected + rate
    let value = (count + shape) / sum
    return ZonePosterior(
      family: .gamma, mean: value, variance: value / sum, weight: expected / sum, priorMean: mean)
  }

  /// The log-likelihood of a prior without the constant of the counts.
  static func logLikelihood(_ counts: [Double], _ expected: [Double], shape: Double, rate: Double) -> Double {
    let atShape = logGamma(shape)
    return zip(counts, expected).reduce(0.0) { sum, zone in
      sum + logGamma(zone.0 + shape) - atShape - shape * log1p(zone.1 / rate) - zone.0 * log(rate + zone.1)
    }
  }

  /// Log-likelihood without its constant, and its derivatives, in a = log ν and m = log(ν/α).
  private static func point(_ counts: [Double], _ expected: [Double], _ a: Double, _ m: Double)
    -> LogNewton.Point
  {
    let shape = exp(a)
    let rate = exp(a - m)
    let atShape = (logGamma(shape), digamma(shape), trigamma(shape))
    var value = 0.0
    var first = (shape: 0.0, rate: 0.0)
    var second = (shape: 0.0, both: 0.0, rate: 0.0)
    for (count, exposure) in zip(counts, expected) {
      let sum = rate + exposure
      value += logGamma(count + shape) - atShape.0 - shape * log1p(exposure / rate) - count * log(sum)
      first.shape += digamma(count + shape) - atShape.1 - log1p(exposure / rate)
      first.rate += shape * exposure / (rate * sum) - count / sum
      second.shape += trigamma(count + shape) - atShape.2
      second.rate += (shape + count) / (sum * sum) - shape / (rate * rate)
      second.both += exposure / (rate * sum)
    }
    let (byShape, byRate) = (shape * first.shape, rate * first.rate)
    let squareRate = byRate + rate * rate * second.rate
    let mixed = shape * rate * second.both
    let bothShape = byShape + shape * shape * second.shape
    return LogNewton.Point(
      value: value, gradient: (byShape + byRate, -byRate),
      curvature: (bothShape + 2 * mixed + squareRate, -(mixed + squareRate), squareRate))
  }
}

/// Why zones cannot be shrunk towards each other.
public struct ShrinkageRefusal: Error, Sendable, Hashable {
  /// The reason.
  public let reason: Reason

  /// A refusal.
  public init(_ reason: Reason) { self.reason = reason }

  /// The fewest zones from which two parameters of a prior are learnt.
  static let fewestZones = 3

  /// The sums of both columns.
  static func check(_ counts: [Double], _ expected: [Double]) throws(ShrinkageRefusal) -> (
    counts: Double, expected: Double
  ) {
    guard counts.count == expected.count else {
      throw ShrinkageRefusal(
        StatisticsError.unequalLengths("counts", counts.count, expected.count).reason)
    }
    guard counts.count >= fewestZones else { throw ShrinkageRefusal(.tooFewPoints) }
    guard counts.allSatisfy(\.isFinite), expected.allSatisfy(\.isFinite) else {
      throw ShrinkageRefusal(StatisticsError.notFinite(what: "count").reason)
    }
    guard expected.allSatisfy({ $0 > 0 }) else { throw ShrinkageRefusal(.emptyDenominator) }
    guard counts.allSatisfy({ $0 >= 0 }) else { throw ShrinkageRefusal(Reason("negative-count")) }
    return (counts.reduce(0, +), expected.reduce(0, +))
  }
}

extension Method {
  /// Rates shrunk by a gamma prior, fitted by maximum likelihood.
  public static let gammaPoisson = Method("shrinkage.gamma-poisson")
}
