/// The id of something worth knowing about a result or an input, such as `small-numerator`.
///
/// Open: a target adds its own ids as static members of an extension. Each id has an article behind
/// `levekar explain`.
public struct Diagnostic: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The kebab-case id.
  public let rawValue: String

  /// The diagnostic with this id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The diagnostic with this id.
  public init(_ id: String) { self.rawValue = id }

  /// The id.
  public var description: String { rawValue }

  /// By id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Why a number does not exist, such as `suppressed` or `needs-numerator-and-denominator`.
///
/// Open, like ``Diagnostic``. A cell without a number always carries one. It is an `Error` so that a result can be an
/// estimate or a reason; what stops a whole call is a ``LevekarError``.
public struct Reason: RawRepresentable, Error, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The kebab-case id.
  public let rawValue: String

  /// The reason with this id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The reason with this id.
  public init(_ id: String) { self.rawValue = id }

  /// The id.
  public var description: String { rawValue }

  /// By id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Reason {
  /// No figure was reported.
  public static let missing = Reason("missing")
  /// A figure cannot exist here, such as a zone outside its code's life.
  public static let notApplicable = Reason("not-applicable")
  /// The figure is hidden for confidentiality.
  public static let suppressed = Reason("suppressed")
  /// The operation needs numerator and denominator; a bare percentage, median or index will not do.
  public static let needsNumeratorAndDenominator = Reason("needs-numerator-and-denominator")
  /// The operation on means needs the number of observations and the standard deviation.
  public static let needsCountAndDeviation = Reason("needs-count-and-deviation")
  /// The denominator is zero.
  public static let emptyDenominator = Reason("empty-denominator")
  /// Part of what is asked for is not in the data.
  public static let zoneNotInData = Reason("zone-not-in-data")
  /// The period is not in the data.
  public static let periodNotInData = Reason("period-not-in-data")
  /// Too few observed points for the method.
  public static let tooFewPoints = Reason("too-few-points")
  /// The periods overlap, so they are not independent observations.
  public static let overlappingPeriods = Reason("overlapping-periods")
  /// Unit or scale is unknown, so the numbers may not be combined.
  public static let unknownUnit = Reason("unknown-unit")
  /// The kind of figure (share, count, mean, …) is unknown, so no interval can be chosen.
  public static let unknownKind = Reason("unknown-kind")
  /// No kind of interval exists for this kind of figure without more information.
  public static let noIntervalForKind = Reason("no-interval-for-kind")
  /// The cube has no zone dimension.
  public static let noZoneDimension = Reason("no-zone-dimension")
  /// The cube has no time dimension.
  public static let noTimeDimension = Reason("no-time-dimension")
  /// The file describes data but holds no figures.
  public static let noFigures = Reason("no-figures")
  /// The comparison is of a zone with itself.
  public static let sameZone = Reason("same-zone")
  /// Subtracting the part from the whole gives a negative number: the two do not belong together.
  public static let partExceedsWhole = Reason("part-exceeds-whole")
}

/// How much a ``Finding`` matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing.
  case note
  /// Something was left out or assumed.
  case warning
  /// Something is wrong with the data.
  case error

  /// By weight.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One occurrence of a ``Diagnostic``: what, how much it matters, where, how often, and the values at fault.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public var diagnostic: Diagnostic
  /// How much it matters.
  public var severity: Severity
  /// The first place it was found.
  public var place: Place?
  /// The offending values, by name, as text.
  public var arguments: [String: String]
  /// How many times it was found; the place is the first.
  public var count: Int

  /// A finding.
  public init(
    _ diagnostic: Diagnostic, severity: Severity = .warning, place: Place? = nil,
    arguments: [String: String] = [:], count: Int = 1
  ) {
    self.diagnostic = diagnostic
    self.severity = severity
    self.place = place
    self.arguments = arguments
    self.count = count
  }
}
