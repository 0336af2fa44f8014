import Indicators

/// What is wrong with the starts, the ends or the rows of a ``CohortDesign``. Units and periods are counted from 0.
public enum CohortFault: Sendable, Equatable {
  /// A unit has two figures for the same period.
  case duplicate(unit: Int, period: Int)
  /// The rows of a unit name different starts, or different ends.
  case startVaries(unit: Int)
  /// A unit ends at its start or before it, or ends without having started.
  case stopBeforeStart(unit: Int)
  /// A covariate is infinite or not a number.
  case covariate(unit: Int, column: Int)
  /// An estimator of one start is asked about zones with several.
  case severalStarts
  /// A unit starts or ends within a period that is neither with nor without the programme then.
  case withinPeriod(unit: Int, period: Int)
  /// The periods of the rows lie too far apart to be years of one panel.
  case periodSpan(first: Int, last: Int)

  /// The stable id.
  public var code: String {
    switch self {
    case .duplicate: "duplicate-cell"
    case .startVaries: "start-varies"
    case .stopBeforeStart: "stop-before-start"
    case .covariate: "bad-covariate"
    case .severalStarts: "several-starts"
    case .withinPeriod: "start-within-period"
    case .periodSpan: "period-span"
    }
  }

  /// Bad data, but for a question the method is not for.
  public var kind: ErrorKind {
    switch self {
    case .severalStarts, .withinPeriod: .refused
    default: .badData
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .severalStarts: [:]
    case .duplicate(let unit, let period), .withinPeriod(let unit, let period):
      ["unit": "\(unit)", "period": "\(period)"]
    case .startVaries(let unit), .stopBeforeStart(let unit): ["unit": "\(unit)"]
    case .covariate(let unit, let column): ["unit": "\(unit)", "column": "\(column)"]
    case .periodSpan(let first, let last): ["first": "\(first)", "last": "\(last)"]
    }
  }
}
