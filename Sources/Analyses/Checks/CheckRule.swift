import Estimates
import Indicators

/// One rule of the quality gate.
public protocol CheckRule: Sendable {
  /// The rule's id, such as `share-above-one`.
  var id: Diagnostic { get }
  /// Everything in a panel that breaks the rule.
  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation]
}

/// One place where a rule is broken.
public struct CheckViolation: Sendable, Equatable {
  /// How much it matters.
  public let severity: Severity
  /// The zone's code.
  public let zone: String
  /// The period; `nil` for the whole series.
  public let period: Period?
  /// What was found.
  public let found: Double?
  /// What would have been right, as a limit.
  public let expected: Double?

  /// A violation.
  public init(severity: Severity, zone: String, period: Period?, found: Double?, expected: Double?) {
    self.severity = severity
    self.zone = zone
    self.period = period
    self.found = found
    self.expected = expected
  }
}
