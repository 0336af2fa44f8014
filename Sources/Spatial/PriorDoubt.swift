import Distributions
import Estimates
import Indicators
import Scheduler

/// How unsure the prior itself is, by parametric bootstrap: figures are drawn from the fitted model, and the prior is fitted
/// anew to each set of them.
///
///     let doubt = PriorDoubt(fit, expected: expected, draws: 200, seed: 1)
///     doubt.widened(try fit.posterior(count: 9, expected: 1.4), count: 9, expected: 1.4)
///
/// The variance of a zone becomes the mean over the drawn priors of the posterior variance plus the variance of the posterior
/// mean; the value stays. Without this an interval takes the prior for known, and covers too seldom where zones are few.
///
/// - Draws are keyed by (seed, draw) and nothing else: the same bytes for any number of threads.
/// - Draws in which every count is 0 have no prior and are left out.
/// - References: Laird and Louis (1987) J Am Stat Assoc 82:739, type III; Morris (1983) J Am Stat Assoc 78:47.
public struct PriorDoubt: Sendable {
  /// The priors fitted to the drawn figures.
  private let priors: [FittedPrior]

  /// How many drawn priors there are.
  public var draws: Int { priors.count }

  /// The doubt about a prior of rates.
  public init(
    _ fit: GammaPoisson, expected: [Double], draws: Int, seed: UInt64, series: Int = 0,
    threads: ThreadLimit = .cores
  ) {
    self.init(.rates(fit), exposures: expected, draws: draws, seed: seed, series: series, threads: threads)
  }

  /// The doubt about a prior of shares; denominators are rounded to whole persons for the draws.
  public init(
    _ fit: BetaBinomial, denominators: [Double], draws: Int, seed: UInt64, series: Int = 0,
    threads: ThreadLimit = .cores
  ) {
    self.init(
      .shares(fit), exposures: denominators, draws: draws, seed: seed, series: series, threads: threads)
  }

  init(
    _ fit: FittedPrior, exposures: [Double], draws: Int, seed: UInt64, series: Int, threads: ThreadLimit
  ) {
    var found = [FittedPrior?](repeating: nil, count: max(0, draws))
    found.withUnsafeMutableBufferPointer { found in
      // Each draw writes to its own place.
      nonisolated(unsafe) let found = found
      parallelFor(draws, threads: threads) { range in
        for draw in range {
          var stream = RandomStream(seed: seed, series: series, replicate: draw)
          found[draw] = fit.redrawn(exposures, &stream)
        }
      }
    }
    priors = found.compactMap { $0 }
  }

  /// A posterior with the doubt about the prior in its variance; unchanged where there are fewer than two draws.
  public func widened(_ posterior: ZonePosterior, count: Double, expected: Double) -> ZonePosterior {
    var means: [Double] = []
    var inner = 0.0
    for prior in priors {
      guard let one = try? prior.posterior(count: count, exposure: expected) else { continue }
      means.append(one.mean)
      inner += one.variance
    }
    guard means.count >= 2 else { return posterior }
    let centre = means.reduce(0, +) / Double(means.count)
    let outer =
      means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(means.count - 1)
    return posterior.widened(to: max(posterior.variance, inner / Double(means.count) + outer))
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

  /// The prior fitted to figures drawn from this one; `nil` where there is none.
  func redrawn(_ exposures: [Double], _ stream: inout RandomStream) -> FittedPrior? {
    switch self {
    case .rates(let fit):
      var counts: [Double] = []
      for exposure in exposures {
        var rate = fit.mean
        if !fit.isPooled {
          guard let prior = try? Gamma(shape: fit.shape, scale: 1 / fit.rate),
            let drawn = try? prior.quantile(stream.openUniform())
          else { return nil }
          rate = drawn
        }
        // A rate drawn so small that it is 0 gives no events.
        let expected = rate * exposure
        guard expected > 0 else {
          counts.append(0)
          continue
        }
        guard let count = try? stream.poisson(mean: expected) else { return nil }
        counts.append(Double(count))
      }
      return (try? GammaPoisson(counts: counts, expected: exposures)).map { .rates($0) }
    case .shares(let fit):
      let whole = exposures.map { max(1, $0.rounded()) }
      var counts: [Double] = []
      for persons in whole {
        var share = fit.mean
        if !fit.isPooled {
          guard let prior = try? Beta(fit.a, fit.b), let drawn = try? prior.quantile(stream.openUniform())
          else { return nil }
          share = drawn
        }
        guard let trials = Int(exactly: persons),
          let count = try? stream.binomial(trials: trials, probability: share)
        else { return nil }
        counts.append(Double(count))
      }
      return (try? BetaBinomial(numerators: counts, denominators: whole)).map { .shares($0) }
    case .moments: return nil
    }
  }
}
