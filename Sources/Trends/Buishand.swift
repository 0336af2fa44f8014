import Estimates
import Indicators
import Scheduler

/// Buishand's U test for one change of mean.
///
///     let change = try Buishand.test(flow, at: years)
///     change.statistic       // 2.4764 for the Nile
///     change.pointsBefore    // 28
///
/// With S_k = Σ_{i≤k} (x_i − x̄) and s the standard deviation with n − 1, U = Σ_{k<n} (S_k/s)²/(n(n + 1)); the
/// change lies where |S_k| is largest. Most sensitive to a change in the middle.
/// - Shape: at least five values; NaN is a missing value and left out.
/// - The p-value is simulated, as for ``StandardNormalHomogeneity``.
/// - Reference: Buishand (1984) J Hydrol 73:51.
public enum Buishand {
  /// The test of values at times.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than five values, an infinite one or times that do not increase.
  public static func test(
    _ values: [Double], at times: [Double], seed: UInt64 = 1
  ) throws(StatisticsError) -> ChangePoint {
    let series = try ObservedSeries(values, at: times, minimum: ChangePoint.minimumPoints)
    return test(
      series,
      null: SimulatedNull.table("buishand", points: series.count, seed: seed, threads: .single) {
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
    let tables = SimulatedNull.tables("buishand", of: panel, seed: seed, threads: threads) {
      statistic($0).value
    }
    return try panel.fitEachSeries(minimum: ChangePoint.minimumPoints, threads: threads) { series in
      test(series, null: tables[series.count])
    }
  }

  private static func test(_ series: ObservedSeries, null: SimulatedNull?) -> ChangePoint {
    let found = statistic(series.values)
    return ChangePoint(
      series, before: found.place, statistic: found.value, pValue: null?.pValue(found.value) ?? 1,
      method: .buishand)
  }

  /// U and the k of the largest |S_k|; 0 where no two values differ.
  static func statistic(_ values: [Double]) -> (value: Double, place: Int) {
    // U does not depend on the unit; a power of two keeps squares of huge and tiny values within range.
    let deviations = values.centred
    let largest = deviations.reduce(0) { max($0, abs($1)) }
    let power = min(1000, max(-1000, -Int(largest.isNormal ? largest.exponent : 0)))
    let unit = Double(sign: .plus, exponent: power, significand: 1)
    let centred = deviations.map { $0 * unit }
    let n = Double(values.count)
    let squares = centred.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return (0, 1) }
    let variance = squares / (n - 1)
    var (sum, total, best, place) = (0.0, 0.0, -1.0, 1)
    for k in 1..<values.count {
      sum += centred[k - 1]
      total += sum * sum
      if abs(sum) > best { (best, place) = (abs(sum), k) }
    }
    return (total / variance / (n * (n + 1)), place)
  }
}

extension Method {
  /// Buishand's U test.
  public static let buishand = Method("change.buishand")
}
