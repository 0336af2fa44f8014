import Estimates

extension Schemas {
  /// `shrink`: the value shrunk towards the zones of the same level, beside the raw one. `n` is the denominator.
  public static let shrink = ResultSchema(
    verb: "shrink",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn("raw", .number, "The zone's own value, in `unit`."),
      ResultColumn("raw_lower", .number, "The lower end of its interval."),
      ResultColumn("raw_upper", .number, "The upper end of its interval."),
      ResultColumn("weight", .number, "The weight on the zone's own value in `estimate`, 0 to 1."),
      ResultColumn("prior_mean", .number, "What the value is shrunk towards, in `unit`."),
      ResultColumn("level", .text, "The level of the zones that are shrunk towards each other."),
      ResultColumn("zones", .integer, "How many zones the prior rests on."),
      ResultColumn("threshold", .number, "The threshold of `probability_above`, in `unit`."),
      ResultColumn(
        "probability_above", .number, "The probability that the true value is above the threshold."),
    ] + SharedColumns.tail)
}
