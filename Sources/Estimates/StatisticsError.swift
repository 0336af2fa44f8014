import Indicators

/// Why a statistic cannot be computed from the numbers it was given.
public enum StatisticsError: LevekarError, Equatable {
  /// The denominator is zero or negative.
  case emptyDenominator(Double)
  /// A count is negative.
  case negativeCount(Double)
  /// The numerator of a share is larger than its denominator.
  case numeratorExceedsDenominator(numerator: Double, denominator: Double)
  /// Too few observations for the method.
  case tooFewObservations(needed: Int, found: Int)
  /// A number is not finite.
  case notFinite(what: String)
  /// Two columns that belong together have unequal lengths.
  case unequalLengths(String, Int, Int)
  /// All observations are at the same time.
  case noVariationInTime
  /// Hidden figures where the method needs numbers.
  case suppressedInput(count: Int)
  /// Overlapping periods where the method needs independent ones.
  case overlappingPeriods
  /// Points at unequal distances where the method counts in steps.
  case unequalSpacing
  /// A numerator equals its denominator, so the share has no logit.
  case shareOfOne
  /// Neighbouring points are so alike that a series without them has nothing left.
  case randomWalk
  /// A test within seasons of figures that have none.
  case noSeasons
  /// Fewer points than the test needs to find anything at the level asked for.
  case cannotReachLevel(needed: Int, found: Int)
  /// A value that is not positive where its logarithm is needed.
  case notPositive(Double)
  /// All counts are zero.
  case noEvents
  /// The likelihood has no largest value: the fitted trend grows steeper for ever.
  case separation
  /// Figures without numerator and denominator where the method needs counts.
  case needsParts
  /// An iteration did not settle.
  case notConverged
  /// A parameter outside its range.
  case parameter(name: String, value: Double)

  /// The stable id.
  public var code: String {
    switch self {
    case .emptyDenominator: "empty-denominator"
    case .negativeCount: "negative-count"
    case .numeratorExceedsDenominator: "share-above-one"
    case .tooFewObservations: "too-few-points"
    case .notFinite: "not-finite"
    case .unequalLengths: "unequal-lengths"
    case .noVariationInTime: "no-variation-in-time"
    case .suppressedInput: "suppressed"
    case .overlappingPeriods: "overlapping-periods"
    case .unequalSpacing: "unequal-spacing"
    case .randomWalk: "random-walk"
    case .shareOfOne: "share-of-one"
    case .noSeasons: "no-seasons"
    case .cannotReachLevel: "cannot-reach-level"
    case .notPositive: "zero-on-log-scale"
    case .noEvents: "no-events"
    case .separation: "separation"
    case .needsParts: "needs-numerator-and-denominator"
    case .notConverged: "not-converged"
    case .parameter: "parameter-out-of-range"
    }
  }

  /// The same as a reason of a result row.
  public var reason: Reason { Reason(code) }

  /// Refused where the data do not allow the method; bad data where the numbers contradict themselves.
  public var kind: ErrorKind {
    switch self {
    case .negativeCount, .numeratorExceedsDenominator, .notFinite: .badData
    case .parameter, .unequalLengths: .usage
    default: .refused
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .emptyDenominator(let value): ["denominator": "\(value)"]
    case .negativeCount(let value): ["count": "\(value)"]
    case .numeratorExceedsDenominator(let numerator, let denominator):
      ["numerator": "\(numerator)", "denominator": "\(denominator)"]
    case .tooFewObservations(let needed, let found), .cannotReachLevel(let needed, let found):
      ["needed": "\(needed)", "found": "\(found)"]
    case .notFinite(let what): ["what": what]
    case .unequalLengths(let what, let one, let other): ["what": what, "one": "\(one)", "other": "\(other)"]
    case .notPositive(let value): ["value": "\(value)"]
    case .noVariationInTime, .overlappingPeriods, .unequalSpacing, .noSeasons, .shareOfOne, .noEvents,
      .separation, .notConverged, .needsParts, .randomWalk:
      [:]
    case .suppressedInput(let count): ["count": "\(count)"]
    case .parameter(let name, let value): ["parameter": name, "value": "\(value)"]
    }
  }
}
