import Estimates

extension Schemas {
  /// `effect`: the effect on the treated, one row an estimator. `n` is the number of zones compared with.
  public static let effect = ResultSchema(
    verb: "effect",
    columns: SharedColumns.head + [
      ResultColumn("start", .text, "The first period with the programme."),
      SharedColumns.estimator,
      ResultColumn(
        "role", .text,
        "headline for the estimator fixed beforehand, sensitivity for the others; municipality for a part of a pooled answer."
      ),
    ] + SharedColumns.headline + [
      ResultColumn("scale", .text, "The scale of `estimate`: natural, log or sqrt."),
      ResultColumn(
        "mde", .number,
        "Minimum detectable effect: the true effect that would be seen with 80 % probability, on the scale of `estimate`."
      ),
      ResultColumn(
        "mde_relative", .number, unit: "per cent", "The same in per cent of what the level would have been."),
      ResultColumn(
        "mde_people_per_year", .number,
        "The same in persons or events a year; null where denominators are unknown."),
      ResultColumn("p_floor", .number, "The smallest p-value so many placebos can give."),
      ResultColumn(
        "informative", .boolean, "Whether an effect of the size that matters would have been seen."),
      ResultColumn("smallest_effect", .number, "The size that matters, on the scale of `estimate`."),
      ResultColumn(
        "verdict", .text,
        "changed, not-told-apart, uninformative or not-computable; none of them says that nothing changed."),
      ResultColumn("direction", .text, "increase or decrease, where the verdict is changed."),
      ResultColumn("better", .text, "better, worse or neutral, where the verdict is changed."),
      ResultColumn(
        "standard_error", .number,
        "The standard error that the interval rests on: that of the placebos, carried to the treated's size where sizes are known."
      ),
      ResultColumn(
        "placebo_error", .number,
        "The standard deviation of the placebos as they are, over their number: the exact placebo standard error."
      ),
      ResultColumn("interval_method", .text, "What the interval is by; `levekar explain` has its article."),
      ResultColumn(
        "p_value", .number, "Two-sided p-value: the share of all, the treated among them, that moved as much."
      ),
      ResultColumn(
        "rank", .integer, "The treated's place among all by the size of the effect, 1 the largest."),
      ResultColumn("placebos", .integer, "How many placebos the rank is among."),
      ResultColumn("pre_rmspe", .number, "Root of the mean squared gap before the start."),
      ResultColumn("rmspe_ratio", .number, "The same from the start on, over that before."),
      ResultColumn("ratio_rank", .integer, "The treated's place among all by that ratio."),
      ResultColumn("ratio_p_value", .number, "The share of all whose ratio is at least the treated's."),
      ResultColumn(
        "breakdown", .number,
        "How many times the largest step apart before the start trends may part each period until the interval holds zero; 0 where it always does, 5 where it did not up to there."
      ),
      ResultColumn(
        "observed_mean", .number, "The mean of the treated from the start on, on the scale of `estimate`."),
      ResultColumn("counterfactual_mean", .number, "What it would have been, by this estimator."),
      ResultColumn(
        "relative", .number, unit: "per cent", "The effect in per cent of what the level would have been."),
      ResultColumn(
        "people_per_year", .number, "The effect in persons or events a year, all treated zones together."),
      ResultColumn("donors", .integer, "How many zones were compared with."),
      ResultColumn(
        "effective_donors", .number, "1 / Σ of squared weights: how many donors the answer hangs on."),
      ResultColumn("largest_weight", .number, "The largest weight of a donor."),
      ResultColumn("pre_periods", .integer, "How many periods lie before the start."),
      ResultColumn("post_periods", .integer, "How many periods lie from the start on."),
      ResultColumn(
        "optimality", .number,
        "The largest violation of the optimum's conditions, relative to the scale of the problem."),
    ] + effectFamilyColumns + planColumns + SharedColumns.tail)

  /// `effect`, table `donors`: the weight of each donor.
  public static let effectDonors = ResultSchema(
    verb: "effect", table: "donors",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("weight", .number, "The donor's weight; some methods have negative ones."),
    ])

  /// `effect`, table `periods`: the weight of each period before the start.
  public static let effectPeriods = ResultSchema(
    verb: "effect", table: "periods",
    columns: SharedColumns.head + [
      SharedColumns.estimator, SharedColumns.period, ResultColumn("weight", .number, "The period's weight."),
    ])

  /// `effect`, table `curve`: the two paths, one row a period.
  public static let effectCurve = ResultSchema(
    verb: "effect", table: "curve",
    columns: SharedColumns.head + [
      SharedColumns.estimator, SharedColumns.period,
      ResultColumn("treated", .boolean, "Whether the period is from the start on."),
      ResultColumn("observed", .number, "The mean of the treated."),
      ResultColumn("counterfactual", .number, "What it would have been; before the start the fit."),
      ResultColumn("effect", .number, "Observed less counterfactual."),
    ])

  /// `effect`, table `placebos`: what the estimator finds where nothing was done, one row a set of donors.
  public static let effectPlacebos = ResultSchema(
    verb: "effect", table: "placebos",
    columns: SharedColumns.head + [
      SharedColumns.estimator, ResultColumn("estimate", .number, "The effect found for the set."),
      ResultColumn("pre_rmspe", .number, "Root of the mean squared gap before the start."),
      ResultColumn("rmspe_ratio", .number, "The same from the start on, over that before."),
      ResultColumn(
        "optimality", .number,
        "The largest violation of the optimum's conditions, relative to the scale of the problem."),
      ResultColumn("reason", .text, "Why there is no estimate; null where there is one."),
    ])

  /// `effect`, table `excluded`: zones that were not compared with.
  public static let effectExcluded = ResultSchema(
    verb: "effect", table: "excluded",
    columns: SharedColumns.head + [ResultColumn("reason", .text, "Why, as an id with words of its own.")])
}

extension SharedColumns {
  /// Which estimator a row is by.
  static let estimator = ResultColumn("estimator", .text, "The estimator's word after `--estimator`.")
}
