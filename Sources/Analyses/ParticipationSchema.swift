import Estimates

extension Schemas {
  /// `participation`: people and inputs by activity, method and period, without a comparator.
  public static let participation = ResultSchema(
    verb: "participation",
    columns: SharedColumns.head + [
      SharedColumns.period,
      ResultColumn("breakdown", .text, "`total`, or the dimension the row is a category of."),
      ResultColumn("category", .text, "The category; null for the total."),
    ] + SharedColumns.headline + [
      ResultColumn("share", .number, "The row's share of the total of its zone and period, in per cent."),
      ResultColumn("population", .number, "Residents the rate is per."),
      ResultColumn("per_1000", .number, "`estimate` per 1 000 residents."),
      ResultColumn("young", .number, "Participants below the age limit."),
      ResultColumn("young_share", .number, "Their share of participants of known age, in per cent."),
      ResultColumn("young_lower", .number, "The lower end of its interval."),
      ResultColumn("young_upper", .number, "The upper end of its interval."),
      ResultColumn("inputs", .number, "Inputs received in the same category, or in all."),
      ResultColumn("inputs_per_participant", .number, "Inputs over participants."),
      ResultColumn("largest_category", .text, "Of a total: the category of the first dimension with most."),
      ResultColumn("largest_share", .number, "Its share of the total, in per cent."),
    ] + SharedColumns.tail)
}
