import Indicators
import Regression

/// Why an effect cannot be estimated. Units are counted from 0 in the order of the design, donors first.
public enum EffectError: LevekarError, Equatable {
  /// Nobody to compare with.
  case noDonors
  /// Nobody treated.
  case noTreated
  /// Nothing before the start.
  case noPrePeriods
  /// Nothing from the start on.
  case noPostPeriods
  /// Fewer donors than the method needs.
  case tooFewDonors(needed: Int, found: Int)
  /// Fewer periods before the start than the method needs.
  case tooFewPrePeriods(needed: Int, found: Int)
  /// Fewer periods from the start on than the method needs.
  case tooFewPostPeriods(needed: Int, found: Int)
  /// Fewer treated units than an error by clusters can be trusted with.
  case tooFewTreated(needed: Int, found: Int)
  /// Columns that belong together do not fit.
  case shape(what: String, expected: Int, found: Int)
  /// An outcome is infinite or not a number.
  case notFinite(unit: Int, period: Int)
  /// A size is not above zero.
  case size(unit: Int, value: Double)
  /// No such donor, or one named twice.
  case unknownDonor(Int)
  /// All outcomes are the same: there is nothing to tell an effect from.
  case constantOutcomes
  /// The method needs to know how large the units are.
  case needsSizes
  /// The method counts events, and the figures are no whole numbers of them.
  case needsCounts
  /// A parameter outside its range.
  case parameter(name: String, value: Double)
  /// All or none of the counts that an effect would be read from are events: its logarithm has no value.
  case noEvents
  /// A column that adds nothing to the effects of units and periods, or to the columns before it.
  case dependentColumn(String)
  /// An iteration did not settle.
  case notConverged
  /// Starts, ends and rows of several cohorts that do not fit together.
  case cohorts(CohortFault)
  /// The linear algebra failed for a reason of its own.
  case numerical(detail: String)
  /// The list of neighbours does not have a zone whose neighbours are asked for.
  case zoneNotOnMap(String)
  /// Donors are to be chosen by municipality, and nobody knows the treated zone's.
  case municipalityUnknown(String)
  /// A regression under the estimate has no answer.
  case regression(RegressionError)

  /// The stable id.
  public var code: String {
    switch self {
    case .noDonors: "no-donors"
    case .noTreated: "no-treated"
    case .noPrePeriods: "no-pre-periods"
    case .noPostPeriods: "no-post-periods"
    case .tooFewDonors: "too-few-donors"
    case .tooFewPrePeriods: "too-few-pre-periods"
    case .tooFewPostPeriods: "too-few-post-periods"
    case .tooFewTreated: "too-few-treated"
    case .shape: "unequal-lengths"
    case .notFinite: "not-finite"
    case .size: "bad-size"
    case .unknownDonor: "unknown-donor"
    case .constantOutcomes: "constant-outcomes"
    case .needsSizes: "needs-sizes"
    case .needsCounts: "needs-counts"
    case .parameter: "parameter-out-of-range"
    case .noEvents: "no-events"
    case .dependentColumn: "dependent-columns"
    case .notConverged: "not-converged"
    case .cohorts(let fault): fault.code
    case .numerical: "numerical-failure"
    case .zoneNotOnMap: "zone-not-on-map"
    case .municipalityUnknown: "municipality-unknown"
    case .regression(let error): error.code
    }
  }

  /// The same as a reason of a result row.
  public var reason: Reason { Reason(code) }

  /// Refused where the data do not allow the method; bad data where numbers are no numbers.
  public var kind: ErrorKind {
    switch self {
    case .shape, .unknownDonor, .parameter, .zoneNotOnMap, .municipalityUnknown: .usage
    case .notFinite, .size: .badData
    case .regression(let error): error.kind
    case .cohorts(let fault): fault.kind
    default: .refused
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .tooFewDonors(let needed, let found), .tooFewPrePeriods(let needed, let found),
      .tooFewPostPeriods(let needed, let found), .tooFewTreated(let needed, let found):
      ["needed": "\(needed)", "found": "\(found)"]
    case .shape(let what, let expected, let found):
      ["what": what, "expected": "\(expected)", "found": "\(found)"]
    case .notFinite(let unit, let period): ["unit": "\(unit)", "period": "\(period)"]
    case .size(let unit, let value): ["unit": "\(unit)", "value": "\(value)"]
    case .unknownDonor(let donor): ["donor": "\(donor)"]
    case .parameter(let name, let value): ["parameter": name, "value": "\(value)"]
    case .cohorts(let fault): fault.arguments
    case .numerical(let detail): ["detail": detail]
    case .dependentColumn(let name):
      ["column": name, "columns": name, "combination": "\(name) = unit & period"]
    case .zoneNotOnMap(let zone), .municipalityUnknown(let zone): ["zone": zone]
    case .regression(let error): error.arguments
    case .noDonors, .noTreated, .noPrePeriods, .noPostPeriods, .constantOutcomes, .needsSizes, .needsCounts,
      .notConverged,
      .noEvents:
      [:]
    }
  }
}
