import Estimates
import Indicators
import Regression
import Trends

extension TrendMethod {
  /// Theil–Sen's slope with Mann–Kendall's test.
  public static let theilSen = TrendMethod("theil-sen", .theilSen) { MonotonicTrendRows($0) }
}

/// Theil–Sen's slopes and Mann–Kendall's tests of a panel.
private struct MonotonicTrendRows: FittedTrends {
  let context: TrendContext
  let fits: Result<[Result<MonotonicTrend, StatisticsError>], StatisticsError>
  /// The tests of windows that overlap, instead of `fits`.
  let corrected: [Result<OverlapCorrectedTrend, StatisticsError>]?
  let bounds: [Result<MonotonicTrendBounds, StatisticsError>]?
  let neighbours: NeighbourCorrelation
  let detectable: DetectableChange

  init(_ context: TrendContext) {
    self.context = context
    let (panel, level, threads) = (context.panel, context.options.level, context.options.threads)
    if context.isCorrected {
      corrected = OverlapCorrectedTrend.fit(panel, level: level, threads: threads)
      fits = .failure(.overlappingPeriods)
      neighbours = .none
    } else {
      corrected = nil
      fits = Result { () throws(StatisticsError) in
        try MonotonicTrend.fit(panel, level: level, threads: threads)
      }
      neighbours = NeighbourCorrelation(
        panel, slopes: (try? fits.get())?.map { try? $0.get().theilSen.slope } ?? [], threads: threads)
    }
    bounds =
      panel.bounds.isEmpty || context.isCorrected
      ? nil : try? MonotonicTrend.bounds(panel, level: level, threads: threads)
    detectable = DetectableChange(context)
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    if let corrected { return fill(&cells, corrected[zone]) }
    switch fits.flatMap({ $0[zone] }) {
    case .failure(.suppressedInput):
      if case .success(let bounds) = bounds?[zone] { return fill(&cells, bounds) }
      cells.refuseTrend(.suppressed)
    case .failure(let error): cells.refuseTrend(error.reason)
    case .success(let trend):
      let test = trend.mannKendall
      guard test.points >= MannKendall.minimumPoints(level: context.options.level) else {
        return cells.refuseTrend(points: test.points, level: context.options.level)
      }
      set(&cells, trend.theilSen.estimate, test, z: test.z, variance: test.varianceOfS, p: test.pValue)
      cells["p_floor"] = .number(MannKendall.smallestPValue(points: test.points))
      neighbours.fill(&cells, zone: zone, points: test.points)
      detectable.fill(&cells, zone: zone, test: .mannKendall)
    }
  }

  private func fill(
    _ cells: inout ResultCells, _ fit: Result<OverlapCorrectedTrend, StatisticsError>
  ) {
    switch fit {
    case .failure(let error): cells.refuseTrend(error.reason)
    case .success(let fit):
      set(
        &cells, fit.estimate, fit.trend.mannKendall, z: fit.z, variance: fit.varianceOfS, p: fit.pValue)
      cells["variance_factor"] = .number(fit.varianceFactor)
      cells["p_floor"] = .number(fit.smallestPValue)
    }
  }

  private func set(
    _ cells: inout ResultCells, _ slope: Estimate, _ test: MannKendall, z: Double, variance: Double,
    p: Double
  ) {
    cells.setHeadline(slope)
    cells.set(slope, "slope", "slope_lower", "slope_upper")
    cells["statistic"] = .number(z, or: .notApplicable)
    cells["s"] = .number(Double(test.s))
    cells["var_s"] = .number(variance, or: .notApplicable)
    cells["tau"] = .number(test.tauB, or: .notApplicable)
    context.judge(&cells, p: p, sign: Double(test.s))
  }

  /// What a series with hidden cells could be; a direction only where all admissible answers agree.
  private func fill(_ cells: inout ResultCells, _ bounds: MonotonicTrendBounds) {
    guard bounds.points >= MannKendall.minimumPoints(level: context.options.level) else {
      return cells.refuseTrend(points: bounds.points, level: context.options.level)
    }
    cells.setBounds(slope: bounds.slope, p: bounds.pValue, points: bounds.points)
    context.judge(&cells, agreed: bounds.direction)
  }
}

extension TrendContext {
  /// Sets a direction that all admissible answers share, and *no clear change* where they do not.
  func judge(_ cells: inout ResultCells, agreed direction: Int?) {
    if let direction, direction != 0 {
      judge(&cells, p: 0, sign: Double(direction))
    } else {
      judge(&cells, p: 1, sign: 0)
    }
    cells["p_value"] = ResultValue.none(.suppressed)
  }
}

extension ResultCells {
  /// Marks the row as refused because so few points cannot reach the level.
  mutating func refuseTrend(points: Int, level: ConfidenceInterval.Level) {
    refuseTrend(
      StatisticsError.cannotReachLevel(needed: MannKendall.minimumPoints(level: level), found: points).reason)
    self["p_floor"] = .number(MannKendall.smallestPValue(points: points))
  }

  /// A row whose figures are known only within bounds: no estimate, but what it could be.
  mutating func setBounds(slope: ClosedRange<Double>, p: ClosedRange<Double>?, points: Int) {
    refuse(.suppressed)
    self["n"] = .number(Double(points))
    func end(_ value: Double?) -> ResultValue {
      .number(value.flatMap { $0.isFinite ? $0 : nil }, or: .suppressed)
    }
    self["slope_lower_bound"] = end(slope.lowerBound)
    self["slope_upper_bound"] = end(slope.upperBound)
    self["p_lower_bound"] = end(p?.lowerBound)
    self["p_upper_bound"] = end(p?.upperBound)
    add([.boundsOfHidden])
  }
}

extension Diagnostic {
  /// Some figures are hidden; the row says what the trend could be given the bounds that are declared.
  public static let boundsOfHidden = Diagnostic("bounds-of-hidden")
}
