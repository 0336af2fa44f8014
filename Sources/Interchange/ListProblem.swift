import Indicators

/// What is wrong in a row of a list that the programme keeps itself: zones or neighbours.
public enum ListProblem: Sendable, Equatable {
  /// A column that must be there is not.
  case missingColumn(String, known: [String])
  /// A header that the list does not have.
  case unknownColumn(String, nearest: String?)
  /// A row with another number of cells than the header.
  case raggedRow(expected: Int, found: Int)
  /// A cell that must hold something is empty.
  case emptyCell(column: String)
  /// A day that is not written `yyyy-mm-dd`.
  case notADay(String)
  /// A weight that is no number from 0 up.
  case notAWeight(String)
  /// A zone that ends before it begins, or on the same day.
  case reversedValidity(from: String, to: String)
  /// A text that is no age band.
  case notAnAgeBand(String)
  /// A text that is no number, or a negative one.
  case notACount(String)
  /// Two age bands that share an age.
  case overlappingAges(String, String)
  /// Weights or persons that contradict themselves or are all zero.
  case noPersons
  /// Rows that do not fit together.
  case inconsistent(IndicatorsError)

  /// The stable id.
  public var code: String {
    switch self {
    case .missingColumn: "missing-column"
    case .unknownColumn: "unknown-column"
    case .raggedRow: "ragged-row"
    case .emptyCell: "empty-cell"
    case .notADay: "not-a-day"
    case .notAWeight: "not-a-weight"
    case .reversedValidity: "reversed-validity"
    case .notAnAgeBand: "not-an-age-band"
    case .notACount: "not-a-count"
    case .overlappingAges: "overlapping-age-bands"
    case .noPersons: "no-persons-in-list"
    case .inconsistent(let error): error.code
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    switch self {
    case .missingColumn(let name, let known): ["name": name, "known": known.joined(separator: ", ")]
    case .unknownColumn(let name, let nearest):
      nearest.map { ["name": name, "nearest": $0] } ?? ["name": name]
    case .raggedRow(let expected, let found): ["expected": "\(expected)", "found": "\(found)"]
    case .emptyCell(let column): ["column": column]
    case .notADay(let text), .notAWeight(let text), .notAnAgeBand(let text), .notACount(let text):
      ["text": text]
    case .overlappingAges(let one, let other): ["one": one, "other": other]
    case .noPersons: [:]
    case .reversedValidity(let from, let to): ["valid-from": from, "valid-to": to]
    case .inconsistent(let error): error.arguments
    }
  }
}
