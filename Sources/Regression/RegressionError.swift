import Distributions
import Indicators
import LinearAlgebra

/// Why a regression has no answer. Every case holds the values that caused it.
public enum RegressionError: LevekarError, Equatable {
  /// A column, the weights or the mask do not have one value for each observation.
  case length(what: String, expected: Int, found: Int)
  /// Two columns of the design share a name.
  case duplicateColumn(String)
  /// The column is not in the design.
  case unknownColumn(String)
  /// A value is infinite or not a number; rows are counted from 0.
  case notFinite(column: String, row: Int)
  /// A weight must be finite and above zero.
  case weight(row: Int, value: Double)
  /// Fewer observations than coefficients, or as many, so nothing is left to estimate the variance from.
  case tooFewObservations(needed: Int, found: Int)
  /// Columns that add nothing to the ones before them.
  case dependentColumns([DependentColumn])
  /// The lag of a Newey–West covariance must lie in 0..<n.
  case lag(Int, observations: Int)
  /// The time of an observation is infinite or not a number.
  case time(index: Int, value: Double)
  /// Overlapping periods, whose figures are not independent.
  case overlappingPeriods
  /// A count is negative.
  case negativeCount(row: Int, value: Double)
  /// A denominator is negative, or zero under events.
  case emptyDenominator(row: Int, value: Double)
  /// More events than persons, where they are persons.
  case shareAboveOne(numerator: Double, denominator: Double)
  /// All counts are zero: the fitted rate would be zero, and its logarithm has no value.
  case noEvents
  /// All counts equal their denominators.
  case allEvents
  /// The likelihood has no largest value: some combination of columns tells events from none at these rows.
  case separation(rows: [Int])
  /// The iteration has not settled.
  case notConverged(iterations: Int)
  /// A dispersion must be finite and not negative.
  case dispersion(Double)
  /// The linear algebra failed for a reason of its own, such as a result beyond the range of `Double`.
  case numerical(LinearAlgebraError)

  /// The stable id.
  public var code: String {
    switch self {
    case .length: "unequal-lengths"
    case .duplicateColumn: "duplicate-column"
    case .unknownColumn: "unknown-column"
    case .notFinite, .time: "not-finite"
    case .weight: "bad-weight"
    case .tooFewObservations: "too-few-points"
    case .dependentColumns: "dependent-columns"
    case .lag, .dispersion: "parameter-out-of-range"
    case .negativeCount: "negative-count"
    case .emptyDenominator: "empty-denominator"
    case .shareAboveOne: "share-above-one"
    case .noEvents: "no-events"
    case .allEvents: "all-events"
    case .separation: "separation"
    case .notConverged: "not-converged"
    case .overlappingPeriods: "overlapping-periods"
    case .numerical: "numerical-failure"
    }
  }

  /// Refused where the data do not allow the model, bad data where numbers are no numbers.
  public var kind: ErrorKind {
    switch self {
    case .length, .duplicateColumn, .unknownColumn, .lag, .dispersion: .usage
    case .notFinite, .time, .weight, .negativeCount, .emptyDenominator, .shareAboveOne: .badData
    case .tooFewObservations, .dependentColumns, .overlappingPeriods, .numerical, .noEvents, .allEvents,
      .separation, .notConverged:
      .refused
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .length(let what, let expected, let found):
      ["what": what, "expected": "\(expected)", "found": "\(found)"]
    case .duplicateColumn(let name), .unknownColumn(let name): ["column": name]
    case .notFinite(let column, let row): ["column": column, "row": "\(row)"]
    case .weight(let row, let value): ["row": "\(row)", "value": "\(value)"]
    case .tooFewObservations(let needed, let found): ["needed": "\(needed)", "found": "\(found)"]
    case .dependentColumns(let columns):
      [
        "columns": columns.map(\.name).joined(separator: ", "),
        "combination": columns.map { "\($0.name) = \($0.combinationOf.joined(separator: " & "))" }
          .joined(separator: "; "),
      ]
    case .lag(let lag, let observations): ["lag": "\(lag)", "observations": "\(observations)"]
    case .time(let index, let value): ["index": "\(index)", "value": "\(value)"]
    case .negativeCount(let row, let value): ["row": "\(row)", "count": "\(value)"]
    case .emptyDenominator(let row, let value): ["row": "\(row)", "denominator": "\(value)"]
    case .shareAboveOne(let numerator, let denominator):
      ["numerator": "\(numerator)", "denominator": "\(denominator)"]
    case .separation(let rows): ["rows": rows.map { "\($0)" }.joined(separator: ", ")]
    case .notConverged(let iterations): ["iterations": "\(iterations)"]
    case .dispersion(let value): ["parameter": "dispersion", "value": "\(value)"]
    case .overlappingPeriods, .noEvents, .allEvents: [:]
    case .numerical(let error): ["detail": "\(error)"]
    }
  }

  /// What a failure of the linear algebra means for a regression.
  init(_ error: LinearAlgebraError) {
    switch error {
    case .rankDeficient(_, let dependent): self = .dependentColumns(dependent)
    case .tooFewRows(let rows, let columns): self = .tooFewObservations(needed: columns + 1, found: rows)
    default: self = .numerical(error)
    }
  }
}
