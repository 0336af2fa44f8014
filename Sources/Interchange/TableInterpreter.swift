import Indicators

extension Diagnostic {
  /// A row without a period that can be read; it was left out.
  public static let missingPeriod = Diagnostic("missing-period")
  /// A row without a zone; it was left out.
  public static let missingZone = Diagnostic("missing-zone")
  /// A cell of figures that holds other text; it counts as missing.
  public static let unreadableCell = Diagnostic("unreadable-cell")
  /// `*` instead of a figure; the cell counts as hidden.
  public static let starIsHidden = Diagnostic("star-is-hidden")
  /// Several rows for the same zone, period and strata.
  public static let duplicateKey = Diagnostic("duplicate-key")
  /// Names with destroyed letters; zones are matched by their codes.
  public static let destroyedName = Diagnostic("destroyed-name")
}

/// Makes a cube of a table by the rules for foreign data.
///
/// The zone and period columns, the measures and the splits are found by their headers, in English and Norwegian, and
/// confirmed by their cells; ``ReadingOptions`` overrides. Windows win over single years. Units are never inferred.
/// Cells keep their status: a sign is never zero, except `-` in counts of Statistics Norway. Rows without a zone or
/// period are left out and counted; every other bad cell is a missing figure with a finding. A table without zone, time
/// or figures is a cube that refuses analysis.
public enum TableInterpreter {
  /// The cube of `table`, and what was understood.
  ///
  /// - Throws: ``InterchangeError`` where an option names a column or measure that is not there.
  public static func interpret(
    _ table: Table, path: String, format: ReadingSummary.Format, options: ReadingOptions = ReadingOptions(),
    findings: [Finding] = []
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    var assignment = try ColumnAssignment(table, options: options, path: path)
    var builder = CubeBuilder(table, options: options, path: path, format: format, findings: findings)
    builder.build(&assignment)
    // Rows that cannot be told apart may be told apart by a column that was left out.
    var untried = assignment.spare + assignment.values.filter { builder.couldSplit($0, assignment) }
    while builder.duplicates != nil, !untried.isEmpty {
      var trial = assignment
      trial.promote(untried.removeFirst())
      guard !trial.values.isEmpty || assignment.values.isEmpty || trial.numerator != nil else { continue }
      var attempt = CubeBuilder(table, options: options, path: path, format: format, findings: findings)
      attempt.build(&trial)
      if (attempt.duplicates?.count ?? 0) < (builder.duplicates?.count ?? 0) {
        assignment = trial
        builder = attempt
      }
    }
    return try builder.finish(&assignment)
  }
}
