import Estimates
import Indicators

/// An interval made of the effects a test does not reject, or why there is none.
///
/// A test by ranks can reject at a level only where its smallest p-value is not above 1 − level. Where it is, no interval of
/// that level exists, whatever the figures say: ``interval`` is `nil`, ``reason`` says so and ``highestLevel`` is the most that
/// can be asked for.
public struct InvertedInterval: Sendable, Equatable {
  /// The smallest interval that holds every effect not rejected; an end is infinite where the test rejects nothing that way.
  public let interval: ConfidenceInterval?
  /// Why there is no interval.
  public let reason: Reason?
  /// The level asked for.
  public let level: ConfidenceInterval.Level
  /// The highest level at which the test can reject anything: 1 − its smallest p-value.
  public let highestLevel: Double
  /// What is worth knowing: an end that is open though two were asked for, a set with holes.
  public let diagnostics: [Diagnostic]

  init(
    _ interval: ConfidenceInterval?, reason: Reason? = nil, level: ConfidenceInterval.Level,
    highestLevel: Double,
    diagnostics: [Diagnostic] = []
  ) {
    self.interval = interval
    self.reason = interval == nil ? reason : nil
    self.level = level
    self.highestLevel = highestLevel
    self.diagnostics = diagnostics
  }

  /// How many of `count` equally likely arrangements a test of this level may reject: ⌊α · count⌋, with rounding forgiven.
  static func rejections(of count: Double, level: ConfidenceInterval.Level) -> Double {
    ((1 - level.value) * count + 1e-9).rounded(.down)
  }
}
