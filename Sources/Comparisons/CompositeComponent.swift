import Distributions
import Estimates
import Indicators

/// One component of a composite index: an indicator's figures for the zones of one period.
///
///     let share = try CompositeComponent(
///       id: "low-income", better: .lowerIsBetter, kind: .proportion, values: [12, 9, 20],
///       counts: [(12, 100), (9, 100), (20, 100)])
///
/// - Shape: one figure a zone, in the order of the index's zones, all finite: zones without a figure are left out, or their
///   component is, before.
/// - Counts, where known, say how uncertain each figure is: shares and rates are redrawn from them. Figures without counts are
///   taken as they are, and the index says so.
public struct CompositeComponent: Sendable {
  /// The indicator.
  public let id: String
  /// Which way is better.
  public let better: Direction
  /// What kind of figure; decides how it is redrawn.
  public let kind: IndicatorKind?
  /// The figures; `nil` where a zone has none.
  public let values: [Double?]
  /// Numerator and denominator of each figure; `nil` where unknown.
  public let counts: [(numerator: Double, denominator: Double)?]

  /// A component.
  ///
  /// - Throws: ``Estimates/StatisticsError/unequalLengths(_:_:_:)`` and ``Estimates/StatisticsError/notFinite(what:)``.
  public init(
    id: String, better: Direction, kind: IndicatorKind? = nil, values: [Double?],
    counts: [(numerator: Double, denominator: Double)?]? = nil
  ) throws(StatisticsError) {
    let counts = counts ?? values.map { _ in nil }
    guard counts.count == values.count else { throw .unequalLengths(id, values.count, counts.count) }
    guard values.allSatisfy({ $0?.isFinite ?? true }) else { throw .notFinite(what: id) }
    self.id = id
    self.better = better
    self.kind = kind
    self.values = values
    self.counts = counts
  }

  /// Whether every figure can be redrawn from its counts.
  public var hasSamplingError: Bool {
    (kind == .proportion || kind == .rate) && zip(values, counts).allSatisfy { $0 == nil || $1 != nil }
  }

  /// The figure of a zone drawn anew: a share from Beta(x + ½, n − x + ½), a rate from Gamma(x + ½)/n, on the scale x/n.
  ///
  /// The half keeps zones without events uncertain (Jeffreys). Since scores do not depend on the unit, the multiplier of the
  /// figures need not be known.
  func redrawn(_ zone: Int, _ stream: inout RandomStream) -> Double? {
    guard let value = values[zone] else { return nil }
    guard hasSamplingError, let (x, n) = counts[zone], n > 0, x >= 0 else { return value }
    if kind == .proportion { return x <= n ? (try? stream.beta(x + 0.5, n - x + 0.5)) ?? value : value }
    return (try? stream.gamma(shape: x + 0.5)).map { $0 / n } ?? value
  }
}
