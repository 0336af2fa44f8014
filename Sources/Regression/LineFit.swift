import Distributions
import Estimates
import Indicators
import LinearAlgebra

extension Method {
  /// A straight line in time by least squares.
  public static let straightLine = Method("regression.line")
}

extension Diagnostic {
  /// All points lie on the line, as equal figures do: the interval has no width, which says nothing of how sure it is.
  public static let exactFit = Diagnostic("exact-fit")
}

extension Reason {
  /// All observed points lie at the same time.
  public static let noVariationInTime = Reason("no-variation-in-time")
  /// A value is infinite, or the result is beyond the range of numbers.
  public static let notFinite = Reason("not-finite")
  /// A weight is negative, infinite or no number.
  public static let badWeight = Reason("bad-weight")
}

/// A straight line fitted to one series, y = a + b t.
///
///     let line = try LineFit([6, 5, 7, 10], times: [1, 2, 3, 4])
///     line.slope                          // 1.4
///     line.slopeStandardError             // 0.6481
///     line.slopeEstimate().interval       // −1.39 … 4.19 at 95 %
///
/// b = Σ w (t − t̄)(y − ȳ) / S with S = Σ w (t − t̄)², a = ȳ − b t̄, σ̂² = Σ w r²/(n − 2), SE(b) = σ̂/√S; w = 1 unless
/// weighted, and the means are weighted alike. n counts the observed points.
///
/// Many series that share their times are fitted by ``LineFits``; a single one goes through the same kernel and has
/// the same bits.
public struct LineFit: Sendable, Hashable {
  /// b: change for each unit of time.
  public let slope: Double
  /// a: the line at time 0.
  public let intercept: Double
  /// SE(b).
  public let slopeStandardError: Double
  /// σ̂.
  public let residualStandardDeviation: Double
  /// n: the points observed; at least 3.
  public let points: Int

  /// Fits a line to one series.
  ///
  /// - Parameters:
  ///   - values: One for each time; a value that is not a number is missing.
  ///   - observed: False for cells that do not count; `nil` for all.
  ///   - weights: At least 0; 0 leaves a cell out. `nil` for equal weights.
  /// - Throws: ``RegressionError`` for unequal lengths, times that are not finite, fewer than three points, no
  ///   variation in time, bad weights or infinite values.
  public init(
    _ values: [Double], observed: [Bool]? = nil, weights: [Double]? = nil, times: [Double]
  ) throws(RegressionError) {
    let fits = try LineFits(
      values: values, observed: observed, weights: weights, times: times, threads: .single)
    switch fits.status(0) {
    case .fitted: break
    case .tooFewPoints: throw .tooFewObservations(needed: 3, found: Int(fits.points[0]))
    case .noVariationInTime:
      throw .dependentColumns([
        DependentColumn(index: 1, name: "time", combinationOf: [Design.interceptName])
      ])
    case .notFinite:
      throw .notFinite(column: "response", row: values.firstIndex { $0.isInfinite } ?? 0)
    case .badWeight:
      let row = weights?.firstIndex { !($0 >= 0 && $0.isFinite) } ?? 0
      throw .weight(row: row, value: weights?[row] ?? 0)
    case .suppressed: preconditionFailure("only panels know of hidden cells")
    }
    self = fits.fit(at: 0)
  }

  init(
    slope: Double, intercept: Double, slopeStandardError: Double, residualStandardDeviation: Double,
    points: Int
  ) {
    self.slope = slope
    self.intercept = intercept
    self.slopeStandardError = slopeStandardError
    self.residualStandardDeviation = residualStandardDeviation
    self.points = points
  }

  /// n − 2.
  public var residualDegreesOfFreedom: Int { points - 2 }

  /// b/SE(b); infinite for an exact line that is not flat, `nil` for an exact flat one.
  public var tStatistic: Double? {
    let ratio = slope / slopeStandardError
    return ratio.isNaN ? nil : ratio
  }

  /// The two-sided p-value of b = 0 from Student's t with n − 2 degrees of freedom; `nil` for an exact flat line.
  public var pValue: Double? {
    tStatistic.map { twoSidedP($0, residualDegreesOfFreedom) }
  }

  /// The share of the variation that the line explains, t²/(t² + n − 2); `nil` for an exact flat line.
  public var rSquared: Double? {
    tStatistic.map { $0.isInfinite ? 1 : $0 * $0 / ($0 * $0 + Double(residualDegreesOfFreedom)) }
  }

  /// The line at a time.
  public func value(at time: Double) -> Double { intercept + slope * time }

  /// The slope with its interval, b ± t(1 − α/2; n − 2) SE(b). Points that all lie on the line give an interval without
  /// width, and `exact-fit`.
  public func slopeEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let margin = slopeStandardError * level.studentMargin(residualDegreesOfFreedom)
    return Estimate(
      slope, interval: ConfidenceInterval(lower: slope - margin, upper: slope + margin, level: level),
      standardError: slopeStandardError, method: .straightLine, n: Double(points),
      diagnostics: slopeStandardError == 0 ? [.exactFit] : [])
  }
}
