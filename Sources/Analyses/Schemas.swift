import Estimates

/// The static schema of every verb that returns rows. A test holds DocC's CommandLine article, the JSON and the SQL tables
/// against them.
public enum Schemas {
  /// `level`: the value with its interval, per zone and period.
  public static let level = ResultSchema(
    verb: "level",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn("numerator", .number, "The numerator; null where unknown or hidden."),
      ResultColumn("denominator", .number, "The denominator; null where unknown or hidden."),
      ResultColumn(
        "status", .text,
        "observed, missing, not-applicable, suppressed; with -provisional or -estimated behind where flagged."
      ),
    ] + SharedColumns.tail)

  /// `baseline`: level in the baseline window, and the gap to the comparator.
  public static let baseline = ResultSchema(
    verb: "baseline",
    columns: SharedColumns.head + [ResultColumn("window", .text, "The periods summed, first to last.")]
      + SharedColumns.headline + [
        ResultColumn("numerator", .number, "Σ of numerators over the window."),
        ResultColumn("denominator", .number, "Σ of denominators over the window."),
        ResultColumn("periods_used", .integer, "How many periods of the window have figures."),
        ResultColumn(
          "against", .text, "The comparator: a zone's code, a group's id, or `rest`, `all`, `parent`."),
        ResultColumn("against_name", .text, "The comparator's name."),
        ResultColumn("comparator_estimate", .number, "The comparator's value in the window, in `unit`."),
        ResultColumn("comparator_lower", .number, "The lower end of its interval."),
        ResultColumn("comparator_upper", .number, "The upper end of its interval."),
        ResultColumn(
          "difference", .number, "Zone minus comparator, in `unit` (percentage points for shares)."),
        ResultColumn("difference_lower", .number, "The lower end of its interval."),
        ResultColumn("difference_upper", .number, "The upper end of its interval."),
        ResultColumn("ratio", .number, "Zone over comparator."),
        ResultColumn("ratio_lower", .number, "The lower end of its interval."),
        ResultColumn("ratio_upper", .number, "The upper end of its interval."),
        ResultColumn(
          "data_hash", .text, "Hash of definition, window and figures; equal hashes mean equal baselines."),
      ] + baselineAdditions + SharedColumns.tail)

  /// `compare`: a zone against a comparator in one period. `estimate` is the difference.
  public static let compare = ResultSchema(
    verb: "compare",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn("value", .number, "The zone's value, in `unit`."),
      ResultColumn("value_lower", .number, "The lower end of its interval."),
      ResultColumn("value_upper", .number, "The upper end of its interval."),
      ResultColumn(
        "against", .text, "The comparator: a zone's code, a group's id, or `rest`, `all`, `parent`."),
      ResultColumn("against_name", .text, "The comparator's name."),
      ResultColumn("comparator_value", .number, "The comparator's value, in `unit`."),
      ResultColumn("comparator_lower", .number, "The lower end of its interval."),
      ResultColumn("comparator_upper", .number, "The upper end of its interval."),
      ResultColumn("ratio", .number, "Zone over comparator."),
      ResultColumn("ratio_lower", .number, "The lower end of its interval."),
      ResultColumn("ratio_upper", .number, "The upper end of its interval."),
      ResultColumn("p_value", .number, "Two-sided p-value of no difference."),
      ResultColumn(
        "p_adjusted", .number,
        "The p-value adjusted for the number of rows (Benjamini–Hochberg unless `--adjust` says otherwise)."),
      ResultColumn("verdict", .text, "better, similar, worse, higher, lower or not-compared."),
    ] + comparisonAdditions + SharedColumns.tail)

  /// `check`: what breaks a rule of the quality gate, one row a place.
  public static let check = ResultSchema(
    verb: "check",
    columns: SharedColumns.head + [
      ResultColumn("stratum", .text, "The stratum, as dimension=category; empty for everybody."),
      SharedColumns.period,
      ResultColumn("rule", .text, "The id of the rule; `levekar explain` has its article."),
      ResultColumn("severity", .text, "note, warning or error."),
      ResultColumn("found", .number, "What was found; for what was found while reading, how often."),
      ResultColumn("expected", .number, "The limit it breaks."),
      SharedColumns.unit,
      ResultColumn("place", .text, "Where in the input, as file:row:column."),
    ])

  /// Every schema.
  public static let all = [
    level, baseline, trend, compare, check, rank, target, inequality, shrink, composite, standardise,
    lifeExpectancy, participation, survey, effect, power, effectPlan,
  ]
}
