import Distributions
import Estimates
import Foundation
import Indicators
import Scheduler

/// Mann–Kendall's test of rolling windows, with the variance that their common years give S.
///
///     let fits = try OverlapCorrectedTrend.fit(panel)      // 2004-2010, 2005-2011, …
///     try fits[0].get().pValue
///
/// Windows of k years that start l years apart share k − l of them. Where yearly figures are independent and of one
/// spread, corr(X_i, X_j) = ρ_ij = (k − |i − j|)/k, and 0 from k on. For normal figures the signs of differences
/// then have
///
///     Var S = (2/π) Σ_{i<j} Σ_{a<b} arcsin r,   r = (ρ_jb − ρ_ja − ρ_ib + ρ_ia) / (2 √((1 − ρ_ij)(1 − ρ_ab)))
///
/// which without overlap is n(n − 1)(2n + 5)/18. Ties scale it as they scale that one. Z is compared with the normal
/// distribution, which makes the test cautious where few windows do not overlap: by simulation it finds at most its
/// level of false trends for normal, exponential and Poisson figures at k = 2 … 7, n = 5 … 25 (2 to 4 of 100 at 95
/// %), and where even windows that all rise cannot reach the level it refuses.
///
/// It is approximate: sums are near normal, shares have unequal populations, and a trend of years that themselves
/// resemble each other is not allowed for.
/// - Shape: one window a place; the windows may have gaps between them. Missing windows are left out.
/// - Errors: ``Estimates/StatisticsError/cannotReachLevel(needed:found:)``, and those of ``MonotonicTrend``.
/// - Reference: the covariance of signs as in Hamed and Rao (1998) J Hydrol 204:182, eq. 7–8, with known correlations.
public struct OverlapCorrectedTrend: Sendable, Equatable {
  /// S and Sen's slope; the slope's bounds come from the corrected variance.
  public let trend: MonotonicTrend
  /// Var S over that of independent points.
  public let varianceFactor: Double

  /// The longest series that is taken: the sum over pairs of pairs grows with the fourth power.
  public static let maximumPoints = 100

  /// Var S, ties considered.
  public var varianceOfS: Double { trend.mannKendall.varianceOfS * varianceFactor }

  /// (S − sgn S)/√Var S; 0 where S is 0.
  public var z: Double {
    let s = trend.mannKendall.s
    return s == 0 ? 0 : Double(s - s.signum()) / varianceOfS.squareRoot()
  }

  /// The two-sided p-value.
  public var pValue: Double { 2 * Normal.standard.survival(abs(z)) }

  /// The smallest p-value that so many windows can give.
  public var smallestPValue: Double {
    Self.smallestPValue(points: trend.mannKendall.points, factor: varianceFactor)
  }

  /// The slope with its interval.
  public var estimate: Estimate {
    let slope = trend.theilSen.estimate
    return Estimate(
      slope.value, interval: slope.interval, intervalReason: slope.intervalReason, method: .overlapCorrected,
      n: slope.n, diagnostics: slope.diagnostics + [.overlapCorrected])
  }

  /// Whether windows with figures in all of these periods can show a trend at a level at all.
  public static func canReach(_ level: ConfidenceInterval.Level, windows: [Period]) -> Bool {
    guard windows.count >= 3, windows.count <= maximumPoints else { return false }
    return smallestPValue(points: windows.count, factor: varianceFactor(windows)) <= 2 * level.tail
  }

  /// The trend of each zone of a panel whose periods may overlap.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason. A zone with hidden cells is
  ///   refused.
  public static func fit(
    _ panel: Panel, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) -> [Result<OverlapCorrectedTrend, StatisticsError>] {
    var results = panel.zones.indices.map { zone in
      Result<OverlapCorrectedTrend, StatisticsError>.failure(
        .suppressedInput(count: panel.statuses[panel.series(zone)].count(where: \.isSuppressed)))
    }
    for pattern in panel.withSeriesBlock({ $0.patterns() }) {
      let zones = pattern.series.filter { !panel.statuses[panel.series($0)].contains(where: \.isSuppressed) }
      guard !zones.isEmpty else { continue }
      let fits = Result { () throws(StatisticsError) in
        try fit(panel, zones, pattern.places, level: level, threads: threads)
      }
      for (place, zone) in zones.enumerated() { results[zone] = fits.flatMap { $0[place] } }
    }
    return results
  }

  private static func fit(
    _ panel: Panel, _ zones: [Int], _ places: [Int], level: ConfidenceInterval.Level, threads: ThreadLimit
  ) throws(StatisticsError) -> [Result<OverlapCorrectedTrend, StatisticsError>] {
    let n = places.count
    guard n >= 3 else { throw .tooFewObservations(needed: 3, found: n) }
    guard n <= maximumPoints else { throw .parameter(name: "points", value: Double(n)) }
    let windows = places.map { panel.periods[$0] }
    let factor = varianceFactor(windows)
    guard smallestPValue(points: n, factor: factor) <= 2 * level.tail else {
      throw .cannotReachLevel(needed: needed(like: windows, level: level), found: n)
    }
    let values = zones.flatMap { zone in places.map { panel.values[panel.index(zone: zone, period: $0)] } }
    return try MonotonicTrend.fit(
      values, at: windows.map(\.time), level: level, threads: threads, widening: factor.squareRoot()
    ).map { $0.map { OverlapCorrectedTrend(trend: $0, varianceFactor: factor) } }
  }

  static func smallestPValue(points: Int, factor: Double) -> Double {
    let pairs = Double(points * (points - 1) / 2)
    let variance = Double(points * (points - 1) * (2 * points + 5)) / 18 * factor
    return 2 * Normal.standard.survival((pairs - 1) / variance.squareRoot())
  }

  /// How many windows like the last one, each a year after the other, the level needs.
  private static func needed(like windows: [Period], level: ConfidenceInterval.Level) -> Int {
    guard let last = windows.last else { return 0 }
    for n in windows.count + 1..<max(windows.count + 2, 40) {
      let longer = (0..<n).compactMap { Period(unit: last.unit, year: last.year + $0, length: last.length) }
      if longer.count == n, smallestPValue(points: n, factor: varianceFactor(longer)) <= 2 * level.tail {
        return n
      }
    }
    return windows.count + 1
  }

  /// The share of years two windows have in common, over the geometric mean of their lengths.
  static func correlation(_ one: Period, _ other: Period) -> Double {
    let (a, b): (Range<Int>, Range<Int>)
    if one.unit == other.unit, one.unit == .year || one.unit == .schoolYear {
      a = one.year..<one.year + one.length
      b = other.year..<other.year + other.length
    } else {
      a = one.days.lowerBound.ordinal..<one.days.upperBound.ordinal
      b = other.days.lowerBound.ordinal..<other.days.upperBound.ordinal
    }
    let common = max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
    return Double(common) / (Double(a.count) * Double(b.count)).squareRoot()
  }

  /// Var S of normal figures with the correlations of these windows, over n(n − 1)(2n + 5)/18.
  static func varianceFactor(_ windows: [Period]) -> Double {
    let n = windows.count
    let rho = windows.map { one in windows.map { correlation(one, $0) } }
    var pairs: [(i: Int, j: Int, scale: Double)] = []
    for i in 0..<n {
      for j in i + 1..<n { pairs.append((i, j, (2 * (1 - rho[i][j])).squareRoot())) }
    }
    var sum = 0.0
    for first in pairs.indices {
      let (i, j, scale) = pairs[first]
      // A pair with itself: arcsin 1.
      sum += Double.pi / 2
      for second in pairs.indices.dropFirst(first + 1) {
        let (a, b, other) = pairs[second]
        let r = (rho[j][b] - rho[j][a] - rho[i][b] + rho[i][a]) / (scale * other)
        if r != 0 { sum += 2 * asin(min(1, max(-1, r))) }
      }
    }
    return sum * 2 / Double.pi / (Double(n * (n - 1) * (2 * n + 5)) / 18)
  }
}

extension Method {
  /// Mann–Kendall's test and Sen's slope of overlapping windows, with corrected variance.
  public static let overlapCorrected = Method("trend.overlap-corrected")
}

extension Diagnostic {
  /// The windows overlap; the variance was corrected for that, approximately.
  public static let overlapCorrected = Diagnostic("overlap-corrected")
}
