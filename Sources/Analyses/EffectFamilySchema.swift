import Estimates

extension Schemas {
  /// What `effect` says of a row as one of many tests, and of what can be ruled out.
  static let effectFamilyColumns = [
    ResultColumn(
      "ruled_out_above", .number,
      "Effects larger than this, either way, are ruled out, on the scale of `estimate`; null where the figures rule nothing out."
    ),
    ResultColumn(
      "p_adjusted", .number,
      "The p-value among all indicators of the family, by the placebo zones they share; only of headline rows."
    ),
    ResultColumn(
      "family", .text,
      "Which indicators it was adjusted with: key for those tested first, else a goal, other, or all."),
    ResultColumn("goal", .text, "The goal of the programme the indicator hangs on."),
  ]

  /// `effect`, table `goals`: the indicators of a goal as one, one row a goal.
  public static let effectGoals = ResultSchema(
    verb: "effect", table: "goals",
    columns: [
      ResultColumn("goal", .text, "The goal's id."), ResultColumn("goal_name", .text, "The goal's name."),
      SharedColumns.zone,
      ResultColumn(
        "estimate", .number,
        "The mean of the indicators' effects in standard deviations of zones; above zero is for the worse."),
      ResultColumn(
        "p_value", .number, "The share of all zones, the treated among them, whose mean is as far from zero."),
      ResultColumn("p_adjusted", .number, "The same adjusted for the number of goals."),
      ResultColumn(
        "gate", .text,
        "open where the goal as a whole stands out, and its indicators may be read; else closed."
      ),
      ResultColumn("better", .text, "better or worse, where the gate is open."),
      ResultColumn("indicators", .integer, "How many indicators take part."),
      ResultColumn("without_direction", .integer, "How many do not, since neither way is better."),
      ResultColumn("placebos", .integer, "How many placebos they share."),
      SharedColumns.diagnostics, SharedColumns.reason,
    ])

  /// `effect`, table `looks`: the programme's evaluations in order of time, one row a period of the headline estimator.
  public static let effectLooks = ResultSchema(
    verb: "effect", table: "looks",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("look", .integer, "How many periods from the start on are known then."),
      SharedColumns.period,
      ResultColumn("phase", .text, "yearly, midterm or final."),
      ResultColumn(
        "information", .number, "What is known then, as a share of what will be known at the last look."),
      ResultColumn("boundary", .number, "How many standard errors from zero are far enough."),
      ResultColumn("nominal", .number, "The p-value that goes with it."),
      ResultColumn("spent", .number, "How much of the level is spent by then."),
      ResultColumn(
        "placebo_level", .number, "The same as a level of the rank test; zero where not even one rank fits."),
      ResultColumn("p_floor", .number, "The smallest p-value so many placebos can give."),
      ResultColumn("estimate", .number, "The effect as it was known then; null for looks to come."),
      ResultColumn("standard_error", .number, "Its standard error; of looks to come what is expected."),
      ResultColumn("p_value", .number, "The p-value of the rank test then."),
      ResultColumn(
        "p_interval", .number, "The p-value of the estimate over its standard error, by Student's t."),
      ResultColumn(
        "decision", .text,
        "passed, not-passed, cannot-react, nothing-new or to-come; none of them says that nothing changed."),
      SharedColumns.reason,
    ])
}
