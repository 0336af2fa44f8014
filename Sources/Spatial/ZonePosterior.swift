import Distributions
import Estimates
import Indicators

/// What is known of one zone once all zones have been looked at: a mean, a variance, and the distribution they belong to.
///
///     let posterior = try fit.posterior(count: 9, expected: 1.4)
///     posterior.mean                        // the shrunken rate
///     posterior.interval(level: .p95)       // between quantiles of the gamma distribution
///     posterior.probability(above: 1)
///
/// The distribution is the gamma (rates) or beta (shares) distribution with this mean and variance. For a fitted prior that
/// is the posterior itself; where the variance was widened for the doubt about the prior it is the matching one (Morris).
///
/// - Unit: that of the prior: events over expected, or a share in 0…1.
/// - The weight is the share of the zone's own figure in the mean: mean = weight · own + (1 − weight) · prior mean.
/// - Reference: Morris (1983) J Am Stat Assoc 78:47.
public struct ZonePosterior: Sendable, Equatable {
  /// Which distribution.
  public enum Family: Sendable, Equatable {
    /// Gamma: rates.
    case gamma
    /// Beta: shares.
    case beta
  }

  /// The distribution's family.
  public let family: Family
  /// The shrunken value.
  public let mean: Double
  /// The variance; 0 where all zones are taken to have one and the same value.
  public let variance: Double
  /// The weight on the zone's own figure, in 0…1.
  public let weight: Double
  /// What the figure is shrunk towards.
  public let priorMean: Double

  init(family: Family, mean: Double, variance: Double, weight: Double, priorMean: Double) {
    self.family = family
    self.mean = mean
    self.variance = variance
    self.weight = weight
    self.priorMean = priorMean
  }

  /// The same with another variance.
  func widened(to variance: Double) -> ZonePosterior {
    ZonePosterior(family: family, mean: mean, variance: variance, weight: weight, priorMean: priorMean)
  }

  /// The interval between two quantiles that leave the same probability outside; `nil` where the variance is 0.
  public func interval(level: ConfidenceInterval.Level) -> ConfidenceInterval? {
    guard let distribution = distribution,
      let lower = try? distribution.quantile(level.tail),
      let upper = try? distribution.upperQuantile(level.tail)
    else { return nil }
    return ConfidenceInterval(lower: lower, upper: upper, level: level)
  }

  /// The probability that the zone's true value lies above a threshold; `nil` where the variance is 0.
  public func probability(above threshold: Double) -> Double? { distribution?.survival(threshold) }

  /// The shrunken value with its interval.
  ///
  /// - Parameters:
  ///   - method: How the prior was found.
  ///   - n: The zone's events or persons.
  public func estimate(_ method: Method, n: Double? = nil, level: ConfidenceInterval.Level = .p95) -> Estimate
  {
    let interval = interval(level: level)
    var diagnostics: [Diagnostic] = []
    if let interval, !interval.contains(mean) { diagnostics.append(.valueOutsideInterval) }
    return Estimate(
      mean, interval: interval, intervalReason: .noDifferenceBetweenZones,
      standardError: variance.squareRoot(), method: method, n: n, diagnostics: diagnostics)
  }

  private var distribution: (any ContinuousDistribution)? {
    guard variance > 0, mean > 0 else { return nil }
    switch family {
    case .gamma: return try? Gamma(shape: mean * mean / variance, scale: variance / mean)
    case .beta:
      let total = mean * (1 - mean) / variance - 1
      return try? Beta(mean * total, (1 - mean) * total)
    }
  }
}

/// The two families, by what this target asks of them.
private protocol ContinuousDistribution: Sendable {
  func quantile(_ p: Double) throws(DistributionError) -> Double
  func upperQuantile(_ p: Double) throws(DistributionError) -> Double
  func survival(_ x: Double) -> Double
}

extension Gamma: ContinuousDistribution {}
extension Beta: ContinuousDistribution {}

extension Reason {
  /// The zones differ no more than chance would have it, so each is given the common value, and there is no interval.
  public static let noDifferenceBetweenZones = Reason("no-difference-between-zones")
  /// No zone has any event, or everybody has: there is nothing to shrink towards.
  public static let nothingToShrinkTowards = Reason("nothing-to-shrink-towards")
}

extension Diagnostic {
  /// The zones differ no more than chance would have it: all are given the common value.
  public static let noHeterogeneity = Diagnostic("no-heterogeneity")
  /// A very skew distribution: its mean lies outside the interval.
  public static let valueOutsideInterval = Diagnostic("value-outside-interval")
  /// The interval takes the fitted prior for known.
  public static let priorTakenAsKnown = Diagnostic("prior-taken-as-known")
  /// The interval is widened for the doubt about the fitted prior.
  public static let widenedForPrior = Diagnostic("widened-for-prior")
}
