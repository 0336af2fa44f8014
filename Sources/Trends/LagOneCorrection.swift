import Estimates
import Foundation
import Indicators
import Scheduler

/// How the correlation between neighbours becomes a factor of Var S, with r = r₁ of the values without their slope.
public enum LagOneFactor: Sendable, CaseIterable {
  /// The effective number of points of a first-order process, 1 + 2[rⁿ⁺¹ − n r² + (n − 1) r]/[n (r − 1)²].
  case closedForm
  /// 1 + 2(1 − 1/n) Σ_{k=1}^{n−1} rᵏ, as R's `modifiedmk` has it.
  case powerSum

  /// The factor; `n` is the number of points and |r| < 1, as sample correlations are.
  func value(_ r: Double, points n: Int) -> Double {
    let m = Double(n)
    switch self {
    case .closedForm:
      return 1 + 2 * (pow(r, m + 1) - m * r * r + (m - 1) * r) / (m * (r - 1) * (r - 1))
    case .powerSum:
      // Σ_{k=1}^{n−1} rᵏ = (r − rⁿ)/(1 − r)
      return 1 + 2 * (1 - 1 / m) * (r - pow(r, m)) / (1 - r)
    }
  }
}

extension CorrectedMannKendall {
  /// Yue and Wang's correction with the correlation between neighbours only.
  ///
  ///     let test = try CorrectedMannKendall.lagOne(values, at: years)
  ///     test.rawFactor      // 2.1805 for the Nile; 2.1877 with `.powerSum`
  ///
  /// Their correction with all lags is not offered: the correlations of a series at all lags sum to −½, so its
  /// factor says nothing about the series.
  ///
  /// - Shape and errors: as ``hamedRao(_:at:maximumLag:level:)``.
  /// - Reference: Yue and Wang (2004) Water Resour Manag 18:201.
  public static func lagOne(
    _ values: [Double], at times: [Double], factor: LagOneFactor = .closedForm,
    level: ConfidenceInterval.Level = .p95
  ) throws(StatisticsError) -> CorrectedMannKendall {
    try lagOne(try ObservedSeries(values, at: times, minimum: minimumPoints), factor: factor, level: level)
  }

  /// The test of each zone.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func lagOne(
    _ panel: Panel, factor: LagOneFactor = .closedForm, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<CorrectedMannKendall, StatisticsError>] {
    try panel.fitEachSeries(minimum: minimumPoints, threads: threads) { series throws(StatisticsError) in
      try lagOne(series, factor: factor, level: level)
    }
  }

  private static func lagOne(
    _ series: ObservedSeries, factor: LagOneFactor, level: ConfidenceInterval.Level
  ) throws(StatisticsError) -> CorrectedMannKendall {
    try fit(series, level: level, method: .lagOneCorrection) { residuals in
      let r = SerialCorrelation.autocorrelations(residuals, upTo: 1)[1]
      return (factor.value(r, points: residuals.count), r)
    }
  }
}

extension Method {
  /// Mann–Kendall's test with the variance of a first-order process.
  public static let lagOneCorrection = Method("trend.lag-one")
}
