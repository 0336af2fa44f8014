/// What can go wrong when the example is made or checked.
public enum ExampleError: Error, CustomStringConvertible {
  /// A file cannot be read.
  case unreadable(path: String)
  /// A file cannot be written.
  case unwritable(path: String)
  /// A line does not have the fields it should have.
  case badLine(path: String, line: Int)
  /// Population is missing for a zone and year.
  case noPopulation(zone: String, year: Int)
  /// Committed files differ from what the generator makes.
  case differs(paths: [String])

  /// The sentence.
  public var description: String {
    switch self {
    case .unreadable(let path): "cannot read \(path)"
    case .unwritable(let path): "cannot write \(path)"
    case .badLine(let path, let line): "\(path), line \(line): not the expected fields"
    case .noPopulation(let zone, let year): "no population for \(zone) in \(year)"
    case .differs(let paths): "differs from what the generator makes: \(paths.joined(separator: ", "))"
    }
  }
}
