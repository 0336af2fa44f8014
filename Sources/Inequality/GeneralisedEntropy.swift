import Foundation
import Indicators

/// Generalised entropy GE(α); GE(1) is Theil's T and GE(0) the mean log deviation.
///
///     GeneralisedEntropy.theilT.estimate(units)
///     GeneralisedEntropy.meanLogDeviation.estimate(units)
///     GeneralisedEntropy(2).estimate(units)        // half the squared coefficient of variation
///
///     GE(α) = (Σ pᵢ(yᵢ/μ)^α − 1)/(α(α − 1)),   T = Σ pᵢ (yᵢ/μ) log(yᵢ/μ),   MLD = −Σ pᵢ log(yᵢ/μ)
///
/// - The higher α, the more the top counts. 0 where all are equal, with no upper limit but log n for T.
/// - A value of 0 is fine for α > 0 (0 · log 0 = 0) and refused for α ≤ 0; negative values are refused.
/// - Software disagrees on names: some call GE(0) *Theil* with parameter 0 and others with parameter 1.
/// - WHO's toolkit prints T and MLD times 1000; these are not.
/// - References: Shorrocks (1980) Econometrica 48:613; Theil (1967).
public struct GeneralisedEntropy: InequalityIndex, Hashable {
  /// α.
  public let alpha: Double

  /// GE(α); `nil` unless α is finite.
  public init?(_ alpha: Double) {
    guard alpha.isFinite else { return nil }
    self.alpha = alpha
  }

  private init(known alpha: Double) { self.alpha = alpha }

  /// Theil's T, GE(1).
  public static let theilT = GeneralisedEntropy(known: 1)
  /// The mean log deviation, GE(0).
  public static let meanLogDeviation = GeneralisedEntropy(known: 0)

  /// The id its rows carry.
  public var method: Method {
    switch alpha {
    case 0: .meanLogDeviation
    case 1: .theilT
    default: .generalisedEntropy
    }
  }

  /// The values that are possible.
  public var limits: ClosedRange<Double> { 0...Double.infinity }
  /// Why the index has no interval where it has none.
  public let intervalReason = Reason.figureNotPositive

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let mean = try units.positiveMean()
    if alpha <= 0 { try units.requirePositive() }
    guard units.values.first != units.values.last else { return 0 }
    var sum = 0.0
    for (p, y) in zip(units.shares, units.values) {
      let x = y / mean
      switch alpha {
      case 0: sum -= p * log(x)
      case 1: sum += x > 0 ? p * x * log(x) : 0
      default: sum += p * (pow(x, alpha) - 1)
      }
    }
    return max(0, alpha == 0 || alpha == 1 ? sum : sum / (alpha * (alpha - 1)))
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let (mean, index) = (try units.positiveMean(), try value(of: units))
    if alpha <= 1, units.values.first == 0 { return nil }
    let power = 1 + alpha * (alpha - 1) * index
    return zip(units.shares, units.values).map { p, y in
      let x = y / mean
      switch alpha {
      case 0: return p / mean * (1 - 1 / x)
      case 1: return p / mean * (log(x) - index)
      default: return p / mean * (pow(x, alpha - 1) - power) / (alpha - 1)
      }
    }
  }
}

extension Method {
  /// Theil's T.
  public static let theilT = Method("inequality.theil-t")
  /// The mean log deviation.
  public static let meanLogDeviation = Method("inequality.mean-log-deviation")
  /// Generalised entropy of another order.
  public static let generalisedEntropy = Method("inequality.generalised-entropy")
}
