import Estimates
import Indicators
import Scheduler

extension CorrectedMannKendall {
  /// Hamed and Rao's correction, from the correlations of the ranks that are beyond chance.
  ///
  ///     let test = try CorrectedMannKendall.hamedRao(values, at: years)
  ///
  /// With r_k the autocorrelations of the ranks of x − b t, b Sen's slope, kept where |r_k| > 1.96/√n,
  ///
  ///     f = 1 + 2/(n(n − 1)(n − 2)) Σ_k (n − k)(n − k − 1)(n − k − 2) r_k
  ///
  /// In short series few correlations reach the limit: of 25 years with a correlation of 0.5 between neighbours it still
  /// finds 18 false trends of 100 at 5 %, where the plain test finds 22 and plain pre-whitening 4.
  ///
  /// - Shape: at least eight values, equally spaced; a missing value within the series leaves a hole and is refused,
  ///   at its ends it is left out.
  /// - Errors: ``Estimates/StatisticsError/unequalSpacing`` and those of ``MonotonicTrend/init(of:at:level:)``.
  /// - Reference: Hamed and Rao (1998) J Hydrol 204:182.
  ///
  /// - Parameter maximumLag: The last lag that is looked at; `nil` for all.
  public static func hamedRao(
    _ values: [Double], at times: [Double], maximumLag: Int? = nil, level: ConfidenceInterval.Level = .p95
  ) throws(StatisticsError) -> CorrectedMannKendall {
    try hamedRao(
      try ObservedSeries(values, at: times, minimum: minimumPoints), maximumLag: maximumLag, level: level)
  }

  /// Hamed and Rao's test of each zone.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func hamedRao(
    _ panel: Panel, maximumLag: Int? = nil, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<CorrectedMannKendall, StatisticsError>] {
    try panel.fitEachSeries(minimum: minimumPoints, threads: threads) { series throws(StatisticsError) in
      try hamedRao(series, maximumLag: maximumLag, level: level)
    }
  }

  private static func hamedRao(
    _ series: ObservedSeries, maximumLag: Int?, level: ConfidenceInterval.Level
  ) throws(StatisticsError) -> CorrectedMannKendall {
    try fit(series, level: level, method: .hamedRao) { residuals in
      let n = residuals.count
      let last = min(max(1, maximumLag ?? n - 1), n - 1)
      let r = SerialCorrelation.autocorrelations(SerialCorrelation.ranks(residuals), upTo: last)
      // The limit is part of the method and does not follow the level asked for.
      let limit = ConfidenceInterval.Level.p95.normalQuantile / Double(n).squareRoot()
      var sum = 0.0
      for k in 1...last where abs(r[k]) > limit {
        let left = Double(n - k)
        sum += left * (left - 1) * (left - 2) * r[k]
      }
      let m = Double(n)
      return (1 + 2 * sum / (m * (m - 1) * (m - 2)), r[1])
    }
  }
}

extension Method {
  /// Mann–Kendall's test with Hamed and Rao's variance.
  public static let hamedRao = Method("trend.hamed-rao")
}
