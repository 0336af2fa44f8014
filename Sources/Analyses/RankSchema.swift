import Estimates

extension Schemas {
  /// `rank`: the zones of one level in order. `estimate` is the rank, `lower` and `upper` the ranks that are not excluded; `n` is
  /// the number of zones ranked.
  public static let rank = ResultSchema(
    verb: "rank",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn("level", .text, "The level of the zones ranked, such as living-conditions-zone."),
      ResultColumn("value", .number, "The zone's value, in `unit`."),
      ResultColumn("value_lower", .number, "The lower end of its interval."),
      ResultColumn("value_upper", .number, "The upper end of its interval."),
      ResultColumn(
        "rank", .integer,
        "1 is the worst; the highest where the indicator has no better direction. Ties share."),
      ResultColumn("rank_lower", .integer, "The first rank that is not excluded."),
      ResultColumn("rank_upper", .integer, "The last rank that is not excluded."),
      ResultColumn("quantile", .integer, "The group of equal size, 1 with rank 1."),
      ResultColumn("average", .number, "The average of the zones ranked: Σ numerator / Σ denominator."),
      ResultColumn(
        "funnel_lower", .number, "The lower 95 % limit for a zone of this size around the average."),
      ResultColumn("funnel_upper", .number, "The upper 95 % limit."),
      ResultColumn("funnel_lower_outer", .number, "The lower 99.8 % limit."),
      ResultColumn("funnel_upper_outer", .number, "The upper 99.8 % limit."),
      ResultColumn("funnel_label", .text, "high-99.8, high-95, within, low-95 or low-99.8."),
      ResultColumn(
        "overdispersion", .number, "φ, how many times the zones differ more than chance, after winsorising."),
      ResultColumn(
        "between_deviation", .number, "τ, the standard deviation between zones beyond chance, in `unit`."),
      ResultColumn(
        "funnel_label_adjusted", .text, "The label by limits widened for the difference between zones."),
      ResultColumn("p_worst_fifth", .number, "The probability that the zone is in the first fifth."),
      ResultColumn("p_worst_tenth", .number, "The probability that it is in the first tenth."),
    ] + SharedColumns.tail)

  /// The extra table `funnel` of `rank`: the limits over the sizes of the zones, for drawing.
  public static let funnel = ResultSchema(
    verb: "rank", table: "funnel",
    columns: [
      SharedColumns.indicator, SharedColumns.period,
      ResultColumn("level", .text, "The level of the zones ranked."),
      ResultColumn("denominator", .number, "The size of a zone."),
      ResultColumn("average", .number, "The average of the zones ranked, in `unit`."),
      ResultColumn("funnel_lower", .number, "The lower 95 % limit."),
      ResultColumn("funnel_upper", .number, "The upper 95 % limit."),
      ResultColumn("funnel_lower_outer", .number, "The lower 99.8 % limit."),
      ResultColumn("funnel_upper_outer", .number, "The upper 99.8 % limit."),
      SharedColumns.unit,
    ])
}
