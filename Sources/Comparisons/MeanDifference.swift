import Distributions
import Estimates
import Indicators
import Rates

/// The difference between two means of independent observations, without taking their spread for equal (Welch).
///
///     let gap = try MeanDifference(mean, minus: other)
///     gap.welch().interval
///     gap.pValue
///
/// With vᵢ = sᵢ²/nᵢ: d ± t_ν √(v₁ + v₂), ν = (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)).
///
/// - Unit: that of the observations.
/// - A side of fewer than thirty observations gives `few-observations`.
/// - Neither side varies at all: the difference is certain; p is 1 where it is 0, and 0 otherwise.
/// - Reference: Welch (1947) Biometrika 34:28.
public struct MeanDifference: Sendable, Hashable {
  /// The mean that is compared.
  public let first: SampleMean
  /// The mean it is compared with.
  public let second: SampleMean

  /// The difference of two means.
  ///
  /// - Throws: ``Estimates/StatisticsError/tooFewObservations(needed:found:)`` unless each has two observations.
  public init(_ first: SampleMean, minus second: SampleMean) throws(StatisticsError) {
    for side in [first, second] where side.count < 2 {
      throw .tooFewObservations(needed: 2, found: side.count)
    }
    self.first = first
    self.second = second
  }

  /// x̄₁ − x̄₂.
  public var value: Double { first.mean - second.mean }

  /// √(s₁²/n₁ + s₂²/n₂).
  public var standardError: Double { (variance(first) + variance(second)).squareRoot() }

  /// ν; `nil` where neither side varies.
  public var degreesOfFreedom: Double? {
    let (one, other) = (variance(first), variance(second))
    guard one + other > 0 else { return nil }
    // As shares of the sum, so that squares neither overflow nor vanish.
    let share = one / (one + other)
    let rest = other / (one + other)
    return 1 / (share * share / Double(first.count - 1) + rest * rest / Double(second.count - 1))
  }

  /// The difference with Welch's interval.
  public func welch(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let t = degreesOfFreedom.flatMap { level.studentQuantile(degreesOfFreedom: $0) } ?? 0
    let reach = t * standardError
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - reach, upper: value + reach, level: level),
      standardError: standardError, method: .welch, n: Double(first.count + second.count),
      diagnostics: first.estimate(level: level).diagnostics.merged(second.estimate(level: level).diagnostics))
  }

  /// The two-sided p-value of equal means by Welch's t.
  public var pValue: Double {
    guard let freedom = degreesOfFreedom, let t = try? StudentT(degreesOfFreedom: freedom) else {
      return value == 0 ? 1 : 0
    }
    return min(1, 2 * t.survival(abs(value) / standardError))
  }

  private func variance(_ side: SampleMean) -> Double {
    side.standardDeviation * side.standardDeviation / Double(side.count)
  }
}

extension Method {
  /// Welch's t interval for a difference of two means.
  public static let welch = Method("difference.welch")
}
