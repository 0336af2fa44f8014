import CSeriesKernels
import Distributions
import Estimates
import Indicators

/// Mann–Kendall's test of whether a series tends to rise or to fall.
///
///     let test = try MannKendall(of: [12.1, 11.8, 12.9, 13.4, 13.2, 14.0])
///     test.s          // 11
///     test.pValue     // 0.0556 (exact)
///
/// S = Σ_{i<j} sgn(x_j − x_i), whose variance without a trend, with groups of t equal values, is
///
///     Var S = [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18
///
/// - Shape: one number a time, at least three. Only the order of the times counts, so a missing place (NaN) is left
///   out.
/// - All values equal: S = 0, the p-value is 1, and ``hasVariation`` is false.
/// - Assumes independent observations; figures of overlapping windows are not.
/// - References: Mann (1945) Econometrica 13:245; Kendall (1975) *Rank Correlation Methods*.
public struct MannKendall: Sendable, Equatable {
  /// How many values were there.
  public let points: Int
  /// Pairs that rise minus pairs that fall.
  public let s: Int
  /// Pairs of equal values.
  public let tiedPairs: Int
  /// Σ t(t − 1)(2t + 5) over groups of t equal values.
  public let tieTerm: Int

  init(_ fit: cseries_mann_kendall, points: Int) {
    self.points = points
    s = Int(fit.s)
    tiedPairs = Int(fit.tied_pairs)
    tieTerm = Int(fit.tie_term)
  }

  /// The test of values in the order of time; NaN is a missing value.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three values, an infinite one, or more than 3000 places.
  public init(of values: [Double]) throws(StatisticsError) {
    self = try MonotonicTrend(of: values, at: values.indices.map(Double.init)).mannKendall
  }

  /// n(n − 1)/2.
  public var pairs: Int { points * (points - 1) / 2 }

  /// Whether any two values differ.
  public var hasVariation: Bool { tiedPairs < pairs }

  /// Var S, corrected for ties; 0 where all values are equal.
  public var varianceOfS: Double {
    let untied: Int = points * (points - 1) * (2 * points + 5)
    return Double(untied - tieTerm) / 18
  }

  /// (S − sgn S)/√Var S, and 0 where S is 0.
  public var z: Double {
    s == 0 ? 0 : Double(s - s.signum()) / varianceOfS.squareRoot()
  }

  /// Kendall's tau-a, S/N: the share of rising pairs minus the share of falling ones.
  public var tauA: Double { Double(s) / Double(pairs) }

  /// Kendall's tau-b, S/√(N(N − tied)): reaches ±1 in spite of ties. 0 where all values are equal.
  public var tauB: Double {
    guard hasVariation else { return 0 }
    let tau = Double(s) / (Double(pairs - tiedPairs).squareRoot() * Double(pairs).squareRoot())
    // The product of two roots may be an ulp below S.
    return min(1, max(-1, tau))
  }

  /// Whether ``pValue`` counts orders instead of using the normal distribution: no ties and at most 60 values.
  public var isExact: Bool { tiedPairs == 0 && points <= MannKendallNull.maximumPoints }

  /// The two-sided p-value: exact where ``isExact``, else ``normalPValue``; 1 where nothing varies.
  public var pValue: Double {
    if isExact, let exact = MannKendallNull.twoSided(s: s, points: points) { return exact }
    return normalPValue
  }

  /// erfc(|Z|/√2), which stays above 0 where 1 − Φ(Z) would not.
  public var normalPValue: Double {
    2 * Normal.standard.survival(abs(z))
  }

  /// The smallest p-value that `points` values without ties can give: 2/n!, where all of them rise or all fall.
  ///
  /// Three points cannot give less than 1/3, four not less than 1/12, five give 1/60.
  public static func smallestPValue(points: Int) -> Double {
    guard points >= 2 else { return 1 }
    return (2...max(2, points)).reduce(2.0) { $0 / Double($1) }
  }

  /// The fewest points with which the test can find a trend at a level: five at 95 %.
  public static func minimumPoints(level: ConfidenceInterval.Level) -> Int {
    // 2/n! is 0 as a double from n = 171 on, so the search ends.
    (3...200).first { smallestPValue(points: $0) <= 2 * level.tail } ?? 200
  }

  /// How ``pValue`` was found.
  public var method: Method { isExact ? .mannKendallExact : .mannKendall }

  /// tau-b as an estimate without an interval.
  public var estimate: Estimate {
    Estimate(
      tauB, intervalReason: .noIntervalForTau, method: method, n: Double(points),
      diagnostics: hasVariation ? [] : [.noVariation])
  }
}

extension Method {
  /// Mann–Kendall's test with the normal distribution and the variance corrected for ties.
  public static let mannKendall = Method("trend.mann-kendall")
  /// Mann–Kendall's test with the exact distribution of S.
  public static let mannKendallExact = Method("trend.mann-kendall-exact")
}

extension Diagnostic {
  /// All values are equal.
  public static let noVariation = Diagnostic("no-variation")
}

extension Reason {
  /// No interval is given for Kendall's tau; the slope has one.
  public static let noIntervalForTau = Reason("no-interval-for-tau")
}
