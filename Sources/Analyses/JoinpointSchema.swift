import Estimates

extension Schemas {
  /// The columns of `trend` for change in per cent.
  static let trendPercent = [
    ResultColumn(
      "percent_per_year", .number, unit: "per cent",
      "Change per year in per cent; of the odds for logistic trends."),
    ResultColumn("percent_per_year_lower", .number, unit: "per cent", "The lower end of its interval."),
    ResultColumn("percent_per_year_upper", .number, unit: "per cent", "The upper end of its interval."),
  ]

  /// `trend`, table `segments`: the straight parts of trends with joins.
  public static let trendSegments = ResultSchema(
    verb: "trend", table: "segments",
    columns: SharedColumns.head + [
      SharedColumns.method, ResultColumn("segment", .integer, "The part's number, from 1."),
      ResultColumn("start", .text, "The period it starts in: the first, or that of a join."),
      ResultColumn("end", .text, "The period it ends in: that of a join, or the last."),
      ResultColumn("apc", .number, unit: "per cent", "Change per year within the part (APC)."),
      ResultColumn("lower", .number, unit: "per cent", "The lower end of its interval."),
      ResultColumn("upper", .number, unit: "per cent", "The upper end of its interval."),
      SharedColumns.confidence, ResultColumn("p_value", .number, "Two-sided p-value of no change."),
    ])

  /// `trend`, table `joins`: the best model of each number of joins.
  public static let trendJoins = ResultSchema(
    verb: "trend", table: "joins",
    columns: SharedColumns.head + [
      SharedColumns.method, ResultColumn("joins", .integer, "The number of joins."),
      ResultColumn("periods", .texts, "The periods of the joins."),
      ResultColumn("sse", .number, "Sum of squares on the logarithmic scale; for Poisson the deviance."),
      ResultColumn("bic", .number, "Schwarz' criterion; less is better."),
      ResultColumn("chosen", .boolean, "Whether this is the number chosen."),
    ])

  /// `trend`, table `join_tests`: the permutation tests, in order.
  public static let trendJoinTests = ResultSchema(
    verb: "trend", table: "join_tests",
    columns: SharedColumns.head + [
      SharedColumns.method, ResultColumn("joins", .integer, "Joins of the null hypothesis."),
      ResultColumn("against_joins", .integer, "Joins of the alternative."),
      ResultColumn("statistic", .number, "(SSE₀ − SSE₁)/SSE₁; null where the alternative leaves nothing."),
      ResultColumn("p_value", .number, "(1 + permutations with as large a statistic)/(1 + permutations)."),
      ResultColumn("test_level", .number, "What the p-value is compared with."),
      ResultColumn("permutations", .integer, "The number of permutations."),
    ])
}
