import Estimates

extension Schemas {
  /// `target`: whether a zone is on its way to a target. `estimate` is the value to be expected at the target's time; `n` is the
  /// number of figures behind the line.
  public static let target = ResultSchema(
    verb: "target",
    columns: SharedColumns.head + [
      ResultColumn("period", .text, "The latest period with a figure."),
      ResultColumn("by_period", .text, "When the target should be reached."),
    ] + SharedColumns.headline + [
      ResultColumn("target", .number, "The value aimed at, in `unit`."),
      ResultColumn("value", .number, "The latest value."),
      ResultColumn("value_lower", .number, "The lower end of its interval."),
      ResultColumn("value_upper", .number, "The upper end of its interval."),
      ResultColumn("window", .text, "The baseline window."),
      ResultColumn("baseline", .number, "The value in the baseline window."),
      ResultColumn("baseline_lower", .number, "The lower end of its interval."),
      ResultColumn("baseline_upper", .number, "The upper end of its interval."),
      ResultColumn("needed_change", .number, "The change a year needed from the latest value on."),
      ResultColumn(
        "observed_change", .number, "The change a year so far, by the line since the baseline began."),
      ResultColumn("observed_lower", .number, "The lower end of its interval."),
      ResultColumn("observed_upper", .number, "The upper end of its interval."),
      ResultColumn("verdict", .text, "reached, on-track, behind or cannot-say."),
    ] + SharedColumns.tail)
}
