import Estimates

extension Schemas {
  /// `effect-plan`: what `effect --lock` promises, one row an indicator. There are no results in it.
  public static let effectPlan = ResultSchema(
    verb: "effect-plan",
    columns: SharedColumns.head + [
      ResultColumn("start", .text, "The first period with the programme."),
      SharedColumns.estimator, SharedColumns.method,
      ResultColumn("goal", .text, "The goal the indicator hangs on."),
      ResultColumn("key", .boolean, "Whether the indicator is tested first."),
      ResultColumn(
        "direction", .text,
        "Which way is better: higher-is-better, lower-is-better or neutral; null where nobody said."),
      SharedColumns.unit,
      ResultColumn("scale", .text, "The scale effects are estimated on: natural, log or sqrt."),
      ResultColumn("treated_baseline", .number, "The mean of the treated before the start, in `unit`."),
      ResultColumn("donor_baseline", .number, "The mean of the donors before the start, in `unit`."),
      ResultColumn(
        "mde", .number,
        "Minimum detectable effect as expected, by placebos in the years before the start alone, at the level of the last look."
      ),
      ResultColumn(
        "mde_relative", .number, unit: "per cent", "The same in per cent of the treated's mean before."),
      ResultColumn(
        "mde_periods", .integer, "Over how many periods the effect would be averaged in that reckoning."),
      ResultColumn("smallest_effect", .number, "The size that matters, on the scale of the estimate."),
      ResultColumn(
        "informative", .boolean, "Whether an effect of the size that matters is expected to be seen."),
      ResultColumn("donors", .integer, "How many zones will be compared with."),
      ResultColumn("pre_periods", .integer, "How many periods lie before the start."),
      ResultColumn("figures_hash", .text, "SHA-256 of the figures before the start."),
    ] + SharedColumns.tail)

  /// `effect-plan`, table `looks`: when effects are judged, and at what level.
  public static let planLooks = ResultSchema(
    verb: "effect-plan", table: "looks",
    columns: [
      ResultColumn("year", .integer, "The last year whose figures are used."),
      ResultColumn("look", .text, "yearly, midterm or final."),
      ResultColumn(
        "level", .number, "The two-sided level of the test at this look; all looks together have `alpha`."),
      ResultColumn("alpha", .number, "The level of all looks together."),
    ])

  /// `effect-plan`, table `donors`: the zones that may be compared with.
  public static let planDonors = ResultSchema(
    verb: "effect-plan", table: "donors",
    columns: [
      SharedColumns.zone, SharedColumns.zoneName,
      ResultColumn("without", .texts, "Indicators for which the zone is not compared with."),
    ])

  /// `effect`, table `plan`: what the plan said of an indicator, and what the figures say now.
  public static let effectKept = ResultSchema(
    verb: "effect", table: "plan",
    columns: SharedColumns.head + [
      ResultColumn("planned_baseline", .number, "The mean of the treated before the start, as it was."),
      ResultColumn("present_baseline", .number, "The same by the figures as they are now."),
      ResultColumn("planned_donor_baseline", .number, "The mean of the donors before the start, as it was."),
      ResultColumn("present_donor_baseline", .number, "The same by the figures as they are now."),
      ResultColumn("planned_hash", .text, "SHA-256 of the figures before the start, as they were."),
      ResultColumn("present_hash", .text, "The same now."),
      ResultColumn("baseline_revised", .boolean, "Whether those figures have changed."),
      ResultColumn("planned_mde", .number, "The minimum detectable effect the plan expected."),
      ResultColumn("donors_gone", .texts, "Donors of the plan that cannot be used now."),
      SharedColumns.reason,
    ])
}

/// The columns of `effect` that say how a row stands to a plan; without a plan they have no value.
let planColumns = [
  ResultColumn(
    "pre_specified", .boolean,
    "Whether the plan has the indicator and the estimator, and the figures end at one of its looks."),
  ResultColumn("look", .text, "Which look it is: yearly, midterm or final."),
  ResultColumn("look_year", .integer, "The year of that look."),
  ResultColumn("look_level", .number, "The two-sided level of the test at that look."),
  ResultColumn("plan_hash", .text, "The plan's seal."),
  ResultColumn("plan_data_version", .text, "The version of the figures the plan was made on."),
  ResultColumn("baseline_revised", .boolean, "Whether the figures before the start were revised since."),
]

extension ResultTable {
  /// The table with some cells of each row set anew.
  func changing(_ change: (_ row: Int) -> [String: ResultValue]) -> ResultTable {
    var result = ResultTable(schema)
    for row in 0..<count {
      var values = self.row(row)
      for (key, value) in change(row) {
        if let column = schema.position(of: key) { values[column] = value }
      }
      result.append(values)
    }
    return result
  }
}
