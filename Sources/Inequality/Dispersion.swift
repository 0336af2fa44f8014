import Foundation
import Indicators

/// The variance between groups, weighted by their sizes: BGV = Σ pᵢ(yᵢ − μ)², in the square of the figures' unit.
///
/// Chance in small groups adds to it: its expectation is the true variance plus about Σ pᵢSEᵢ².
/// Reference: WHO (2023) Health Equity Assessment Toolkit, technical notes.
public struct BetweenGroupVariance: InequalityIndex, Hashable {
  /// The id its rows carry.
  public let method = Method.betweenGroupVariance
  /// The values that are possible.
  public let limits = 0.0...Double.infinity

  /// The index.
  public init() {}

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let mean = units.mean
    return zip(units.shares, units.values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let mean = units.mean
    return zip(units.shares, units.values).map { 2 * $0 * ($1 - mean) }
  }
}

/// The coefficient of variation between groups, weighted by their sizes: √BGV/μ, without a unit.
///
/// The mean must be positive. Reference: WHO (2023) Health Equity Assessment Toolkit, technical notes, which prints it
/// times 100.
public struct CoefficientOfVariation: InequalityIndex, Hashable {
  /// The id its rows carry.
  public let method = Method.coefficientOfVariation
  /// The values that are possible.
  public let limits = 0.0...Double.infinity

  /// The index.
  public init() {}

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let mean = units.mean
    guard mean > 0 else { throw .zeroMean }
    return try BetweenGroupVariance().value(of: units).squareRoot() / mean
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let (mean, index) = (units.mean, try value(of: units))
    guard index > 0 else { return nil }
    return zip(units.shares, units.values).map { p, y in
      p / mean * ((y - mean) / (index * mean) - index)
    }
  }
}

/// The index of disparity: the mean absolute deviation from the mean, over the mean, weighted by the groups' sizes,
/// Σ pᵢ|yᵢ − μ|/μ.
///
/// Without a unit; the mean must be positive. Half of it is the share of what is counted that would have to move for the
/// groups to be equal. Reference: Pearcy and Keppel (2002) Public Health Reports 117:273; WHO's weighted form, which it
/// prints times 100.
public struct IndexOfDisparity: InequalityIndex, Hashable {
  /// The id its rows carry.
  public let method = Method.indexOfDisparity
  /// The values that are possible.
  public let limits = 0.0...Double.infinity

  /// The index.
  public init() {}

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let mean = units.mean
    guard mean > 0 else { throw .zeroMean }
    return zip(units.shares, units.values).reduce(0) { $0 + $1.0 * abs($1.1 - mean) } / mean
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let (mean, index) = (units.mean, try value(of: units))
    guard index > 0 else { return nil }
    func sign(_ y: Double) -> Double { y > mean ? 1 : y < mean ? -1 : 0 }
    let balance = zip(units.shares, units.values).reduce(0) { $0 + $1.0 * sign($1.1) }
    return zip(units.shares, units.values).map { p, y in p / mean * (sign(y) - balance - index) }
  }
}

extension Method {
  /// The variance between groups.
  public static let betweenGroupVariance = Method("inequality.between-group-variance")
  /// The coefficient of variation between groups.
  public static let coefficientOfVariation = Method("inequality.coefficient-of-variation")
  /// The index of disparity.
  public static let indexOfDisparity = Method("inequality.index-of-disparity")
}
