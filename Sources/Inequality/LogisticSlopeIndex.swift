import Estimates
import Foundation
import Indicators
import Scheduler

/// The slope index (SII) and relative index (RII) of a share over ranked groups, as WHO defines them: a logistic model of
/// the counts.
///
///     let slope = try LogisticSlopeIndex(events: [310, 402, 265], of: [2100, 3900, 4000])
///     slope.absolute()      // share at the top of the ranking minus share at the bottom
///     slope.relative()      // share at the top over share at the bottom
///
/// With Rᵢ the ridits and xᵢ of nᵢ persons,
///
///     log(π(R)/(1 − π(R))) = β₀ + β₁R,   SII = π(1) − π(0),   RII = π(1)/π(0)
///
/// by maximum likelihood; intervals by the delta method, the RII's on the log scale.
///
/// - Groups of 0 or of everybody are fine, as long as not all are. Counts are taken as given; WHO's software rounds shares
///   times populations after guessing the scale of the shares, which is never done here.
/// - The standard errors are those of the model: where the shares do not follow the curve they are too small,
///   and the index carries `line-fits-poorly`.
/// - Another definition than OHID's (``SlopeIndex``): the two are not comparable.
/// - References: WHO (2023) Health Equity Assessment Toolkit, technical notes; Barros and Victora (2013) PLoS Med
///   10:e1001390.
public struct LogisticSlopeIndex: Sendable, Hashable {
  /// β₀.
  public let intercept: Double
  /// β₁, the log odds ratio between the ends.
  public let slope: Double
  /// Var β₀, Cov(β₀, β₁), Var β₁.
  public let covariance: [Double]
  /// The number of persons.
  public let population: Double
  /// What is worth knowing about the curve: `line-fits-poorly`, by Pearson's χ² at one in a hundred.
  public let diagnostics: [Diagnostic]

  /// The index of counts, from the lowest rank to the highest, or with `ranks` in any order.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups``, ``Indicators/Reason/nobodyOrEverybody``,
  ///   ``Indicators/Reason/outsideBounds`` where a count is negative or exceeds its group, and
  ///   ``Indicators/Reason/slopeNotFound`` where the ends separate the groups completely.
  public init(events: [Double], of persons: [Double], ranks: [Double]? = nil) throws(Reason) {
    let units = try RankedUnits(values: events, weights: persons, ranks: ranks)
    guard events.count >= 3 else { throw .tooFewGroups }
    for (x, n) in zip(events, persons) where x < 0 || x > n { throw .outsideBounds }
    let (total, all) = (events.reduce(0, +), persons.reduce(0, +))
    guard total > 0, total < all else { throw .nobodyOrEverybody }
    let fit = try Self.fit(events, persons, units.ridits)
    intercept = fit.beta.0
    slope = fit.beta.1
    covariance = [fit.covariance.0, fit.covariance.1, fit.covariance.2]
    population = all
    var squares = 0.0
    for i in events.indices {
      let p = Self.share(fit.beta.0 + fit.beta.1 * units.ridits[i])
      let variance = persons[i] * p * (1 - p)
      if variance > 0 { squares += (events[i] - persons[i] * p) * (events[i] - persons[i] * p) / variance }
    }
    diagnostics = fitsPoorly(squares, groups: events.count) ? [.lineFitsPoorly] : []
  }

  /// The indices of many sets of groups, one result each.
  public static func fit(
    _ sets: [(events: [Double], persons: [Double])], threads: ThreadLimit = .cores
  ) -> [Result<LogisticSlopeIndex, Reason>] {
    batch(sets, threads: threads) { set, _ throws(Reason) in
      try LogisticSlopeIndex(events: set.events, of: set.persons)
    }
  }

  /// π at the bottom and at the top of the ranking.
  public var ends: (bottom: Double, top: Double) { (share(intercept), share(intercept + slope)) }

  /// SII: a difference of shares, in −1…1.
  public func absolute(
    _ contrast: SlopeIndex.Contrast = .topMinusBottom, level: ConfidenceInterval.Level = .p95
  ) -> Estimate {
    let (bottom, top) = ends
    let sign: Double = contrast == .topMinusBottom ? 1 : -1
    let (low, high) = (bottom * (1 - bottom), top * (1 - top))
    let error = standardError(high - low, high)
    let reach = level.normalQuantile * error
    let value = sign * (top - bottom)
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - reach, upper: value + reach, level: level),
      standardError: error, method: .slopeIndexWHO, n: population, diagnostics: diagnostics)
  }

  /// RII: a ratio of shares.
  public func relative(
    _ contrast: SlopeIndex.Contrast = .topMinusBottom, level: ConfidenceInterval.Level = .p95
  ) -> Estimate {
    let (bottom, top) = ends
    // d log π/dη = 1 − π.
    let error = standardError(bottom - top, 1 - top)
    let ratio = contrast == .topMinusBottom ? top / bottom : bottom / top
    let reach = exp(level.normalQuantile * error)
    return Estimate(
      ratio, interval: ConfidenceInterval(lower: ratio / reach, upper: ratio * reach, level: level),
      intervalReason: .ratioUnbounded, standardError: ratio * error, method: .relativeIndexWHO, n: population,
      diagnostics: diagnostics)
  }

  /// √(gᵀVg) for the gradient (∂β₀, ∂β₁).
  private func standardError(_ a: Double, _ b: Double) -> Double {
    max(0, a * a * covariance[0] + 2 * a * b * covariance[1] + b * b * covariance[2]).squareRoot()
  }

  /// Newton's iteration with halved steps. It stops where a step changes no coefficient by more than 10⁻¹² of its size,
  /// which at quadratic convergence leaves rounding only.
  private static func fit(
    _ x: [Double], _ n: [Double], _ ridits: [Double]
  ) throws(Reason) -> (beta: (Double, Double), covariance: (Double, Double, Double)) {
    let share = x.reduce(0, +) / n.reduce(0, +)
    var beta = (log(share / (1 - share)), 0.0)
    func logLikelihood(_ b: (Double, Double)) -> Double {
      x.indices.reduce(0) { sum, i in
        let eta = b.0 + b.1 * ridits[i]
        // x·η − n·log(1 + e^η), without overflow for large η.
        return sum + x[i] * eta - n[i] * (max(eta, 0) + log1p(exp(-abs(eta))))
      }
    }
    var current = logLikelihood(beta)
    for _ in 0..<60 {
      var score = (0.0, 0.0)
      var information = (0.0, 0.0, 0.0)
      for i in x.indices {
        let p = Self.share(beta.0 + beta.1 * ridits[i])
        let (residual, weight) = (x[i] - n[i] * p, n[i] * p * (1 - p))
        score.0 += residual
        score.1 += residual * ridits[i]
        information.0 += weight
        information.1 += weight * ridits[i]
        information.2 += weight * ridits[i] * ridits[i]
      }
      let determinant = information.0 * information.2 - information.1 * information.1
      guard determinant > 1e-12 * information.0 * information.2, abs(beta.1) < 200 else { break }
      let inverse = (
        information.2 / determinant, -information.1 / determinant, information.0 / determinant
      )
      var step = (
        inverse.0 * score.0 + inverse.1 * score.1, inverse.1 * score.0 + inverse.2 * score.1
      )
      if abs(step.0) <= 1e-12 * (1 + abs(beta.0)), abs(step.1) <= 1e-12 * (1 + abs(beta.1)) {
        return ((beta.0 + step.0, beta.1 + step.1), inverse)
      }
      for _ in 0..<30 {
        let next = (beta.0 + step.0, beta.1 + step.1)
        let likelihood = logLikelihood(next)
        if likelihood >= current - 1e-10 * abs(current) {
          (beta, current) = (next, likelihood)
          break
        }
        step = (step.0 / 2, step.1 / 2)
      }
    }
    throw .slopeNotFound
  }

  private func share(_ eta: Double) -> Double { Self.share(eta) }
  private static func share(_ eta: Double) -> Double { 1 / (1 + exp(-eta)) }
}

extension Method {
  /// The slope index by a logistic model of counts.
  public static let slopeIndexWHO = Method("inequality.sii-who")
  /// The relative index by a logistic model of counts.
  public static let relativeIndexWHO = Method("inequality.rii-who")
}
