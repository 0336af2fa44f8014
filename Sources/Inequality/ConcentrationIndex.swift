import Estimates
import Foundation
import Indicators
import Scheduler

/// The concentration index: how much of something sits at one end of a ranking. Plain, Erreygers' or Wagstaff's.
///
///     let index = try ConcentrationIndex(try RankedUnits(values: shares, weights: people, ranks: income))
///     index.estimate(.erreygers(0...1))
///
/// With ridits R by the ranking and μ the mean,
///
///     C = 2cov_p(y, R)/μ,   E = 4μC/(b − a),   W = (b − a)μC/((b − μ)(μ − a))
///
/// for figures in a…b. For a share, 4μC and C/(1 − μ). Negative where the low ranks have more.
///
/// - C of a share is bounded by 1 − μ and turns its rank of two areas around when the share is told as its complement: it
///   carries `bounded-variable` where the figures are known to be shares. Erreygers' and Wagstaff's do not.
/// - Two kinds of uncertainty. Figures of groups with standard errors, the ranking known: Var = Σ (∂/∂yᵢ)²SEᵢ² exactly as
///   the delta method has it. Persons drawn: Kakwani, Wagstaff and van Doorslaer's variance, which allows for the ranks
///   being drawn as well, 1/n · (Σ pᵢaᵢ² − (1 + C)²) with aᵢ = yᵢ/μ·(2Rᵢ − 1 − C) + 2 − qᵢ₋₁ − qᵢ.
/// - References: Kakwani, Wagstaff and van Doorslaer (1997) J Econometrics 77:87; Erreygers (2009) J Health Econ 28:504;
///   Wagstaff (2005) Health Econ 14:429.
public struct ConcentrationIndex: Sendable, Hashable {
  /// Which index.
  public enum Form: Sendable, Hashable {
    /// C.
    case plain
    /// E, of figures within bounds.
    case erreygers(ClosedRange<Double>)
    /// W, of figures within bounds.
    case wagstaff(ClosedRange<Double>)
  }

  private let units: RankedUnits
  private let mean: Double
  /// μC = Σ pᵢyᵢ(2Rᵢ − 1).
  private let absolute: Double

  /// The index of ranked units.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups`` where all have the same rank.
  public init(_ units: RankedUnits) throws(Reason) {
    guard Set(units.ridits).count > 1 else { throw .tooFewGroups }
    self.units = units
    mean = units.mean
    absolute = units.values.indices.reduce(0) {
      $0 + units.shares[$1] * units.values[$1] * (2 * units.ridits[$1] - 1)
    }
  }

  /// The index with its interval.
  ///
  /// - Parameters:
  ///   - drawn: Whether the units are persons drawn from a population, rather than groups with figures.
  ///   - isBounded: Whether the figures are known to be shares, which ``Form/plain`` should not be used for.
  /// - Throws: ``Indicators/Reason/zeroMean`` where the mean is not positive (plain) or at a bound,
  ///   ``Indicators/Reason/outsideBounds``, and ``Indicators/Reason/figureNotPositive`` for a negative figure (plain).
  public func estimate(
    _ form: Form = .plain, drawn: Bool = false, isBounded: Bool = false,
    level: ConfidenceInterval.Level = .p95
  ) throws(Reason) -> Estimate {
    let terms = try terms(form)
    let error = drawn ? drawnError(terms) : figureError(terms)
    let interval = error.flatMap {
      ConfidenceInterval(
        lower: terms.value - level.normalQuantile * $0, upper: terms.value + level.normalQuantile * $0,
        level: level)
    }
    return Estimate(
      terms.value, interval: interval, intervalReason: .noIntervalForKind, standardError: error,
      method: terms.method, n: units.population,
      diagnostics: isBounded && form == .plain ? [.boundedVariable] : [])
  }

  /// The indices of many sets of units, one result each.
  public static func estimates(
    _ sets: [RankedUnits], _ form: Form = .plain, drawn: Bool = false, isBounded: Bool = false,
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) -> [Result<Estimate, Reason>] {
    batch(sets, threads: threads) { units, _ throws(Reason) in
      try ConcentrationIndex(units).estimate(form, drawn: drawn, isBounded: isBounded, level: level)
    }
  }

  /// An index as a function of A = μC and μ: its value and its derivatives by both.
  private struct Terms {
    let value: Double
    let byAbsolute: Double
    let byMean: Double
    let method: Method
  }

  private func terms(_ form: Form) throws(Reason) -> Terms {
    func check(_ bounds: ClosedRange<Double>) throws(Reason) {
      guard bounds.lowerBound < bounds.upperBound, units.values.allSatisfy(bounds.contains) else {
        throw .outsideBounds
      }
    }
    switch form {
    case .plain:
      guard units.values.allSatisfy({ $0 >= 0 }) else { throw .figureNotPositive }
      guard mean > 0 else { throw .zeroMean }
      return Terms(
        value: absolute / mean, byAbsolute: 1 / mean, byMean: -absolute / (mean * mean),
        method: .concentration)
    case .erreygers(let bounds):
      try check(bounds)
      let factor = 4 / (bounds.upperBound - bounds.lowerBound)
      return Terms(value: factor * absolute, byAbsolute: factor, byMean: 0, method: .erreygers)
    case .wagstaff(let bounds):
      try check(bounds)
      let (a, b) = (bounds.lowerBound, bounds.upperBound)
      let room = (b - mean) * (mean - a)
      guard room > 0 else { throw .nobodyOrEverybody }
      return Terms(
        value: (b - a) * absolute / room, byAbsolute: (b - a) / room,
        byMean: -(b - a) * absolute * (a + b - 2 * mean) / (room * room), method: .wagstaff)
    }
  }

  private func figureError(_ terms: Terms) -> Double? {
    guard let errors = units.standardErrors() else { return nil }
    var variance = 0.0
    for i in errors.indices {
      let gradient =
        units.shares[i] * (terms.byAbsolute * (2 * units.ridits[i] - 1) + terms.byMean)
      variance += gradient * gradient * errors[i] * errors[i]
    }
    return variance.squareRoot()
  }

  /// The influence of a person on C is aᵢ − 1 − C, on μ it is yᵢ − μ, and on A = μC by the product rule the sum of both
  /// parts; the variance of the index is the mean square of its influences over n.
  private func drawnError(_ terms: Terms) -> Double? {
    guard mean > 0 else { return nil }
    let count = units.values.count
    let order = units.ridits.indices.sorted {
      units.ridits[$0] < units.ridits[$1] || (units.ridits[$0] == units.ridits[$1] && $0 < $1)
    }
    let index = absolute / mean
    var below = 0.0
    var sum = 0.0
    var variance = 0.0
    var start = 0
    var influences: [(share: Double, value: Double)] = []
    while start < count {
      // Units of one rank share the step of the curve.
      var end = start
      var step = 0.0
      while end < count, units.ridits[order[end]] == units.ridits[order[start]] {
        step += units.shares[order[end]] * units.values[order[end]] / mean
        end += 1
      }
      for i in order[start..<end] {
        let (y, p) = (units.values[i], units.shares[i])
        let a = y / mean * (2 * units.ridits[i] - 1 - index) + 2 - below - (below + step)
        let onIndex = a - 1 - index
        let onAbsolute = mean * onIndex + index * (y - mean)
        let influence = terms.byAbsolute * onAbsolute + terms.byMean * (y - mean)
        influences.append((p, influence))
        sum += p * influence
      }
      below += step
      start = end
    }
    for one in influences { variance += one.share * (one.value - sum) * (one.value - sum) }
    return (variance / Double(count)).squareRoot()
  }
}

extension Method {
  /// The plain concentration index.
  public static let concentration = Method("inequality.concentration")
  /// Erreygers' index.
  public static let erreygers = Method("inequality.concentration-erreygers")
  /// Wagstaff's index.
  public static let wagstaff = Method("inequality.concentration-wagstaff")
}
