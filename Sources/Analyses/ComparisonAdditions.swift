import Estimates

extension Schemas {
  private static let detectable = [
    ResultColumn(
      "mdc", .number,
      "The smallest difference this comparison would find four times in five, in `unit`; the larger of up and down."
    ),
    ResultColumn("mdc_people", .number, "The same in people, or events, a year in a zone of this size."),
  ]

  /// What `compare` adds: the rule of the verdict, what could be seen, and with `--gap` what became of the difference.
  static let comparisonAdditions =
    [
      ResultColumn("verdict_rule", .text, "The rule of `verdict`: difference unless another is asked for."),
      ResultColumn(
        "verdict_level", .number,
        "The strictest level the verdict holds at, for rules with levels of their own."),
    ] + detectable + [
      ResultColumn(
        "gap_change_per_year", .number, "With --gap the change of the difference a year, in `unit`."),
      ResultColumn("gap_change_lower", .number, "The lower end of its interval."),
      ResultColumn("gap_change_upper", .number, "The upper end of its interval."),
      ResultColumn(
        "gap_verdict", .text, "With --gap narrowed, widened, reversed, no-clear-change or cannot-say."),
    ]

  /// What `baseline` adds: what could be seen, and the frozen numbers where the figures were revised.
  static let baselineAdditions =
    detectable + [
      ResultColumn(
        "frozen_estimate", .number,
        "The value when the baseline was frozen, where the figures were revised since."),
      ResultColumn("frozen_lower", .number, "The lower end of its interval."),
      ResultColumn("frozen_upper", .number, "The upper end of its interval."),
      ResultColumn("frozen_version", .integer, "The version of the base it was frozen in."),
      ResultColumn("frozen_hash", .text, "The hash of the figures it was frozen with."),
    ]
}
