import Estimates
import Foundation
import Indicators
import Scheduler

/// The slope index of inequality (SII) and the relative index (RII) of ranked groups, as OHID defines them.
///
///     let slope = try SlopeIndex(try RankedUnits(values: rates, weights: people, intervals: intervals))
///     slope.absolute()                  // SII: value at the top of the ranking minus value at the bottom
///     slope.relative()                  // RII: value at the top over value at the bottom
///
/// Weighted least squares of the figures on the ridits, with the population shares as weights:
///
///     g(yᵢ) = β₀ + β₁Rᵢ,   SII = g⁻¹(β₀ + β₁) − g⁻¹(β₀),   RII = g⁻¹(β₀ + β₁)/g⁻¹(β₀)
///
/// with g the identity, log or logit. β₁ = Σ cᵢ g(yᵢ) with cᵢ = pᵢ(Rᵢ − ½)/Σ pⱼ(Rⱼ − ½)², so its variance is
/// Σ cᵢ² SEᵢ² exactly: there is no need for the 100 000 draws that OHID takes, and the same figures give the same interval.
/// The RII of the identity gets Fieller's interval; on the other scales both indices follow the interval of β₁ with the
/// fitted value at R = ½ held fast, as OHID's do.
///
/// - The ends are extrapolations: nobody has ridit 0 or 1.
/// - Fewer than three groups are refused; so is a figure of 0 under log, and a share of 0 or 1 under logit: nothing is
///   added to such counts. Use ``LogisticSlopeIndex``, which takes the counts as they are.
/// - Figures without intervals give an index without one. Where the groups lie further from the line than chance puts them
///   (χ² of their standardised distances, one in a hundred), the index carries `line-fits-poorly`.
/// - References: OHID, PHEindicatormethods, `phe_sii`; Mackenbach and Kunst (1997) Soc Sci Med 44:757; Fieller (1954)
///   J R Stat Soc B 16:175.
public struct SlopeIndex: Sendable, Hashable {
  /// The scale of the straight line.
  public enum Link: String, Sendable, CaseIterable {
    /// The figures as they are.
    case identity
    /// Their logarithms; for rates.
    case log
    /// Their log odds; for shares between 0 and 1.
    case logit

    func scale(_ y: Double) -> Double {
      switch self {
      case .identity: y
      case .log: Foundation.log(y)
      case .logit: Foundation.log(y / (1 - y))
      }
    }

    func back(_ x: Double) -> Double {
      switch self {
      case .identity: x
      case .log: exp(x)
      case .logit: 1 / (1 + exp(-x))
      }
    }
  }

  /// Which end is measured against which.
  public enum Contrast: String, Sendable, CaseIterable {
    /// The highest rank against the lowest.
    case topMinusBottom = "top-minus-bottom"
    /// The lowest against the highest, so that more of something bad at the bottom is positive.
    case bottomMinusTop = "bottom-minus-top"
  }

  /// What the relative index is relative to.
  public enum Relative: Sendable {
    /// The other end of the ranking, as OHID's (Kunst and Mackenbach).
    case otherEnd
    /// The mean of the population, as ScotPHO's (Pamuk): SII over mean. Of the identity only.
    case mean
  }

  /// The scale.
  public let link: Link
  /// β₀, the fitted value at ridit 0, on the scale of the link.
  public let intercept: Double
  /// β₁, the change from ridit 0 to ridit 1, on the scale of the link.
  public let slope: Double
  /// The standard error of β₁; `nil` where the figures have no intervals.
  public let slopeStandardError: Double?
  /// The mean of the population.
  public let mean: Double
  /// The number of persons.
  public let population: Double
  /// What is worth knowing about the line: `line-fits-poorly` where the groups lie further from it than chance puts them.
  public let diagnostics: [Diagnostic]
  private let covariance: (intercept: Double, cross: Double, crossWithMean: Double, mean: Double)?

  /// The index of groups.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups``, ``Indicators/Reason/figureNotPositive`` or
  ///   ``Indicators/Reason/shareAtLimit``.
  public init(_ groups: RankedUnits, link: Link = .identity) throws(Reason) {
    let count = groups.values.count
    guard count >= 3 else { throw .tooFewGroups }
    switch link {
    case .identity: break
    case .log: guard groups.values.allSatisfy({ $0 > 0 }) else { throw .figureNotPositive }
    case .logit:
      guard groups.values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideBounds }
      guard groups.values.allSatisfy({ $0 > 0 && $0 < 1 }) else { throw .shareAtLimit }
    }
    let spread = zip(groups.shares, groups.ridits).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5) }
    guard spread > 0 else { throw .tooFewGroups }
    let y = groups.values.map { link.scale($0) }
    let forSlope = zip(groups.shares, groups.ridits).map { $0 * ($1 - 0.5) / spread }
    let forIntercept = zip(groups.shares, forSlope).map { $0 - $1 / 2 }
    func sum(_ weights: [Double]) -> Double { zip(weights, y).reduce(0) { $0 + $1.0 * $1.1 } }
    self.link = link
    slope = sum(forSlope)
    intercept = sum(forIntercept)
    mean = groups.mean
    population = groups.population
    guard let errors = groups.standardErrors({ link.scale($0) }) else {
      slopeStandardError = nil
      covariance = nil
      diagnostics = []
      return
    }
    var squares = 0.0
    for i in 0..<count where errors[i] > 0 {
      let apart = (y[i] - intercept - slope * groups.ridits[i]) / errors[i]
      squares += apart * apart
    }
    diagnostics = fitsPoorly(squares, groups: count) ? [.lineFitsPoorly] : []
    func covary(_ one: [Double], _ other: [Double]) -> Double {
      (0..<count).reduce(0) { $0 + one[$1] * other[$1] * errors[$1] * errors[$1] }
    }
    slopeStandardError = covary(forSlope, forSlope).squareRoot()
    covariance = (
      covary(forIntercept, forIntercept), covary(forIntercept, forSlope), covary(forSlope, groups.shares),
      covary(groups.shares, groups.shares)
    )
  }

  /// The indices of many sets of groups, one result each.
  public static func fit(
    _ sets: [RankedUnits], link: Link = .identity, threads: ThreadLimit = .cores
  ) -> [Result<SlopeIndex, Reason>] {
    batch(sets, threads: threads) { groups, _ throws(Reason) in try SlopeIndex(groups, link: link) }
  }

  /// The fitted value at the bottom and at the top of the ranking, in the unit of the figures.
  public var ends: (bottom: Double, top: Double) { (link.back(intercept), link.back(intercept + slope)) }

  /// SII: one end of the ranking minus the other, in the unit of the figures.
  public func absolute(_ contrast: Contrast = .topMinusBottom, level: ConfidenceInterval.Level = .p95)
    -> Estimate
  {
    func index(_ slope: Double) -> Double {
      let (bottom, top) = ends(atSlope: slope)
      return contrast == .topMinusBottom ? top - bottom : bottom - top
    }
    let standardError: Double? = slopeStandardError.map { error in
      guard link != .identity else { return error }
      // d(top − bottom)/dβ₁ with the middle held fast: half the sum of the derivatives of g⁻¹ at the ends.
      func derivative(_ y: Double) -> Double { link == .log ? y : y * (1 - y) }
      return error * (derivative(ends.top) + derivative(ends.bottom)) / 2
    }
    return Estimate(
      index(slope), interval: interval(level, index), intervalReason: .noIntervalForKind,
      standardError: standardError, method: .slopeIndexOHID, n: population, diagnostics: diagnostics)
  }

  /// RII, a ratio without a unit.
  ///
  /// - Throws: ``Indicators/Reason/zeroMean`` where what it is relative to is not positive, and
  ///   ``Indicators/Reason/notApplicable`` for the mean on another scale than the identity.
  public func relative(
    _ contrast: Contrast = .topMinusBottom, to relative: Relative = .otherEnd,
    level: ConfidenceInterval.Level = .p95
  ) throws(Reason) -> Estimate {
    let method: Method = relative == .mean ? .relativeIndexOfMean : .relativeIndexOHID
    let isUp = contrast == .topMinusBottom
    guard link == .identity else {
      guard relative == .otherEnd else { throw .notApplicable }
      func index(_ slope: Double) -> Double {
        let (bottom, top) = ends(atSlope: slope)
        return isUp ? top / bottom : bottom / top
      }
      return Estimate(
        index(slope), interval: interval(level, index), intervalReason: .noIntervalForKind, method: method,
        n: population, diagnostics: diagnostics)
    }
    let above: Double
    let below: Double
    var variances: (Double, Double, Double)?
    let v = slopeStandardError.map { $0 * $0 } ?? 0
    if relative == .mean {
      (above, below) = (isUp ? slope : -slope, mean)
      variances = covariance.map { (v, isUp ? $0.crossWithMean : -$0.crossWithMean, $0.mean) }
    } else {
      let (bottom, top) = ends
      (above, below) = isUp ? (top, bottom) : (bottom, top)
      variances = covariance.map { c in
        let (low, high) = (c.intercept, c.intercept + 2 * c.cross + v)
        return isUp ? (high, c.intercept + c.cross, low) : (low, c.intercept + c.cross, high)
      }
    }
    guard below > 0 else { throw .zeroMean }
    var interval: ConfidenceInterval?
    if let variances { interval = fieller(above, below, variances, level) }
    return Estimate(
      above / below, interval: interval,
      intervalReason: variances == nil ? .noIntervalForKind : .ratioUnbounded, method: method, n: population,
      diagnostics: diagnostics)
  }

  /// The ends with another slope through the same middle.
  func ends(atSlope slope: Double) -> (bottom: Double, top: Double) {
    let middle = intercept + self.slope / 2
    return slope == self.slope
      ? ends : (link.back(middle - slope / 2), link.back(middle + slope / 2))
  }

  private func interval(_ level: ConfidenceInterval.Level, _ index: (Double) -> Double) -> ConfidenceInterval?
  {
    guard let error = slopeStandardError else { return nil }
    let reach = level.normalQuantile * error
    let (one, other, own) = (index(slope - reach), index(slope + reach), index(slope))
    // Both indices are monotone in the slope; the estimate itself keeps rounding from shutting it out.
    return ConfidenceInterval(
      lower: min(one, other, own), upper: max(one, other, own), level: level)
  }

  /// Equal where the fitted numbers are.
  public static func == (left: Self, right: Self) -> Bool {
    left.link == right.link && left.intercept == right.intercept && left.slope == right.slope
      && left.slopeStandardError == right.slopeStandardError && left.mean == right.mean
      && left.population == right.population
  }

  /// By the fitted numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(intercept)
    hasher.combine(slope)
  }
}

/// Fieller's interval of the ratio N/D of two correlated normal numbers, from Var N, Cov(N, D) and Var D; `nil` where D is
/// within z standard errors of 0.
func fieller(
  _ above: Double, _ below: Double, _ variances: (above: Double, cross: Double, below: Double),
  _ level: ConfidenceInterval.Level
) -> ConfidenceInterval? {
  let square = level.normalQuantile * level.normalQuantile
  let a = below * below - square * variances.below
  guard a > 0 else { return nil }
  let b = above * below - square * variances.cross
  let c = above * above - square * variances.above
  let root = max(0, b * b - a * c).squareRoot()
  let ratio = above / below
  return ConfidenceInterval(
    lower: min((b - root) / a, ratio), upper: max((b + root) / a, ratio), level: level)
}

extension Method {
  /// The slope index by weighted least squares on ridits.
  public static let slopeIndexOHID = Method("inequality.sii-ohid")
  /// The relative index as the ratio of the fitted ends.
  public static let relativeIndexOHID = Method("inequality.rii-ohid")
  /// The relative index as slope over mean.
  public static let relativeIndexOfMean = Method("inequality.rii-mean")
}
