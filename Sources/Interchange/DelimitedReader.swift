import Indicators

/// Reads delimited text into cubes.
public enum DelimitedReader {
  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: ``InterchangeError`` when there is no table in it, or an option does not fit. Bad rows are findings.
  public static func read(
    contentsOf path: String, options: ReadingOptions = ReadingOptions()
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    try read(ByteSource(contentsOf: path, threads: options.threads), options: options)
  }

  /// Reads bytes that are already at hand.
  public static func read(
    _ source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    let text = try DelimitedTable.read(source, options: options)
    return try TableInterpreter.interpret(
      text.table, path: source.path, format: .delimited(text.dialect), options: options,
      findings: text.findings)
  }
}
