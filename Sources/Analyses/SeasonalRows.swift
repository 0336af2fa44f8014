import Estimates
import Indicators
import Trends

extension TrendMethod {
  /// Mann–Kendall's test within seasons that are independent.
  public static let seasonal = seasonal("seasonal", .seasonalMannKendall, .independent)
  /// Mann–Kendall's test within seasons that may be correlated.
  public static let correlatedSeasonal = seasonal(
    "seasonal-correlated", .correlatedSeasonalMannKendall, .correlated)

  private static func seasonal(
    _ word: String, _ method: Method, _ seasons: SeasonalMannKendall.Seasons
  ) -> TrendMethod {
    TrendMethod(word, method) { context in
      AnsweredTrends(
        context,
        { panel throws(StatisticsError) in
          try SeasonalMannKendall.fit(panel, threads: context.options.threads)
        },
        { test in
          TrendAnswer(
            estimate: test.estimate(seasons, level: context.options.level),
            statistic: test.variance(seasons) > 0 ? test.z(seasons) : nil, p: test.pValue(seasons),
            sign: Double(test.s),
            cells: ["s": .number(Double(test.s)), "var_s": .number(test.variance(seasons))])
        })
    }
  }
}
