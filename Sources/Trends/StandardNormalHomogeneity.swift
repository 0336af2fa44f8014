import Estimates
import Indicators
import Scheduler

/// Alexandersson's standard normal homogeneity test (SNHT) for one change of mean.
///
///     let change = try StandardNormalHomogeneity.test(flow, at: years)
///     change.statistic       // 43.2188 for the Nile
///     change.pointsBefore    // 28
///
/// With z_i = (x_i − x̄)/s, s with n − 1, and T_k = k z̄₁² + (n − k) z̄₂², z̄₁ and z̄₂ the means up to k and after
/// it, the statistic is T₀ = max_k T_k. It is more sensitive near the ends than Pettitt's and takes normal values
/// for granted; one odd value at an end is found as a change.
/// - Shape: at least five values; NaN is a missing value and left out.
/// - The p-value is simulated, see the article on trends: 9 999 normal series of the same length, never below 0.0001.
/// - Reference: Alexandersson (1986) J Climatol 6:661.
public enum StandardNormalHomogeneity {
  /// The test of values at times.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than five values, an infinite one or times that do not increase.
  public static func test(
    _ values: [Double], at times: [Double], seed: UInt64 = 1
  ) throws(StatisticsError) -> ChangePoint {
    let series = try ObservedSeries(values, at: times, minimum: ChangePoint.minimumPoints)
    return test(
      series,
      null: SimulatedNull.table("snht", points: series.count, seed: seed, threads: .single) {
        statistic($0).value
      })
  }

  /// The test of each zone.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func test(
    _ panel: Panel, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<ChangePoint, StatisticsError>] {
    let tables = SimulatedNull.tables("snht", of: panel, seed: seed, threads: threads) { statistic($0).value }
    return try panel.fitEachSeries(minimum: ChangePoint.minimumPoints, threads: threads) { series in
      test(series, null: tables[series.count])
    }
  }

  private static func test(_ series: ObservedSeries, null: SimulatedNull?) -> ChangePoint {
    let found = statistic(series.values)
    return ChangePoint(
      series, before: found.place, statistic: found.value, pValue: null?.pValue(found.value) ?? 1,
      method: .standardNormalHomogeneity)
  }

  /// T₀ and its k; 0 where no two values differ.
  static func statistic(_ values: [Double]) -> (value: Double, place: Int) {
    let centred = values.centred
    let n = Double(values.count)
    let squares = centred.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return (0, 1) }
    let variance = squares / (n - 1)
    var (best, place, sum) = (-1.0, 1, 0.0)
    for k in 1..<values.count {
      sum += centred[k - 1]
      // The sum after k is minus the sum up to k.
      let t = sum * sum / variance * (1 / Double(k) + 1 / (n - Double(k)))
      if t > best { (best, place) = (t, k) }
    }
    return (best, place)
  }
}

extension Method {
  /// The standard normal homogeneity test.
  public static let standardNormalHomogeneity = Method("change.snht")
}
