import Estimates
import Foundation
import Indicators

/// The population attributable risk and fraction: what would go, or be won, if everybody had the figure of the best-off
/// group.
///
///     let risk = AttributableRisk(groups)        // the last of the ranking is the reference
///     risk.fraction()
///
///     PAR = μ − y_ref,   PAF = PAR/μ = 1 − y_ref/μ
///
/// - PAR has the delta method's interval, PAF the one of log(1 − PAF) = log y_ref − log μ, both with the groups' figures
///   independent: Var(μ) = Σ pᵢ²SEᵢ², Cov(μ, y_ref) = p_ref SE²_ref.
/// - Of something good PAR is negative where the reference has more.
/// - *Attributable* is the name, not a finding: other things than rank differ between groups.
/// - References: WHO (2023) Health Equity Assessment Toolkit, technical notes; Greenland (2001) Am J Epidemiol 154:893.
public struct AttributableRisk: Sendable, Hashable {
  private let groups: RankedUnits
  private let reference: Int

  /// The risk of ranked groups against one of them.
  ///
  /// - Parameter reference: The position of the reference; the group of the highest rank where `nil`.
  public init(_ groups: RankedUnits, reference: Int? = nil) throws(Reason) {
    let top = groups.ridits.indices.max { groups.ridits[$0] < groups.ridits[$1] }
    guard let position = reference ?? top, groups.values.indices.contains(position) else {
      throw .tooFewGroups
    }
    self.groups = groups
    self.reference = position
  }

  /// PAR, in the unit of the figures.
  public func risk(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let value = groups.mean - groups.values[reference]
    let error = groups.standardErrors().map { errors in
      errors.indices.reduce(0) { sum, i in
        let weight = groups.shares[i] - (i == reference ? 1 : 0)
        return sum + weight * weight * errors[i] * errors[i]
      }.squareRoot()
    }
    let interval = error.flatMap {
      ConfidenceInterval(
        lower: value - level.normalQuantile * $0, upper: value + level.normalQuantile * $0, level: level)
    }
    return Estimate(
      value, interval: interval, intervalReason: .noIntervalForKind, standardError: error,
      method: .attributableRisk, n: groups.population)
  }

  /// PAF, a share of the mean.
  ///
  /// - Throws: ``Indicators/Reason/zeroMean`` where the mean is not positive. A reference of 0 gives a fraction of 1
  ///   without an interval (``Indicators/Reason/figureNotPositive``).
  public func fraction(level: ConfidenceInterval.Level = .p95) throws(Reason) -> Estimate {
    let mean = groups.mean
    guard mean > 0 else { throw .zeroMean }
    let own = groups.values[reference]
    let value = 1 - own / mean
    guard own > 0 else {
      return Estimate(
        value, intervalReason: .figureNotPositive, method: .attributableFraction, n: groups.population)
    }
    let error = groups.standardErrors().map { errors in
      errors.indices.reduce(0) { sum, i in
        let weight = groups.shares[i] / mean - (i == reference ? 1 / own : 0)
        return sum + weight * weight * errors[i] * errors[i]
      }.squareRoot()
    }
    let interval = error.flatMap { error in
      let reach = exp(level.normalQuantile * error)
      return ConfidenceInterval(
        lower: 1 - own / mean * reach, upper: 1 - own / mean / reach, level: level)
    }
    return Estimate(
      value, interval: interval, intervalReason: .noIntervalForKind,
      standardError: error.map { $0 * own / mean }, method: .attributableFraction, n: groups.population)
  }
}

extension Method {
  /// Population attributable risk.
  public static let attributableRisk = Method("inequality.par")
  /// Population attributable fraction.
  public static let attributableFraction = Method("inequality.paf")
}
