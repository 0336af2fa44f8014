import Interchange

/// Ten million rows of five columns to typed columns, from the file.
func delimitedText(_ request: Request) throws -> Answer {
  var options = ReadingOptions()
  options.threads = request.threads
  let (seconds, table) = try request.time {
    let source = try ByteSource(contentsOf: request.folder + "/text.csv", threads: request.threads)
    return try DelimitedTable.read(source, options: options).table
  }
  var digest = [("rows", Double(table.rowCount))]
  for column in table.columns {
    if case .numbers(let cells) = column.cells { digest.append((column.name, cells.values.reduce(0, +))) }
  }
  return Answer(times: [("seconds", seconds)], digest: digest)
}
