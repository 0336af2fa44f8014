import Estimates

extension Schemas {
  /// `survey`: shares and means among respondents, per zone and period.
  public static let survey = ResultSchema(
    verb: "survey",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn(
        "n_effective", .number, "How many equally weighted respondents the weighted ones are worth."),
      ResultColumn("design_effect", .number, "`n` over `n_effective`: the price of unequal weights."),
      ResultColumn("no_answer", .integer, "Respondents of the row who did not answer the question."),
      ResultColumn("answered_share", .number, "Those who answered over all respondents of the row."),
      ResultColumn("weighting", .text, "none, weights, raking or post-stratification."),
    ] + SharedColumns.tail)
}
