import Estimates
import Foundation
import Indicators
import Scheduler

/// Pettitt's test for one change of level, by ranks.
///
///     let change = try Pettitt.test(flow, at: years)
///     change.statistic       // 1617 for the Nile
///     change.pointsBefore    // 28: 1871–1898
///     change.pValue          // 3.59e-07
///
/// With R_i the ranks, U_k = 2 Σ_{i≤k} R_i − k(n + 1), the statistic is K = max_k |U_k| at the first such k, and
/// p ≈ 2 exp(−6K²/(n³ + n²)), at most 1. The formula is for large n: by simulation it calls 1.9 of 100 level series
/// of 20 points changed at 5 %, and with ten points it can never call one. The test of a panel therefore draws its
/// p-value from 9 999 random orders of as many values, which holds at any n without ties and is cautious with them.
/// - Shape: at least five values; NaN is a missing value and left out.
/// - Reference: Pettitt (1979) Appl Stat 28:126.
public enum Pettitt {
  /// The test of values at times, with the p-value of the formula.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than five values, an infinite one or times that do not increase.
  public static func test(_ values: [Double], at times: [Double]) throws(StatisticsError) -> ChangePoint {
    let series = try ObservedSeries(values, at: times, minimum: ChangePoint.minimumPoints)
    let found = statistic(series.values)
    let n = Double(series.count)
    let p = min(1, 2 * exp(-6 * found.value * found.value / (n * n * n + n * n)))
    return ChangePoint(
      series, before: found.place, statistic: found.value, pValue: p, method: .pettittFormula)
  }

  /// The test of each zone, with simulated p-values.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func test(
    _ panel: Panel, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<ChangePoint, StatisticsError>] {
    let tables = SimulatedNull.tables("pettitt", of: panel, seed: seed, threads: threads) {
      statistic($0).value
    }
    return try panel.fitEachSeries(minimum: ChangePoint.minimumPoints, threads: threads) { series in
      let found = statistic(series.values)
      return ChangePoint(
        series, before: found.place, statistic: found.value,
        pValue: tables[series.count]?.pValue(found.value) ?? 1, method: .pettitt)
    }
  }

  /// K and its k.
  static func statistic(_ values: [Double]) -> (value: Double, place: Int) {
    let ranks = SerialCorrelation.ranks(values)
    let n = Double(values.count)
    var (best, place, sum) = (-1.0, 1, 0.0)
    for k in 1..<values.count {
      sum += ranks[k - 1]
      let u = abs(2 * sum - Double(k) * (n + 1))
      if u > best { (best, place) = (u, k) }
    }
    return (best, place)
  }
}

extension Method {
  /// Pettitt's test for a change of level, its p-value from random orders.
  public static let pettitt = Method("change.pettitt")
  /// Pettitt's test for a change of level, its p-value by his formula.
  public static let pettittFormula = Method("change.pettitt-formula")
}
