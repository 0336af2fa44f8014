import Estimates

extension Schemas {
  /// The extra table `gap` of `compare`: how the difference changed over time. `estimate` is the change of the difference from
  /// the first to the last period; `n` is the number of periods or windows.
  public static let gap = ResultSchema(
    verb: "compare", table: "gap",
    columns: SharedColumns.head + [
      ResultColumn("against", .text, "The comparator."),
      ResultColumn("against_name", .text, "The comparator's name."),
      ResultColumn("first_period", .text, "The first period, or the earlier window."),
      ResultColumn("last_period", .text, "The last period, or the later window."),
    ] + SharedColumns.headline + [
      ResultColumn(
        "gap_first", .number, "The difference at the start: fitted by the line, or of the earlier window."),
      ResultColumn("gap_first_lower", .number, "The lower end of its interval."),
      ResultColumn("gap_first_upper", .number, "The upper end of its interval."),
      ResultColumn("gap_last", .number, "The difference at the end."),
      ResultColumn("gap_last_lower", .number, "The lower end of its interval."),
      ResultColumn("gap_last_upper", .number, "The upper end of its interval."),
      ResultColumn("change_per_year", .number, "The change of the difference a year, in `unit`."),
      ResultColumn("change_per_year_lower", .number, "The lower end of its interval."),
      ResultColumn("change_per_year_upper", .number, "The upper end of its interval."),
      ResultColumn("ratio_change", .number, "The factor by which the ratio changed from first to last."),
      ResultColumn("ratio_change_lower", .number, "The lower end of its interval."),
      ResultColumn("ratio_change_upper", .number, "The upper end of its interval."),
      ResultColumn("p_value", .number, "Two-sided p-value of a difference that did not change."),
      ResultColumn(
        "p_adjusted", .number, "The p-value adjusted for the number of rows (Benjamini–Hochberg)."),
      ResultColumn("heterogeneity", .number, "χ² of the differences around the line."),
      ResultColumn(
        "heterogeneity_p", .number, "Its p-value: small where they wobble more than chance explains."),
      ResultColumn("score_p", .number, "P-value of the score test that the ratio does not change with time."),
      ResultColumn("verdict", .text, "narrowed, widened, reversed, no-clear-change or cannot-say."),
      ResultColumn(
        "better", .text,
        "Whether the zone moved the better way beside its comparator: better, worse or neutral; null where there is no clear change."
      ),
    ] + SharedColumns.tail)
}
