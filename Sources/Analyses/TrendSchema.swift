import Estimates

extension Schemas {
  /// `trend`: direction and size of change per zone. `estimate` is the slope in `unit` per year; `n` is points.
  public static let trend = ResultSchema(
    verb: "trend",
    columns: SharedColumns.head + [
      ResultColumn("first_period", .text, "The first period with a figure."),
      ResultColumn("last_period", .text, "The last period with a figure."),
    ] + SharedColumns.headline + [
      ResultColumn(
        "slope", .number, "Change per year, in `unit`: Theil–Sen or least squares, as `method` says."),
      ResultColumn("slope_lower", .number, "The lower end of its interval."),
      ResultColumn("slope_upper", .number, "The upper end of its interval."),
      ResultColumn(
        "slope_lower_bound", .number,
        "The smallest slope that hidden figures within their declared bounds admit; null where none is hidden."
      ),
      ResultColumn("slope_upper_bound", .number, "The largest such slope."),
      ResultColumn(
        "statistic", .number,
        "Mann–Kendall Z, Student t of the slope, χ² of the recent trend, or the statistic of a change point."),
      ResultColumn("s", .number, "Mann–Kendall S."),
      ResultColumn(
        "var_s", .number, "Variance of S under no trend, ties considered; corrected where `method` says so."),
      ResultColumn(
        "variance_factor", .number,
        "What the variance of S was to be multiplied by; held at 1 or more, `correction-held` says where."),
      ResultColumn("tau", .number, "Kendall's τ-b."),
      ResultColumn("p_value", .number, "Two-sided p-value of no trend."),
      ResultColumn(
        "p_adjusted", .number,
        "The p-value adjusted for the number of zones and indicators (Benjamini–Hochberg unless `--adjust` says otherwise)."
      ),
      ResultColumn("p_lower_bound", .number, "The smallest p-value that hidden figures admit."),
      ResultColumn("p_upper_bound", .number, "The largest such p-value."),
      ResultColumn("p_floor", .number, "The smallest p-value that so many points can give."),
      ResultColumn(
        "autocorrelation", .number,
        "Correlation between neighbouring points: of the ranks around the slope, or what `method` took out."),
      ResultColumn(
        "mdc", .number,
        "Minimum detectable change: the true change per year that would be found with 80 % probability, in `unit`."
      ),
      ResultColumn("mdc_people", .number, "The same in persons or events per year, at the last denominator."),
      ResultColumn(
        "change_period", .text,
        "The first period after the step, of methods that look for one; more in `change_points`."),
      ResultColumn("direction", .text, "increasing, decreasing, no-clear-change or not-computable."),
      ResultColumn("better", .text, "better, worse or neutral; null where there is no clear change."),
    ] + trendPercent + SharedColumns.tail)

  /// `change_points` of `trend`: where a series most likely steps, one row a series and method that looks for steps.
  public static let changePoints = ResultSchema(
    verb: "trend", table: "change_points",
    columns: SharedColumns.head + [
      ResultColumn("method", .text, "The id of the method; `levekar explain` has its article."),
      ResultColumn("last_before", .text, "The last period before the step."),
      ResultColumn("first_after", .text, "The first period after it."),
      ResultColumn("points_before", .integer, "How many points lie before it."),
      ResultColumn("mean_before", .number, "The mean of the points before, in `unit`."),
      ResultColumn("mean_after", .number, "The mean of the points after, in `unit`."),
      ResultColumn("statistic", .number, "The statistic of the method."),
      ResultColumn("p_value", .number, "Two-sided p-value of no step."),
      SharedColumns.unit,
    ])
}
