import Estimates
import Indicators
import Trends

extension TrendMethod {
  /// Mann–Kendall's test with Hamed and Rao's variance.
  public static let hamedRao = TrendMethod("hamed-rao", .hamedRao) { context in
    AnsweredTrends(
      context,
      { panel throws(StatisticsError) in
        try CorrectedMannKendall.hamedRao(
          panel, level: context.options.level, threads: context.options.threads)
      }, corrected
    )
    .warning(below: 30)
  }

  /// Mann–Kendall's test with the variance of a first-order process.
  public static let lagOne = TrendMethod("lag-one", .lagOneCorrection) { context in
    AnsweredTrends(
      context,
      { panel throws(StatisticsError) in
        try CorrectedMannKendall.lagOne(panel, level: context.options.level, threads: context.options.threads)
      }, corrected)
  }

  /// Mann–Kendall's test after pre-whitening.
  public static let preWhitening = whitened("pre-whitening", .preWhitening, .plain)
  /// Mann–Kendall's test after trend-free pre-whitening.
  public static let trendFreePreWhitening = whitened(
    "trend-free-pre-whitening", .trendFreePreWhitening, .trendFree)
  /// Mann–Kendall's test after pre-whitening with a bias-corrected correlation.
  public static let biasCorrectedPreWhitening = whitened(
    "bias-corrected-pre-whitening", .biasCorrectedPreWhitening, .biasCorrected)

  private static func corrected(_ test: CorrectedMannKendall) -> TrendAnswer {
    TrendAnswer(
      estimate: test.estimate, statistic: test.z, p: test.pValue, sign: Double(test.mannKendall.s),
      cells: [
        "s": .number(Double(test.mannKendall.s)),
        "var_s": .number(test.varianceOfS, or: .notApplicable),
        "tau": .number(test.mannKendall.tauB, or: .notApplicable),
        "variance_factor": .number(test.rawFactor, or: .notApplicable),
        "autocorrelation": .number(test.lagOne, or: .notApplicable),
      ])
  }

  private static func whitened(_ word: String, _ method: Method, _ form: PreWhitenedTrend.Form) -> TrendMethod
  {
    TrendMethod(word, method) { context in
      AnsweredTrends(
        context,
        { panel throws(StatisticsError) in
          try PreWhitenedTrend.fit(
            panel, form: form, level: context.options.level, threads: context.options.threads)
        },
        { trend in
          let test = trend.whitened.mannKendall
          return TrendAnswer(
            estimate: trend.estimate, statistic: test.z, p: test.pValue, sign: Double(test.s),
            cells: [
              "s": .number(Double(test.s)), "var_s": .number(test.varianceOfS, or: .notApplicable),
              "tau": .number(test.tauB, or: .notApplicable),
              "autocorrelation": .number(trend.correlation, or: .notApplicable),
            ])
        })
    }
  }
}
