import Estimates
import Foundation
import Indicators
import Rates

/// How the gap between a zone and its comparator changed from one window to another: the interaction of zone and time.
///
///     let change = GapChange(from: before, to: after)      // two contrasts of disjoint windows
///     change.difference().scaled(by: 100)                  // difference of differences, percentage points
///     try change.ratio()                                   // ratio of ratios
///     change.verdict()                                     // narrowed, widened, …
///
/// With the gaps g₀, g₁ and their intervals (l₀, u₀), (l₁, u₁), each by its own method (Newcombe, square-and-add, Welch):
///
///     D = g₁ − g₀,   lower = D − √((g₁ − l₁)² + (u₀ − g₀)²),   upper = D + √((u₁ − g₁)² + (g₀ − l₀)²)
///
/// and the same on the logarithms of the ratios, Koopman's or the exact conditional ones.
///
/// - Shape: two contrasts. Unit: that of the difference; a factor for the ratio.
/// - The p-value is the smallest 1 − level whose interval leaves out zero, so that it never contradicts the interval.
/// - Windows must not overlap. Persons counted in both make the interval too wide for them, which is the safe side.
/// - A share or rate of 0 has no logarithm: the ratio of ratios is refused with `no-ratio-at-zero`.
/// - Reference: Zou and Donner (2008) Stat Med 27:1693, applied to differences of differences.
public struct GapChange: Sendable, Hashable {
  /// The earlier contrast.
  public let before: Contrast
  /// The later contrast.
  public let after: Contrast
  /// What the gaps are multiplied with: of a zone against a whole it is part of, one minus its share of that whole.
  public let factors: [Double]

  /// The change from one contrast to another; `factors` are those of the earlier and the later gap.
  public init(from before: Contrast, to after: Contrast, factors: (before: Double, after: Double) = (1, 1)) {
    self.before = before
    self.after = after
    self.factors = [factors.before, factors.after]
  }

  /// The gaps with their intervals.
  public func gaps(level: ConfidenceInterval.Level = .p95) -> (before: Estimate, after: Estimate) {
    (
      before.difference(level: level).scaled(by: factors[0]),
      after.difference(level: level).scaled(by: factors[1])
    )
  }

  /// g₁ − g₀ with its interval.
  public func difference(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let (first, last) = gaps(level: level)
    let value = last.value - first.value
    let error = [first, last].compactMap(\.standardError).reduce(0) { $0 + $1 * $1 }.squareRoot()
    return Estimate(
      value, interval: squareAndAdd(value, last, first, level: level), standardError: error,
      method: .gapTwoWindows, n: (first.n ?? 0) + (last.n ?? 0),
      diagnostics: first.diagnostics.merged(last.diagnostics).merged(crossing))
  }

  private var crossing: [Diagnostic] {
    let (first, last) = gaps()
    return GapVerdict.crosses(first.value, last.value) ? [.gapCrossedZero] : []
  }

  /// ρ₁/ρ₀ with its interval on the logarithmic scale.
  ///
  /// - Throws: ``Rates/FigureRefusal``: `no-ratio-at-zero`, or what the contrast has no ratio for.
  public func ratio(level: ConfidenceInterval.Level = .p95) throws(FigureRefusal) -> Estimate {
    let (first, last) = (try before.ratio(level: level), try after.ratio(level: level))
    guard let one = last.interval, let other = first.interval, first.value > 0, last.value > 0,
      one.lower > 0, other.lower > 0
    else { throw FigureRefusal(.noRatioAtZero) }
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let value = log(last.value) - log(first.value)
    let below = length(log(last.value / one.lower), log(other.upper / first.value))
    let above = length(log(one.upper / last.value), log(first.value / other.lower))
    return Estimate(
      exp(value),
      interval: ConfidenceInterval(lower: exp(value - below), upper: exp(value + above), level: level),
      method: .gapTwoWindows, n: (first.n ?? 0) + (last.n ?? 0),
      diagnostics: first.diagnostics.merged(last.diagnostics))
  }

  /// The smallest 1 − level at which the interval of ``difference(level:)`` leaves out zero; not below 10⁻¹⁵.
  public var pValue: Double {
    func excludes(_ exponent: Double) -> Bool {
      guard let level = ConfidenceInterval.Level(1 - pow(10, exponent)) else { return false }
      return difference(level: level).interval.map { !$0.contains(0) } ?? false
    }
    var (outside, inside) = (0.0, -15.0)
    guard difference().value != 0 else { return 1 }
    if excludes(inside) { return 1e-15 }
    // `outside` are exponents at which zero is left out, seen from the wide end; p halves in between.
    for _ in 0..<60 {
      let middle = (outside + inside) / 2
      if excludes(middle) { outside = middle } else { inside = middle }
    }
    return pow(10, outside)
  }

  /// What became of the gap.
  public func verdict(level: ConfidenceInterval.Level = .p95) -> GapVerdict {
    let (first, last) = gaps(level: level)
    // The sum is the difference from the gap with its sign turned.
    let turned = first.scaled(by: -1)
    let sum = squareAndAdd(last.value - turned.value, last, turned, level: level)
    return GapVerdict(
      first: first.value, last: last.value, change: difference(level: level).interval, sum: sum)
  }
}

extension Method {
  /// Difference of differences, or ratio of ratios, between two windows.
  public static let gapTwoWindows = Method("gap.two-windows")
}

extension Diagnostic {
  /// The gap points the other way than it did.
  public static let gapCrossedZero = Diagnostic("gap-crossed-zero")
}

extension Reason {
  /// A ratio of 0 has no logarithm, so ratios cannot be compared over time.
  public static let noRatioAtZero = Reason("no-ratio-at-zero")
}
