import Estimates

extension Schemas {
  /// `effect --sensitivity`, table `sensitivity`: every estimator with every rule for donors and every window.
  public static let effectSensitivity = ResultSchema(
    verb: "effect", table: "sensitivity",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("method", .text, "The id of the method; `levekar explain` has its article."),
      ResultColumn("role", .text, "headline for the one row fixed beforehand, sensitivity for the others."),
      ResultColumn(
        "donor_rule", .text,
        "asked, same-municipality, without-neighbours, with-neighbours, size-band, any-size or without-heaviest-donor."
      ),
      ResultColumn("window", .text, "all, last-half or without-selection: which periods before the start."),
      ResultColumn("estimate", .number, "The effect found."),
      ResultColumn("lower", .number, "The lower end of its interval."),
      ResultColumn("upper", .number, "The upper end of its interval."),
      ResultColumn("confidence", .number, "The level of the intervals, such as 0.95."),
      ResultColumn("p_value", .number, "Two-sided p-value among the placebos."),
      ResultColumn("p_floor", .number, "The smallest p-value so many placebos can give."),
      ResultColumn("placebos", .integer, "How many placebos there are."),
      ResultColumn("donors", .integer, "How many zones were compared with."),
      ResultColumn("pre_periods", .integer, "How many periods lie before the start."),
      ResultColumn("pre_rmspe", .number, "Root of the mean squared gap before the start."),
      ResultColumn("same_sign", .boolean, "Whether the estimate has the headline's sign."),
      ResultColumn("within_headline", .boolean, "Whether the estimate lies in the headline's interval."),
      ResultColumn(
        "agreement", .text,
        "headline, agrees (in the headline's interval), other-size (outside, with its sign) or other-sign (outside, with the other)."
      ),
      ResultColumn("reason", .text, "Why there is no estimate or no interval; null where there are both."),
    ])

  /// `effect --sensitivity`, table `checks`: one row a doubt about the headline.
  public static let effectChecks = ResultSchema(
    verb: "effect", table: "checks",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("check", .text, "The id of the check."),
      ResultColumn(
        "verdict", .text, "ok, doubt or not-possible; ok says that this doubt does not explain the headline."),
      ResultColumn("measure", .text, "What `value` is: effect, difference, ratio, donors or distance."),
      ResultColumn("value", .number, "What was found."),
      ResultColumn(
        "low", .number,
        "The lowest of several, or the lower end of an interval; of levels-or-movements the effect on levels."
      ),
      ResultColumn(
        "high", .number,
        "The highest of several, or the upper end; of weights the largest; of levels-or-movements the effect on movements."
      ),
      ResultColumn(
        "mean", .number,
        "The mean of several; of numerator-or-denominator the numerators' part; of expected-return the reliability."
      ),
      ResultColumn("reference", .number, "What the value is held against."),
      ResultColumn("p_value", .number, "Two-sided p-value among placebos, where there are some."),
      ResultColumn("p_floor", .number, "The smallest p-value so many placebos can give."),
      ResultColumn("count", .integer, "How many cases it rests on."),
      ResultColumn("disjoint", .integer, "Of placebo districts: how many share no zone."),
      ResultColumn("concerns", .text, "The zone, the zones or the periods it is about."),
      ResultColumn(
        "breakdown", .text, "The zone or period without which the effect is zero or has the other sign."),
      ResultColumn("diagnostics", .texts, "Ids of what is worth knowing about the row."),
      ResultColumn("reason", .text, "Why the check is not possible."),
    ])

  /// `effect --districts`, table `districts`: the treated as one district, and the districts that could have been in its place.
  public static let effectDistricts = ResultSchema(
    verb: "effect", table: "districts",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("role", .text, "treated or placebo."),
      ResultColumn("zones", .integer, "How many zones the district has."),
      ResultColumn("population", .number, "Persons, a mean period."),
      ResultColumn("estimate", .number, "The effect found for the district."),
      ResultColumn("pre_rmspe", .number, "Root of the mean squared gap before the start."),
      ResultColumn("rmspe_ratio", .number, "The same from the start on, over that before."),
      ResultColumn("reason", .text, "Why there is no estimate; null where there is one."),
    ])

  /// `effect --placebo-weights`, table `placebo_weights`: the donors behind every placebo.
  public static let effectPlaceboWeights = ResultSchema(
    verb: "effect", table: "placebo_weights",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("donor", .text, "The donor's code."),
      ResultColumn("donor_name", .text, "The donor's name."),
      ResultColumn("weight", .number, "The donor's weight; those of zero are left out."),
    ])
}
