import LinearAlgebra
import Distributions
import Estimates
import Foundation
import Indicators

extension Method {
  /// A log-linear trend of counts by Poisson likelihood.
  public static let poissonTrend = Method("trend.poisson")
  /// A log-linear trend of counts whose variance is Poisson's times a factor.
  public static let quasiPoissonTrend = Method("trend.quasi-poisson")
  /// A log-linear trend of counts by negative binomial likelihood.
  public static let negativeBinomialTrend = Method("trend.negative-binomial")
  /// A logistic trend of shares.
  public static let logisticTrend = Method("trend.logistic")
  /// A logistic trend of shares whose variance is the binomial one times a factor.
  public static let quasiLogisticTrend = Method("trend.quasi-logistic")
}

extension Diagnostic {
  /// The counts vary more than the method takes for granted: the interval is too narrow.
  public static let overdispersed = Diagnostic("overdispersed")
  /// The counts vary no more than Poisson's would, so the negative binomial fit is Poisson's.
  public static let noOverdispersion = Diagnostic("no-overdispersion")
}

extension Reason {
  /// There are no events in any period: how steep a rate of nothing is cannot be said.
  public static let noEvents = Reason("no-events")
  /// Everybody is counted in every period.
  public static let allEvents = Reason("all-events")
  /// All events lie at one end of time, and the fitted trend grows steeper for ever.
  public static let separation = Reason("separation")
  /// The iteration did not settle.
  public static let notConverged = Reason("not-converged")
}

/// A trend of counts over persons, on the scale where change is multiplied: log μ = log n + a + b t, or logit p = a + b t.
///
///     let trend = try RateTrend(
///       counts: [12, 9, 14, 7, 6], denominators: [810, 812, 820, 815, 830], times: [2019, 2020, 2021, 2022, 2023])
///     trend.percentPerYear().value        // −14.9: the rate falls by 14.9 % a year
///
/// b has the largest likelihood of the family: Poisson and negative binomial (log rate), binomial (log odds). SE(b) is from
/// the expected information. The quasi families multiply Var(b) by the larger of 1 and φ = X²/(n − 2): a φ below 1 in a
/// handful of years is more often chance than counts more even than chance. Intervals and p-values are Wald's, b ± q SE, q
/// normal or, for the quasi families, Student's with n − 2 degrees of freedom. ``likelihoodRatio`` tests the same.
///
/// - Shape: a count, a denominator and a time a point; at least three points. A missing cell (NaN) is left out together
///   with its time, and so is a point without anybody (n = 0). Hidden cells are refused before they get here.
/// - No answer, with a reason: no events at all (`no-events`), everybody (`all-events`), all events at the first or at the
///   last time (`separation`).
/// - Many series are fitted by ``RateTrends``; a single one goes through the same code and has the same bits.
/// - Reference: McCullagh and Nelder (1989) *Generalized Linear Models*, 2nd ed., ch. 4, 6; Breslow and Day (1987)
///   *Statistical Methods in Cancer Research II*, ch. 4.
public struct RateTrend: Sendable, Hashable {
  /// How counts vary about the trend.
  public enum Family: String, Sendable, CaseIterable {
    /// Var y = μ.
    case poisson
    /// Var y = φμ.
    case quasiPoisson = "quasi-poisson"
    /// Var y = μ + αμ², α of largest likelihood.
    case negativeBinomial = "negative-binomial"
    /// Var y = np(1 − p).
    case binomial = "logistic"
    /// Var y = φnp(1 − p).
    case quasiBinomial = "quasi-logistic"

    /// Whether the counted are among those in the denominator, and the link is the logit.
    public var isShare: Bool { self == .binomial || self == .quasiBinomial }

    /// Whether the variance is multiplied with an estimated factor.
    public var isQuasi: Bool { self == .quasiPoisson || self == .quasiBinomial }

    /// The method's id.
    public var method: Method {
      switch self {
      case .poisson: .poissonTrend
      case .quasiPoisson: .quasiPoissonTrend
      case .negativeBinomial: .negativeBinomialTrend
      case .binomial: .logisticTrend
      case .quasiBinomial: .quasiLogisticTrend
      }
    }
  }

  /// How counts vary.
  public let family: Family
  /// b: change of the log rate, or of the log odds, for each unit of time.
  public let slope: Double
  /// SE(b), with the dispersion of the family in it.
  public let slopeStandardError: Double
  /// a: the log rate, or the log odds, at ``centre``.
  public let level: Double
  /// The time ``level`` belongs to.
  public let centre: Double
  /// α of a negative binomial trend; 0 for the others.
  public let alpha: Double
  /// The deviance of the fit.
  public let deviance: Double
  /// 2 (log L − log L with b = 0), before any dispersion; `nil` for negative binomial trends.
  public let likelihoodRatio: Double?
  /// Pearson's X² = Σ (y − μ)²/V(μ).
  public let pearson: Double
  /// Σ y.
  public let events: Double
  /// Σ n over the points.
  public let exposure: Double
  /// The points used.
  public let points: Int
  /// Steps until the fit settled.
  public let iterations: Int

  /// The trend of one series.
  ///
  /// - Parameters:
  ///   - counts: One a time; NaN is missing.
  ///   - denominators: Persons or person-years; `nil` for counts without any.
  ///   - times: In any order and unit, each finite.
  /// - Throws: ``RegressionError`` where there is no trend.
  public init(
    counts: [Double], denominators: [Double]? = nil, times: [Double], family: Family = .poisson
  ) throws(RegressionError) {
    guard counts.count == times.count else {
      throw .length(what: "counts", expected: times.count, found: counts.count)
    }
    let trends = try RateTrends(
      counts: counts, denominators: denominators, times: times, family: family, threads: .single)
    guard trends.status(0) == .fitted else {
      throw Self.error(
        trends.status(0), points: trends.points(0), counts: counts, denominators: denominators)
    }
    self = trends.trend(at: 0)
  }

  init(
    family: Family, slope: Double, slopeStandardError: Double, level: Double, centre: Double, alpha: Double,
    deviance: Double, likelihoodRatio: Double?, pearson: Double, events: Double, exposure: Double,
    points: Int, iterations: Int
  ) {
    self.family = family
    self.slope = slope
    self.slopeStandardError = slopeStandardError
    self.level = level
    self.centre = centre
    self.alpha = alpha
    self.deviance = deviance
    self.likelihoodRatio = likelihoodRatio
    self.pearson = pearson
    self.events = events
    self.exposure = exposure
    self.points = points
    self.iterations = iterations
  }

  /// φ = X²/(n − 2): how much more the counts vary than the family without a factor would have it.
  public var dispersion: Double { pearson / Double(points - 2) }

  /// Σ y/Σ n: the rate or share of all points together.
  public var overall: Double { events / exposure }

  /// The rate or share at a time.
  public func value(at time: Double) -> Double {
    let predictor = level + slope * (time - centre)
    return family.isShare ? 1 / (1 + exp(-predictor)) : exp(predictor)
  }

  /// b/SE(b).
  public var statistic: Double { slope / slopeStandardError }

  /// The two-sided p-value of b = 0 by Wald's test.
  public var pValue: Double {
    family.isQuasi ? twoSidedP(statistic, points - 2) : 2 * Normal.standard.survival(abs(statistic))
  }

  /// The two-sided p-value of b = 0 by the likelihood ratio, χ² with 1 degree of freedom; `nil` where there is none.
  public var likelihoodRatioPValue: Double? {
    guard !family.isQuasi, let likelihoodRatio, let chi = try? ChiSquared(degreesOfFreedom: 1) else {
      return nil
    }
    return chi.survival(likelihoodRatio)
  }

  /// b with its interval.
  public func slopeEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let quantile = family.isQuasi ? level.studentMargin(points - 2) : level.normalQuantile
    let margin = quantile * slopeStandardError
    return Estimate(
      slope, interval: ConfidenceInterval(lower: slope - margin, upper: slope + margin, level: level),
      standardError: slopeStandardError, method: family.method, n: Double(points), diagnostics: diagnostics)
  }

  /// 100(e^b − 1): the change of the rate, or of the odds, in per cent for each unit of time.
  public func percentPerYear(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let slope = slopeEstimate(level: level)
    return Estimate(
      100 * expm1(slope.value),
      interval: slope.interval.flatMap {
        ConfidenceInterval(lower: 100 * expm1($0.lower), upper: 100 * expm1($0.upper), level: level)
      }, method: family.method, n: Double(points), diagnostics: diagnostics)
  }

  /// The trend in the unit of the figures: b times the overall rate r, or b r(1 − r) for shares, which is the steepness of
  /// the curve where it passes the overall level. The level is taken as it is: the interval is that of b.
  ///
  /// - Parameter multiplier: What the figures are multiplied with, such as 100 for per cent.
  public func changePerYear(level: ConfidenceInterval.Level = .p95, multiplier: Double = 1) -> Estimate {
    slopeEstimate(level: level).scaled(by: multiplier * overall * (family.isShare ? 1 - overall : 1))
  }

  private var diagnostics: [Diagnostic] {
    if family == .negativeBinomial { return alpha == 0 ? [.noOverdispersion] : [] }
    guard !family.isQuasi, let chi = try? ChiSquared(degreesOfFreedom: Double(points - 2)) else { return [] }
    // At 1 %, so that one series in a hundred is warned of by chance.
    return chi.survival(pearson) < 0.01 ? [.overdispersed] : []
  }

  private static func error(
    _ status: RateTrends.Status, points: Int, counts: [Double], denominators: [Double]?
  ) -> RegressionError {
    func below(_ row: Int) -> Double { denominators?[row] ?? 1 }
    switch status {
    case .tooFewPoints: return .tooFewObservations(needed: 3, found: points)
    case .noVariationInTime:
      return .dependentColumns([
        DependentColumn(index: 1, name: "time", combinationOf: [Design.interceptName])
      ])
    case .negativeCount:
      let row = counts.firstIndex { $0 < 0 } ?? 0
      return .negativeCount(row: row, value: counts[row])
    case .emptyDenominator:
      let row = counts.indices.first { below($0) < 0 || (below($0) == 0 && counts[$0] > 0) } ?? 0
      return .emptyDenominator(row: row, value: below(row))
    case .shareAboveOne:
      let row = counts.indices.first { counts[$0] > below($0) } ?? 0
      return .shareAboveOne(numerator: counts[row], denominator: below(row))
    case .noEvents: return .noEvents
    case .allEvents: return .allEvents
    case .separation: return .separation(rows: counts.indices.filter { counts[$0] > 0 })
    case .notConverged: return .notConverged(iterations: GeneralizedLinearFit.maximumIterations)
    case .notFinite, .fitted, .suppressed, .needsParts:
      return .notFinite(column: "counts", row: counts.firstIndex { $0.isInfinite } ?? 0)
    }
  }
}
