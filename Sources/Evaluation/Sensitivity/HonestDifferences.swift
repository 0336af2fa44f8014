import Foundation
import Indicators
import LinearAlgebra

/// An event study whose parallel trends are not taken for granted (Rambachan and Roth 2023).
///
///     let study = try HonestDifferences(PlaceboDistribution(DifferenceInDifferences(), design), before: 5)
///     try study.relativeMagnitudes(1)      // trends after the start may part as much as they ever did before it
///     try study.breakdown().value          // how much more it takes before nothing can be said
///
/// The coefficients β̂ are what the zones' paths differ by in each period, less what they differed by in the last one before the
/// start. They estimate τ + δ: the effect (zero before the start) and the difference δ of trends. Nothing is said about δ but
/// how unruly it may be:
///
///     relative magnitudes Δ^RM(M̄)   |δ_{t+1} − δ_t| ≤ M̄ · max over s before the start of |δ_{s+1} − δ_s|
///     smoothness Δ^SD(M)            |(δ_{t+1} − δ_t) − (δ_t − δ_{t−1})| ≤ M
///
/// and the intervals hold θ = l'τ, the mean effect or that of one period, with at least their level for every such δ.
///
/// - For one treated zone Σ, the covariance of β̂, is that of the placebo zones' event studies: there is no other.
/// - Shape: coefficients before the start (oldest first, the reference left out) and after it; Σ in the same order.
/// - Unit: that of the outcome; M is in that unit a period squared, M̄ has none.
/// - Errors: ``EffectError``; ``EffectError/tooFewDonors(needed:found:)`` where there are no more placebos than coefficients, so
///   that Σ has no inverse: look at fewer periods.
/// - What is not true: β̂ is taken as normal with Σ known, and neither holds for a few zones; with noise of other size than the
///   donors' Σ is not the treated zone's. Use an estimator that does not fit the periods before the start: synthetic control
///   makes them small by construction, and M̄ times a small number is no caution.
/// - Reference: Rambachan and Roth (2023) Rev Econ Stud 90:2555.
public struct HonestDifferences: Sendable, Equatable {
  /// What is estimated.
  public enum Target: Sendable, Hashable {
    /// The mean effect over the periods from the start on.
    case average
    /// The effect in one of them, counted from 0.
    case period(Int)
  }

  /// Coefficients before the start, oldest first, without the reference.
  public let before: [Double]
  /// Coefficients from the start on.
  public let after: [Double]
  /// The covariance of both, one after the other.
  public let covariance: Matrix
  /// What is estimated.
  public let target: Target
  /// l: one weight a period from the start on.
  let weights: [Double]

  /// From coefficients and their covariance.
  public init(before: [Double], after: [Double], covariance: Matrix, target: Target = .average)
    throws(EffectError)
  {
    guard !before.isEmpty else { throw .tooFewPrePeriods(needed: 2, found: 1) }
    guard !after.isEmpty else { throw .noPostPeriods }
    let count = before.count + after.count
    guard covariance.rows == count, covariance.columns == count else {
      throw .shape(what: "covariance", expected: count, found: covariance.rows)
    }
    if let period = (before + after).firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(unit: 0, period: period)
    }
    // The factor certifies what everything below rests on: symmetric, finite, positive definite.
    do { _ = try CholeskyFactorization(covariance) } catch { throw .numerical(detail: "\(error)") }
    switch target {
    case .average: weights = after.map { _ in 1 / Double(after.count) }
    case .period(let period):
      guard after.indices.contains(period) else { throw .parameter(name: "period", value: Double(period)) }
      weights = after.indices.map { $0 == period ? 1 : 0 }
    }
    self.before = before
    self.after = after
    self.covariance = covariance
    self.target = target
  }

  /// From the treated zone's paths and those of the placebos.
  ///
  /// - Parameters:
  ///   - distribution: The fits; of an estimator that does not fit the periods before the start.
  ///   - periods: How many periods before the reference to use, the last ones; as many as there are, but no more than leave
  ///     twice as many placebos as coefficients, where left out.
  public init(_ distribution: PlaceboDistribution, before periods: Int? = nil, target: Target = .average)
    throws(EffectError)
  {
    let reference = distribution.prePeriods - 1
    let later = distribution.fit.observed.count - distribution.prePeriods
    guard reference > 0 else { throw .tooFewPrePeriods(needed: 2, found: distribution.prePeriods) }
    guard later > 0 else { throw .noPostPeriods }
    let room = max(1, distribution.placebos.count / 2 - later)
    let earlier = periods ?? min(reference, room)
    guard earlier > 0, earlier <= reference else {
      throw .tooFewPrePeriods(needed: max(1, earlier) + 1, found: distribution.prePeriods)
    }
    let count = earlier + later
    guard distribution.placebos.count > count else {
      throw .tooFewDonors(needed: count + 1, found: distribution.placebos.count)
    }
    func study(_ fit: EffectFit) -> [Double] {
      let gaps = fit.effects
      return (reference - earlier..<gaps.count).filter { $0 != reference }.map { gaps[$0] - gaps[reference] }
    }
    let own = study(distribution.fit)
    let others = distribution.placebos.map(study)
    let covariance: Matrix
    do { covariance = try Self.covariance(others) } catch { throw .numerical(detail: "\(error)") }
    try self.init(
      before: Array(own[..<earlier]), after: Array(own[earlier...]), covariance: covariance, target: target)
  }

  /// l'β̂ after the start: the estimate where trends are parallel.
  public var estimate: Double { zip(weights, after).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Its standard error.
  public var standardError: Double { variance(afterContrast, afterContrast).squareRoot() }

  /// l among all coefficients.
  var afterContrast: [Double] { [Double](repeating: 0, count: before.count) + weights }

  /// a'Σb.
  func variance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in b.indices where b[column] != 0 {
      var inner = 0.0
      for row in a.indices where a[row] != 0 { inner += a[row] * covariance[row, column] }
      sum += inner * b[column]
    }
    return sum
  }

  /// A weighted sum of the coefficients.
  func value(_ contrast: [Double]) -> Double {
    zip(contrast, before + after).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The coefficients in order with the reference, which is zero, in its place.
  var path: [Double] { before + [0] + after }

  /// β_{t+1} − β_t as weights of the coefficients, one a pair of neighbouring periods in ``path``.
  func step(_ pair: Int) -> [Double] {
    var contrast = [Double](repeating: 0, count: before.count + after.count)
    for (place, sign) in [(pair, -1.0), (pair + 1, 1.0)] where place != before.count {
      contrast[place < before.count ? place : place - 1] += sign
    }
    return contrast
  }

  /// The covariance of the rows about their mean, n − 1 in the denominator.
  private static func covariance(_ rows: [[Double]]) throws(LinearAlgebraError) -> Matrix {
    let width = rows.first?.count ?? 0
    var mean = [Double](repeating: 0, count: width)
    for row in rows { for place in 0..<width { mean[place] += row[place] / Double(rows.count) } }
    let divisor = Double(rows.count - 1).squareRoot()
    return try Matrix(rows: rows.map { row in zip(row, mean).map { ($0 - $1) / divisor } }).gram()
  }
}

/// An interval that holds the effect although trends may part.
public struct HonestInterval: Sendable, Equatable {
  /// M̄ or M.
  public let bound: Double
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// What the effect could be if the coefficients had no error: the lower end.
  public let identifiedLower: Double
  /// What the effect could be if the coefficients had no error: the upper end.
  public let identifiedUpper: Double

  /// Whether zero lies outside.
  public var excludesZero: Bool { lower > 0 || upper < 0 }
}

/// How unruly trends may be before an interval holds zero.
public enum HonestBreakdown: Sendable, Equatable {
  /// It does even where trends are as regular as the restriction allows.
  case never
  /// From this bound on.
  case at(Double)
  /// Not up to this bound, beyond which nobody looked.
  case beyond(Double)

  /// The bound; zero where zero is always held.
  public var value: Double {
    switch self {
    case .never: 0
    case .at(let bound), .beyond(let bound): bound
    }
  }

  /// The smallest bound at which `excludes` fails, to `tolerance`; looks up to `most`.
  static func search(most: Double, tolerance: Double, _ excludes: (Double) throws(EffectError) -> Bool)
    throws(EffectError) -> HonestBreakdown
  {
    guard try excludes(0) else { return .never }
    guard try !excludes(most) else { return .beyond(most) }
    var low = 0.0
    var high = most
    while high - low > tolerance {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if try excludes(middle) { low = middle } else { high = middle }
    }
    return .at((low + high) / 2)
  }
}
