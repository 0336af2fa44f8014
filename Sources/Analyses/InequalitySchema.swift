import Estimates

extension Schemas {
  /// `inequality`: how unequal groups or zones are. `zone` is the whole that is measured; `n` is persons, or units where the
  /// figures do not say how many persons.
  public static let inequality = ResultSchema(
    verb: "inequality",
    columns: SharedColumns.head + [
      SharedColumns.period,
      ResultColumn("measure", .text, "The measure, such as sii-ohid or gini."),
    ] + SharedColumns.headline + [
      ResultColumn("units", .integer, "How many groups or zones it is over."),
      ResultColumn(
        "contrast", .text,
        "top-minus-bottom or bottom-minus-top: which end of the ranking comes first; null where it does not matter."
      ),
      ResultColumn("expected", .number, "Of segregation: the index if chance alone placed people."),
      ResultColumn("chance_lower", .number, "The lower end of what chance gives."),
      ResultColumn("chance_upper", .number, "The upper end of what chance gives."),
      ResultColumn(
        "corrected", .number, "The index with chance taken out: 0 as by chance, 1 at full segregation."),
      ResultColumn("p_value", .number, "One-sided p-value of no more segregation than by chance."),
    ] + SharedColumns.tail)
}
