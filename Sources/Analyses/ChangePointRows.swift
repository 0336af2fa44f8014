import Estimates
import Indicators
import Trends

extension TrendMethod {
  /// Pettitt's test for a change of level.
  public static let pettitt = step("pettitt", .pettitt) { panel, options throws(StatisticsError) in
    try Pettitt.test(panel, seed: options.seed, threads: options.threads)
  }

  /// The standard normal homogeneity test.
  public static let homogeneity = step("snht", .standardNormalHomogeneity) {
    panel, options throws(StatisticsError) in
    try StandardNormalHomogeneity.test(panel, seed: options.seed, threads: options.threads)
  }

  /// Buishand's U test.
  public static let buishand = step("buishand", .buishand) { panel, options throws(StatisticsError) in
    try Buishand.test(panel, seed: options.seed, threads: options.threads)
  }

  private static func step(
    _ word: String, _ method: Method,
    _ test:
      @escaping @Sendable (Panel, AnalysisOptions) throws(StatisticsError) -> [Result<
        ChangePoint, StatisticsError
      >]
  ) -> TrendMethod {
    TrendMethod(word, method) { context in
      let periods = context.panel.periods
      return AnsweredTrends(
        context, { panel throws(StatisticsError) in try test(panel, context.options) },
        { change in
          TrendAnswer(
            estimate: change.step, isSlope: false, statistic: change.statistic, p: change.pValue,
            sign: change.meanAfter - change.meanBefore,
            cells: ["change_period": .text(periods[change.firstAfter].description)],
            extras: [
              TrendExtras(
                Schemas.changePoints,
                [
                  "method": .text(change.method.rawValue),
                  "last_before": .text(periods[change.lastBefore].description),
                  "first_after": .text(periods[change.firstAfter].description),
                  "points_before": .integer(change.pointsBefore),
                  "mean_before": .number(change.meanBefore), "mean_after": .number(change.meanAfter),
                  "statistic": .number(change.statistic), "p_value": .number(change.pValue),
                  "unit": .text(context.panel.unit.rawValue),
                ])
            ])
        })
    }
  }
}
