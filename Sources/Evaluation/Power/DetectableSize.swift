import Foundation

/// A detectable effect in units that people use: per cent of the level, and people a year.
///
///     detectable.size(level: 48, denominator: 2_500, multiplier: 1_000).people   // fewer or more a year
///
/// - A change on the scale of the outcome is turned into one of the level L: d itself on the natural scale, L(eᵈ − 1) or
///   L(1 − e⁻ᵈ) on the logarithmic one, (√L + d)² − L or L − (√L − d)² on the square-root one. For two-sided tests and rises it
///   is the rise, which is the larger; for tests of a fall it is the fall, at most the level itself.
/// - Unit: per cent of the level; people a year are the change times denominator over multiplier.
/// - Missing: without a level there is no per cent, without a denominator no people; neither is taken for zero.
public struct DetectableSize: Sendable, Equatable {
  /// On what scale the outcomes of the design are.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// As published.
    case natural
    /// Natural logarithms.
    case logarithm
    /// Square roots.
    case squareRoot = "square-root"
  }

  /// The effect on the scale of the design.
  public let effect: Double
  /// The change of the level, in the published unit; `nil` where the scale needs a level and there is none.
  public let change: Double?
  /// The same in per cent of the level; `nil` without a level above zero.
  public let percent: Double?
  /// The same as people (or events) a year; `nil` without a denominator.
  public let people: Double?
}

extension DetectableEffect {
  /// The effect in units that people use.
  ///
  /// - Parameters:
  ///   - level: The counterfactual or the baseline level in the published unit; `nil` where unknown.
  ///   - scale: On what scale the outcomes of the design are.
  ///   - denominator: How many people the level is of; `nil` where unknown. One for a count.
  ///   - multiplier: What the published figure is multiplied with: 100 for per cent, 1 000 for per thousand.
  public func size(
    level: Double?, scale: DetectableSize.Scale = .natural, denominator: Double? = nil,
    multiplier: Double = 1
  ) -> DetectableSize {
    let level = level.flatMap { $0.isFinite ? $0 : nil }
    let change = Self.change(value, level: level, scale: scale, falls: alternative == .less)
    let percent: Double? =
      if scale == .logarithm {
        alternative == .less ? -expm1(-value) * 100 : expm1(value) * 100
      } else if let change, let level, level != 0 { change / abs(level) * 100 } else { nil }
    let people: Double? =
      if let change, let denominator, denominator > 0, multiplier > 0, denominator.isFinite {
        change * denominator / multiplier
      } else { nil }
    return DetectableSize(
      effect: value, change: change, percent: percent.flatMap { $0.isFinite ? $0 : nil },
      people: people.flatMap { $0.isFinite ? $0 : nil })
  }

  private static func change(_ effect: Double, level: Double?, scale: DetectableSize.Scale, falls: Bool)
    -> Double?
  {
    if scale == .natural { return effect }
    guard let level, level > 0 else { return nil }
    let change: Double
    switch scale {
    case .natural: change = effect
    case .logarithm: change = falls ? -level * expm1(-effect) : level * expm1(effect)
    case .squareRoot:
      let root = level.squareRoot()
      let low = max(0, root - effect)
      change = falls ? level - low * low : (root + effect) * (root + effect) - level
    }
    return change.isFinite ? change : nil
  }
}
