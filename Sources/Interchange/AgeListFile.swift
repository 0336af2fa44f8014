import Indicators

/// Reads a standard population: one row an age band, columns `age` and `weight`.
///
///     age;weight
///     0-4;5000
///     5-9;5500
///
/// In Norwegian the columns may be called `alder` and `vekt`. Bands must not overlap; weights are not negative, and some
/// is above zero.
public enum StandardPopulationFile {
  /// Reads the file at a path; the standard is called what the file is.
  ///
  /// - Throws: ``InterchangeError/list(_:_:)`` with the row at fault.
  public static func read(_ path: String) throws(InterchangeError) -> StandardPopulation {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source; see ``read(_:)-(String)``.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> StandardPopulation {
    let list = try AgeList(
      source, columns: [("weight", ["vekt", "weights", "vekter", "population", "personer"])])
    let strata = list.rows.map { (band: $0.band, weight: $0.numbers[0]) }
    guard let standard = StandardPopulation(id: list.name, strata) else {
      throw list.error(.noPersons)
    }
    return standard
  }
}

/// Reads the events and persons of a reference: one row an age band, columns `age`, `events` and `population`.
///
///     alder;hendelser;folketall
///     0-44;120;61000
///     45+;410;48000
///
/// Counts are asked for and not rates: a rate does not say per how many it is, nor how many persons are behind it.
public enum ReferencePopulationFile {
  /// Reads the file at a path; the reference is called what the file is.
  ///
  /// - Throws: ``InterchangeError/list(_:_:)`` with the row at fault.
  public static func read(_ path: String) throws(InterchangeError) -> ReferencePopulation {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source; see ``read(_:)-(String)``.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> ReferencePopulation {
    let list = try AgeList(
      source,
      columns: [
        ("events", ["hendelser", "numerator", "teller", "count", "antall", "refcount"]),
        ("population", ["folketall", "personer", "persons", "denominator", "nevner", "refpop"]),
      ])
    let strata = list.rows.map { (band: $0.band, events: $0.numbers[0], persons: $0.numbers[1]) }
    guard let reference = ReferencePopulation(id: list.name, strata) else { throw list.error(.noPersons) }
    return reference
  }
}

/// A list of age bands with numbers.
private struct AgeList {
  let name: String
  let rows: [(band: AgeBand, numbers: [Double])]
  private let file: ListFile

  init(_ source: ByteSource, columns: [(name: String, others: [String])]) throws(InterchangeError) {
    let file = try ListFile(source)
    let age = (name: "age", others: ["alder", "age-band", "ageband", "age-group", "aldersgruppe", "band"])
    let required = columns.map(\.name)
    let positions = try file.positions(of: [age] + columns, required: ["age"] + required)
    var rows: [(band: AgeBand, numbers: [Double])] = []
    for row in file.rows {
      guard row.cells.count == file.headers.count else {
        throw file.error(.raggedRow(expected: file.headers.count, found: row.cells.count), line: row.line)
      }
      func cell(_ column: String) -> String { positions[column].map { row.cells[$0] } ?? "" }
      guard let band = AgeBand(cell("age")) else {
        throw file.error(.notAnAgeBand(cell("age")), line: row.line, column: "age")
      }
      if let other = rows.first(where: { $0.band.overlaps(band) })?.band {
        throw file.error(.overlappingAges("\(other)", "\(band)"), line: row.line, column: "age")
      }
      var numbers: [Double] = []
      for column in required {
        guard let number = Self.number(cell(column)) else {
          throw file.error(.notACount(cell(column)), line: row.line, column: column)
        }
        numbers.append(number)
      }
      rows.append((band, numbers))
    }
    self.rows = rows
    self.file = file
    let last = source.path.split(separator: "/").last.map(String.init) ?? source.path
    name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  /// A number that is not negative, with point or comma and spaces between thousands.
  private static func number(_ text: String) -> Double? {
    let plain = String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 })
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Double(plain),
      number.isFinite
    else { return nil }
    return number
  }

  /// The error of the whole list.
  func error(_ problem: ListProblem) -> InterchangeError { file.error(problem, line: file.headerLine) }
}
