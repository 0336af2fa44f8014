import Estimates

extension Schemas {
  /// `standardise`: rates with the ages of a standard, or at the rates of a reference. `estimate` equals `rate`; `n` is
  /// events.
  public static let standardise = ResultSchema(
    verb: "standardise",
    columns: SharedColumns.head + [
      ResultColumn("period", .text, "The period's code, or the first and last of the periods summed.")
    ] + SharedColumns.headline + [
      ResultColumn("type", .text, "direct or indirect."),
      ResultColumn(
        "standard", .text,
        "The standard population; of indirect rates the reference: a zone's code or a file."),
      ResultColumn("rate", .number, "The standardised rate, in `unit`."),
      ResultColumn("crude_rate", .number, "The rate without standardisation, in `unit`."),
      ResultColumn("observed", .number, "The number of events."),
      ResultColumn("population", .number, "Persons or person-years."),
      ResultColumn("expected", .number, "The events expected at the reference's rates; indirect only."),
      ResultColumn("smr", .number, "100 times observed over expected: 100 for the reference; indirect only."),
      ResultColumn("smr_lower", .number, "The lower end of its interval."),
      ResultColumn("smr_upper", .number, "The upper end of its interval."),
      ResultColumn("age_bands", .integer, "How many age bands the rate is made of."),
      ResultColumn("periods_used", .integer, "How many periods have figures and are summed."),
    ] + SharedColumns.tail)
}
