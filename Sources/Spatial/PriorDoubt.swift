import Estimates
import Foundation
import Indicators

/// How unsure the prior itself is: instead of the one most likely prior, all priors that the figures allow, each weighted by
/// how likely it makes them.
///
///     let doubt = PriorDoubt(counts: counts, expected: expected)
///     doubt.widened(try fit.posterior(count: 9, expected: 1.4), count: 9, expected: 1.4)
///
/// An interval that takes the fitted prior for known covers too seldom where zones are few. Here the variance of a zone
/// becomes the weighted mean, over a grid of priors, of the posterior variance plus the squared distance of the posterior mean
/// from the zone's value. The value stays the one of the fitted prior.
///
/// - The grid: the weight that a zone of median size gets on its own figure, 25 values spread evenly over 0…1 (the uniform
///   shrinkage prior), times nine values of the mean within three standard errors of the best one for it.
/// - Nothing is drawn at random.
/// - How well it covers is measured in the Shrinkage article.
/// - Reference: Christiansen and Morris (1997) J Am Stat Assoc 92:618; Laird and Louis (1987) J Am Stat Assoc 82:739 for the
///   problem.
public struct PriorDoubt: Sendable {
  /// The priors and their weights, which sum to 1.
  let priors: [(prior: FittedPrior, weight: Double)]

  private static let shares = 25
  private static let means = [-3.0, -2.25, -1.5, -0.75, 0, 0.75, 1.5, 2.25, 3]

  /// The doubt about a prior of rates.
  ///
  /// - Throws: ``ShrinkageRefusal``, as ``GammaPoisson/init(counts:expected:)``.
  public init(counts: [Double], expected: [Double]) throws(ShrinkageRefusal) {
    let (events, exposure) = try ShrinkageRefusal.check(counts, expected)
    guard events > 0 else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    self.init(exposures: expected) { rate, distance in
      var mean = events / exposure
      var information = 0.0
      for _ in 0..<30 {
        // The score equation of the mean for a given α: counts and exposures weighted by 1/(1 + E/α).
        var top = 0.0
        var bottom = 0.0
        for (count, one) in zip(counts, expected) {
          let weight = 1 / (1 + one / rate)
          top += weight * count
          bottom += weight * one
        }
        mean = top > 0 ? top / bottom : mean
        information = mean * bottom
      }
      let moved = mean * exp(distance / max(information, 0.1).squareRoot())
      guard let prior = try? GammaPoisson(shape: rate * moved, rate: rate) else { return nil }
      return (
        .rates(prior),
        GammaPoisson.logLikelihood(counts, expected, shape: prior.shape, rate: prior.rate)
      )
    }
  }

  /// The doubt about a prior of shares.
  ///
  /// - Throws: ``ShrinkageRefusal``, as ``BetaBinomial/init(numerators:denominators:)``.
  public init(numerators: [Double], denominators: [Double]) throws(ShrinkageRefusal) {
    let (part, whole) = try ShrinkageRefusal.check(numerators, denominators)
    guard part > 0, part < whole else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    self.init(exposures: denominators) { total, distance in
      var top = 0.0
      var bottom = 0.0
      for (numerator, denominator) in zip(numerators, denominators) {
        let weight = 1 / (1 + denominator / total)
        top += weight * numerator
        bottom += weight * denominator
      }
      let centre = top > 0 && top < bottom ? top / bottom : part / whole
      let error = 1 / max(bottom * centre * (1 - centre), 0.1).squareRoot()
      let share = 1 / (1 + exp(-(log(centre / (1 - centre)) + distance * error)))
      guard let prior = try? BetaBinomial(a: total * share, b: total * (1 - share)) else { return nil }
      return (
        .shares(prior), BetaBinomial.logLikelihood(numerators, denominators, a: prior.a, b: prior.b)
      )
    }
  }

  /// - Parameter candidate: For a prior worth so many persons or expected events, and a distance from the best mean in
  ///   standard errors: the prior and its log-likelihood.
  private init(
    exposures: [Double],
    candidate: (_ size: Double, _ distance: Double) -> (prior: FittedPrior, logLikelihood: Double)?
  ) {
    let sorted = exposures.sorted()
    let median = (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
    var found: [(prior: FittedPrior, logLikelihood: Double)] = []
    for step in 0..<Self.shares {
      let own = (Double(step) + 0.5) / Double(Self.shares)
      for distance in Self.means {
        if let one = candidate(median * (1 - own) / own, distance), one.logLikelihood.isFinite {
          found.append(one)
        }
      }
    }
    let top = found.map(\.logLikelihood).max() ?? 0
    let weights = found.map { exp($0.logLikelihood - top) }
    let sum = weights.reduce(0, +)
    priors = zip(found, weights).filter { $0.1 > 1e-8 * sum }.map { ($0.prior, $1 / sum) }
  }

  /// A posterior with the doubt about the prior in its variance.
  public func widened(_ posterior: ZonePosterior, count: Double, expected: Double) -> ZonePosterior {
    var variance = 0.0
    for (prior, weight) in priors {
      guard let one = try? prior.posterior(count: count, exposure: expected) else { return posterior }
      let distance = one.mean - posterior.mean
      variance += weight * (one.variance + distance * distance)
    }
    return posterior.widened(to: max(posterior.variance, variance))
  }
}

/// A prior of either kind.
enum FittedPrior: Sendable, Equatable {
  case rates(GammaPoisson)
  case shares(BetaBinomial)
  case moments(MarshallSmoothing)

  var isPooled: Bool {
    switch self {
    case .rates(let fit): fit.isPooled
    case .shares(let fit): fit.isPooled
    case .moments(let fit): fit.isPooled
    }
  }

  var mean: Double {
    switch self {
    case .rates(let fit): fit.mean
    case .shares(let fit): fit.mean
    case .moments(let fit): fit.mean
    }
  }

  func posterior(count: Double, exposure: Double) throws(StatisticsError) -> ZonePosterior {
    switch self {
    case .rates(let fit): try fit.posterior(count: count, expected: exposure)
    case .shares(let fit): try fit.posterior(numerator: count, denominator: exposure)
    case .moments(let fit): try fit.posterior(count: count, expected: exposure)
    }
  }
}
