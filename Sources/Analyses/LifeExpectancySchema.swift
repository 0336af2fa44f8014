import Estimates

extension Schemas {
  /// `life-expectancy`: years a person can expect to live, or to live in good health, and years lost to deaths.
  public static let lifeExpectancy = ResultSchema(
    verb: "life-expectancy",
    columns: SharedColumns.head + [
      ResultColumn("period", .text, "The period's code; of a window the first and last year summed."),
      ResultColumn("age", .integer, "The age the years are counted from; null for years lost."),
    ] + SharedColumns.headline + [
      ResultColumn("expectancy", .number, "The expectancy in years; null for years lost."),
      ResultColumn("standard_error", .number, "The standard error of `estimate`."),
      ResultColumn("deaths", .number, "Deaths at the ages the estimate is about."),
      ResultColumn(
        "person_years", .number, "Person-years at all ages; of years lost at those that can lose years."),
      ResultColumn("periods_used", .integer, "How many periods are summed."),
      ResultColumn("rate", .number, "Years lost per 1 000 person-years."),
      ResultColumn("rate_lower", .number, "The lower end of its interval."),
      ResultColumn("rate_upper", .number, "The upper end of its interval."),
      ResultColumn(
        "against", .text, "The comparator: a zone's code, a group's id, or `rest`, `all`, `parent`."),
      ResultColumn("against_name", .text, "The comparator's name."),
      ResultColumn("comparator_expectancy", .number, "The comparator's expectancy, in years."),
      ResultColumn("difference", .number, "Zone minus comparator, in years."),
      ResultColumn("difference_lower", .number, "The lower end of its interval."),
      ResultColumn("difference_upper", .number, "The upper end of its interval."),
      ResultColumn("p_value", .number, "Two-sided p-value of no difference."),
      ResultColumn(
        "p_adjusted", .number, "The p-value adjusted for the number of rows (Benjamini–Hochberg)."),
    ] + SharedColumns.tail)
}
