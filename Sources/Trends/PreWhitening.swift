import Estimates
import Indicators
import Regression
import Scheduler

/// Mann–Kendall's test after the likeness of each year to the year before is taken out.
///
///     let trend = try PreWhitenedTrend(values, at: years, form: .trendFree)
///     trend.whitened.mannKendall.pValue
///
/// What is tested is x_t − r x_{t−1}, one point fewer. The forms differ in what r is and in what is done about the
/// slope:
///
/// - ``Form/plain``: r = r₁ of the values. Cautious, since a trend is itself taken for likeness, and part of it lost.
/// - ``Form/trendFree``: the slope b (Sen) is taken out, r is r₁ of the rest, and b t is added back after whitening.
///   Finds more trends, and more that are not there, since b is taken from the series that is tested.
/// - ``Form/biasCorrected``: r* = (n r + 2)/(n − 4), r from the regression of x_t on 1, x_{t−1} and t.
///
/// A slope β of x is β(1 − r) in x_t − r x_{t−1}. ``slope`` is per unit of time of the series itself; that of the
/// whitened series is in ``whitened``.
/// - Shape: at least eight values, equally spaced; a hole is refused.
/// - References: von Storch (1995) in *Analysis of Climate Variability*, p. 11; Yue et al. (2002) Hydrol Process
///   16:1807; Hamed (2009) Water Resour Res 45:W02416.
public struct PreWhitenedTrend: Sendable, Equatable {
  /// How the likeness is taken out.
  public enum Form: Sendable, CaseIterable {
    /// With r₁ of the values.
    case plain
    /// Free of the trend (TFPW).
    case trendFree
    /// With a correlation whose bias is corrected.
    case biasCorrected
  }

  /// The form.
  public let form: Form
  /// The correlation that was taken out.
  public let correlation: Double
  /// The test and slope of the whitened series, which has one point fewer.
  public let whitened: MonotonicTrend
  /// How many values the series had.
  public let points: Int

  /// The fewest points.
  public static let minimumPoints = SerialCorrelation.minimumPoints

  /// The trend of values at equally spaced times; NaN at the ends is left out.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than eight values, a hole, an infinite value, and where the
  ///   corrected correlation is 1 or more, so that nothing but a random walk is left.
  public init(_ values: [Double], at times: [Double], form: Form, level: ConfidenceInterval.Level = .p95)
    throws(StatisticsError)
  {
    self = try Self.fit(
      try ObservedSeries(values, at: times, minimum: Self.minimumPoints), form: form, level: level)
  }

  private init(form: Form, correlation: Double, whitened: MonotonicTrend, points: Int) {
    self.form = form
    self.correlation = correlation
    self.whitened = whitened
    self.points = points
  }

  /// The trend of each zone.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func fit(
    _ panel: Panel, form: Form, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<PreWhitenedTrend, StatisticsError>] {
    try panel.fitEachSeries(minimum: minimumPoints, threads: threads) { series throws(StatisticsError) in
      try fit(series, form: form, level: level)
    }
  }

  private static func fit(
    _ series: ObservedSeries, form: Form, level: ConfidenceInterval.Level
  ) throws(StatisticsError) -> PreWhitenedTrend {
    try series.requireEqualSpacing()
    let x = series.values
    let origin = series.times[0]
    let later = Array(series.times.dropFirst())
    var r: Double
    var rest: [Double]
    switch form {
    case .plain:
      r = SerialCorrelation.autocorrelations(x, upTo: 1)[1]
      rest = whiten(x, r)
    case .trendFree:
      let slope = try MonotonicTrend(of: x, at: series.times, level: level).theilSen.slope
      let free = zip(x, series.times).map { $0 - slope * ($1 - origin) }
      r = SerialCorrelation.autocorrelations(free, upTo: 1)[1]
      rest = zip(whiten(free, r), later).map { $0 + slope * ($1 - origin) }
    case .biasCorrected:
      let n = Double(x.count)
      r = (n * (try regressed(x, later.map { $0 - origin })) + 2) / (n - 4)
      guard r < 1 else { throw .randomWalk }
      rest = whiten(x, r)
    }
    return PreWhitenedTrend(
      form: form, correlation: r, whitened: try MonotonicTrend(of: rest, at: later, level: level),
      points: x.count)
  }

  private static func whiten(_ x: [Double], _ r: Double) -> [Double] {
    zip(x.dropFirst(), x).map { $0 - r * $1 }
  }

  /// The coefficient of x_{t−1} beside a straight line; 0 where the columns say nothing about it, as equal values do.
  private static func regressed(_ x: [Double], _ times: [Double]) throws(StatisticsError) -> Double {
    do {
      let design = try Design([("before", Array(x.dropLast())), ("time", times)])
      return try OrdinaryLeastSquares.fit(Array(x.dropFirst()), on: design).coefficients[1]
    } catch {
      if case .dependentColumns = error { return 0 }
      throw .notFinite(what: "value")
    }
  }

  /// Sen's slope of the series, per unit of time, with its interval.
  public var estimate: Estimate {
    let inner = whitened.theilSen.estimate
    // TFPW adds the slope back unwhitened.
    let scaled = form == .trendFree ? inner : inner.scaled(by: 1 / (1 - correlation))
    return Estimate(
      scaled.value, interval: scaled.interval, intervalReason: scaled.intervalReason, method: method,
      n: Double(points), diagnostics: scaled.diagnostics)
  }

  /// ``estimate`` without its interval.
  public var slope: Double { estimate.value }

  /// The id of the form.
  public var method: Method {
    switch form {
    case .plain: .preWhitening
    case .trendFree: .trendFreePreWhitening
    case .biasCorrected: .biasCorrectedPreWhitening
    }
  }
}

extension Method {
  /// Mann–Kendall's test after pre-whitening.
  public static let preWhitening = Method("trend.pre-whitening")
  /// Mann–Kendall's test after trend-free pre-whitening.
  public static let trendFreePreWhitening = Method("trend.trend-free-pre-whitening")
  /// Mann–Kendall's test after pre-whitening with a bias-corrected correlation.
  public static let biasCorrectedPreWhitening = Method("trend.bias-corrected-pre-whitening")
}
