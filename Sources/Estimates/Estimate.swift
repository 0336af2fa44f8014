import Indicators

/// One estimated number with what is needed to trust it: interval, standard error, method, n, diagnostics.
///
/// Not generic, so that a report can hold `[Estimate]`. The value is always a finite number: what cannot be computed is
/// thrown, or is a ``Indicators/Reason`` where an estimate would have been.
public struct Estimate: Sendable, Hashable {
  /// The value, in the unit of what it estimates.
  public let value: Double
  /// The interval; `nil` where the method gives none, and then ``intervalReason`` says why.
  public let interval: ConfidenceInterval?
  /// Why there is no interval.
  public let intervalReason: Reason?
  /// The standard error; `nil` where the method has none.
  public let standardError: Double?
  /// How it was computed.
  public let method: Method
  /// How many observations, persons or events it rests on; `nil` where that has no meaning.
  public let n: Double?
  /// What is worth knowing about it, in order of id.
  public let diagnostics: [Diagnostic]

  /// An estimate.
  public init(
    _ value: Double, interval: ConfidenceInterval? = nil, intervalReason: Reason? = nil,
    standardError: Double? = nil, method: Method, n: Double? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.value = value
    self.interval = interval
    self.intervalReason = interval == nil ? intervalReason : nil
    self.standardError = standardError
    self.method = method
    self.n = n
    self.diagnostics = diagnostics.sorted()
  }

  /// The estimate in another unit: value, interval and standard error times a factor.
  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value * factor, interval: interval?.scaled(by: factor), intervalReason: intervalReason,
      standardError: standardError.map { $0 * abs(factor) }, method: method, n: n, diagnostics: diagnostics)
  }
}
