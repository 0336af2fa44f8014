import Estimates

extension Schemas {
  /// `effect`, table `intervals`: every interval that applies to an estimator, one row each. `n` is how many placebos, periods,
  /// pairs, folds or events it rests on.
  public static let effectIntervals = ResultSchema(
    verb: "effect", table: "intervals",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn(
        "statistic", .text,
        "What is compared, where the method leaves a choice: effect, scaled-effect or error-ratio."
      ),
    ] + SharedColumns.headline + [
      ResultColumn(
        "scale", .text, "The scale of `estimate`: natural, log or sqrt; counts are compared by logarithms."),
      ResultColumn("standard_error", .number, "The standard error, where the interval rests on one."),
      ResultColumn("p_value", .number, "The two-sided p-value by the same method."),
      ResultColumn("p_floor", .number, "The smallest p-value the method could have given here."),
      ResultColumn(
        "highest_level", .number, "The highest level at which the method has an interval here: 1 − `p_floor`."
      ),
    ] + SharedColumns.tail)

  /// `effect`, table `honest`: what is left of an effect where trends need not be parallel, one row a bound.
  public static let effectHonest = ResultSchema(
    verb: "effect", table: "honest",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn(
        "restriction", .text,
        "relative-magnitudes: a step apart in trends after the start is at most `bound` times the largest before it; smoothness: the slope apart changes by at most `bound` a period."
      ),
      ResultColumn("bound", .number, "How unruly trends may be."),
    ] + SharedColumns.headline + [
      ResultColumn("identified_lower", .number, "The least effect, were there no chance in the figures."),
      ResultColumn("identified_upper", .number, "The largest effect, were there no chance in the figures."),
      ResultColumn("leaves_out_zero", .boolean, "Whether zero lies outside the interval."),
      ResultColumn(
        "breakdown", .number, "The bound from which on the interval holds zero; 0 where it always does."),
      ResultColumn(
        "breakdown_is_least", .boolean,
        "Whether `breakdown` is as far as was looked, and zero was still left out."),
    ] + SharedColumns.tail)

  /// `effect`, table `bounds`: how far an effect can be from what it would be, given hidden cells with declared bounds.
  public static let effectBounds = ResultSchema(
    verb: "effect", table: "bounds",
    columns: SharedColumns.head + [
      SharedColumns.estimator, SharedColumns.method,
      ResultColumn("lower", .number, "The least effect for any admissible value of the hidden cells."),
      ResultColumn("upper", .number, "The largest effect for any admissible value of the hidden cells."),
      ResultColumn(
        "exact", .boolean,
        "Whether no admissible value gives an effect outside; else the bounds are at least this wide."),
      SharedColumns.unit,
      ResultColumn("scale", .text, "The scale of `lower` and `upper`: natural, log or sqrt."),
      ResultColumn("hidden_cells", .integer, "How many cells are hidden."),
      ResultColumn("hidden_zones", .integer, "In how many zones they are."),
      ResultColumn("donors", .integer, "How many zones were compared with."),
    ] + SharedColumns.tail)
}
