import Estimates
import Indicators
import Regression

extension Reason {
  /// The figures are neither counts nor made of them.
  public static let notCounts = Reason("not-counts")
}

extension TrendMethod {
  /// The models of counts and the trends with joins.
  static let models: [TrendMethod] = [
    .poisson, .quasiPoisson, .negativeBinomial, .logistic, .quasiLogistic, .joinpoint, .joinpointPoisson,
  ]

  /// The same change in per cent each year, by Poisson likelihood.
  public static let poisson = rateTrend(.poisson)
  /// As Poisson's, the interval widened by how much the counts vary.
  public static let quasiPoisson = rateTrend(.quasiPoisson)
  /// As Poisson's, for counts that vary more.
  public static let negativeBinomial = rateTrend(.negativeBinomial)
  /// The same change of the odds in per cent each year.
  public static let logistic = rateTrend(.binomial)
  /// As the logistic trend, the interval widened by how much the shares vary.
  public static let quasiLogistic = rateTrend(.quasiBinomial)

  private static func rateTrend(_ family: RateTrend.Family) -> TrendMethod {
    TrendMethod(family.rawValue, family.method) { RateTrendRows($0, family) }
  }
}

/// Log-linear or logistic trends of a panel.
private struct RateTrendRows: FittedTrends {
  let context: TrendContext
  let family: RateTrend.Family
  let trends: RateTrends?

  init(_ context: TrendContext, _ family: RateTrend.Family) {
    self.context = context
    self.family = family
    trends = try? RateTrends(context.panel, family: family, threads: context.options.threads)
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    if let reason = context.refusal(zone: zone) ?? context.refusalOfCounts(isShare: family.isShare) {
      return cells.refuseTrend(reason)
    }
    guard let trends, let trend = trends[zone] else {
      return cells.refuseTrend(trends?.status(zone).reason ?? .tooFewPoints)
    }
    let level = context.options.level
    let multiplier = context.panel.hasParts ? context.panel.multiplier : 1
    let change = trend.changePerYear(level: level, multiplier: multiplier)
    cells.setHeadline(change)
    cells.set(change, "slope", "slope_lower", "slope_upper")
    cells.set(
      trend.percentPerYear(level: level), "percent_per_year", "percent_per_year_lower",
      "percent_per_year_upper")
    cells["statistic"] = .number(trend.statistic, or: .notApplicable)
    if family == .negativeBinomial, trend.points < 10 { cells.add([.shortForMethod]) }
    context.judge(&cells, p: trend.pValue, sign: trend.slope)
  }
}

extension TrendContext {
  /// Why no model of counts may be fitted to the panel; `nil` where one may.
  func refusalOfCounts(isShare: Bool) -> Reason? {
    switch panel.kind {
    case .proportion?, .rate?: panel.hasParts ? nil : .needsNumeratorAndDenominator
    case .count?: isShare && !panel.hasParts ? .needsNumeratorAndDenominator : nil
    case .mean?, .median?, .index?: .notCounts
    case nil: .unknownKind
    }
  }
}
