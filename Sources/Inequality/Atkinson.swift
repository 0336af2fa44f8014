import Foundation
import Indicators

/// Atkinson's index: the share of the total that could be given up if the rest were equal, for an aversion ε to inequality.
///
///     try Atkinson(0.5)?.estimate(units)
///
///     A(ε) = 1 − (Σ pᵢ(yᵢ/μ)^(1−ε))^(1/(1−ε)),   A(1) = 1 − exp(Σ pᵢ log(yᵢ/μ))
///
/// - In 0…1; the higher ε > 0, the more the bottom counts.
/// - A value of 0 is fine for ε < 1; for ε ≥ 1 it would make the index 1 whatever the others, and is refused.
/// - Reference: Atkinson (1970) J Econ Theory 2:244.
public struct Atkinson: InequalityIndex, Hashable {
  /// ε.
  public let aversion: Double
  /// The id its rows carry.
  public let method = Method.atkinson
  /// The values that are possible.
  public let limits = 0.0...1.0
  /// Why the index has no interval where it has none.
  public let intervalReason = Reason.figureNotPositive

  /// A(ε); `nil` unless ε is positive and finite.
  public init?(_ aversion: Double) {
    guard aversion > 0, aversion.isFinite else { return nil }
    self.aversion = aversion
  }

  private init() { aversion = 0.5 }

  /// A(½).
  public static let half = Atkinson()

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    guard units.values.first != units.values.last else {
      _ = try units.positiveMean()
      if aversion >= 1 { try units.requirePositive() }
      return 0
    }
    return max(0, 1 - (try equalShare(units)))
  }

  /// The equally distributed equivalent over the mean, 1 − A.
  private func equalShare(_ units: WeightedValues) throws(Reason) -> Double {
    let mean = try units.positiveMean()
    if aversion >= 1 { try units.requirePositive() }
    let power = 1 - aversion
    var sum = 0.0
    for (p, y) in zip(units.shares, units.values) {
      sum += p * (aversion == 1 ? log(y / mean) : pow(y / mean, power))
    }
    return aversion == 1 ? exp(sum) : pow(sum, 1 / power)
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let mean = try units.positiveMean()
    if units.values.first == 0 { return nil }
    let equal = try equalShare(units)
    return zip(units.shares, units.values).map { p, y in
      p / mean * (equal - pow(equal * mean / y, aversion))
    }
  }
}

extension Method {
  /// Atkinson's index.
  public static let atkinson = Method("inequality.atkinson")
}
