import Distributions
import Foundation
import Indicators
import LinearAlgebra

/// Smoothness: the shortest interval of fixed length around an affine estimator (Armstrong and Kolesár; Rambachan and Roth).
///
/// Around l'β̂_after + v'β̂_before the interval ± χ, with sd the estimator's standard error and b its largest bias over
/// Δ^SD(M), has its level for χ = sd·cv(b/sd), cv(t) the quantile of |N(t, 1)|. The bias is finite where the estimator does not
/// see straight lines, Σ v_s·s = Σ l_t·t with s and t counted from the reference, and is then
///
///     b = M·(Σ_{j ≥ 0} |Σ_{t > j} l_t(t − j)| + Σ_{j ≥ 1} |e_j|),   e_j = Σ_{s > j} v_s(s − j)
///
/// v is the second difference of e, so the best v for each trade between variance and bias minimises a quadratic plus λ·Σ|e_j|:
/// a lasso, followed exactly along its path of straight pieces; on each piece χ is minimised over λ.
///
/// - At M = 0 it is the straight line through the periods before the start, prolonged. As M grows, only the last step before the
///   start is prolonged.
/// - The critical values are normal: for Σ from J placebos they are a little too small.
extension HonestDifferences {
  /// The interval for θ where the slope of trends changes by at most M from one period to the next.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a bound below zero or a level outside (0, ½).
  public func smoothness(_ bound: Double, level: Double = 0.05) throws(EffectError) -> HonestInterval {
    try Self.check(bound, level)
    let best = try smoothEstimator(bound, level)
    let identified = smoothIdentifiedSet(bound)
    return HonestInterval(
      bound: bound, lower: best.centre - best.half, upper: best.centre + best.half,
      identifiedLower: identified.lower, identifiedUpper: identified.upper)
  }

  /// The M from which on zero cannot be ruled out; `most` bounds the search, and the answer is within a millionth of it.
  public func smoothnessBreakdown(level: Double = 0.05, most: Double) throws(EffectError) -> HonestBreakdown {
    try Self.check(most, level)
    return try HonestBreakdown.search(most: most, tolerance: most * 1e-6) { bound throws(EffectError) in
      let best = try smoothEstimator(bound, level)
      return abs(best.centre) > best.half
    }
  }

  /// What θ could be if β̂ had no error: the last slope before the start prolonged, ± M·Σ_{j ≥ 0}|c_j|.
  public func smoothIdentifiedSet(_ bound: Double) -> (lower: Double, upper: Double) {
    let slope = -before[before.count - 1]
    let centre = estimate - slope * leverage
    let reach = bound * laterBias
    return (centre - reach, centre + reach)
  }

  /// Σ l_t·t.
  private var leverage: Double {
    weights.enumerated().reduce(0) { $0 + $1.element * Double($1.offset + 1) }
  }

  /// Σ_{j ≥ 0} |Σ_{t > j} l_t(t − j)|: the bias after the start for M = 1.
  private var laterBias: Double {
    var sum = 0.0
    for start in weights.indices {
      var inner = 0.0
      for period in start..<weights.count { inner += weights[period] * Double(period + 1 - start) }
      sum += abs(inner)
    }
    return sum
  }

  /// Centre and half-length of the shortest interval.
  func smoothEstimator(_ bound: Double, _ level: Double) throws(EffectError) -> (centre: Double, half: Double)
  {
    let count = before.count - 1
    // Weights of the coefficients that belong to e_j: v_j gains e_j's second difference, periods counted back from the reference.
    func contrast(_ j: Int) -> [Double] {
      var result = [Double](repeating: 0, count: before.count + after.count)
      for (distance, factor) in [(j - 1, 1.0), (j, -2.0), (j + 1, 1.0)]
      where (1...before.count).contains(distance) { result[before.count - distance] += factor }
      return result
    }
    // e₀ = Σ l_t·t is given: it enters v₁ only.
    var start = afterContrast
    start[before.count - 1] += leverage
    let free = count > 0 ? (1...count).map(contrast) : []
    let constant = variance(start, start)
    func half(_ e: [Double]) -> (value: Double, weights: [Double]) {
      var combined = start
      for (value, row) in zip(e, free) {
        for place in combined.indices { combined[place] += value * row[place] }
      }
      let deviation = max(0, variance(combined, combined)).squareRoot()
      let bias = bound * (laterBias + e.reduce(0) { $0 + abs($1) })
      return (Self.halfLength(deviation, bias, level), combined)
    }
    guard constant > 0 else { throw .notConverged }
    var best = half([Double](repeating: 0, count: count))
    if count > 0 {
      let path = try LassoPath(
        quadratic: free.map { a in free.map { variance(a, $0) } }, linear: free.map { variance($0, start) })
      if bound == 0 {
        best = half(path.point(0))
      } else {
        for piece in path.pieces {
          let found = Self.minimum(piece.lower, piece.upper) { half(path.point($0)).value }
          for penalty in [piece.lower, found, piece.upper] {
            let candidate = half(path.point(penalty))
            if candidate.value < best.value { best = candidate }
          }
        }
      }
    }
    let centre = value(best.weights)
    return (centre, best.value)
  }

  /// sd·cv(bias/sd): the half-length with which an estimator of this bias keeps its level.
  static func halfLength(_ deviation: Double, _ bias: Double, _ level: Double) -> Double {
    guard deviation > 0 else { return bias }
    let shift = bias / deviation
    var low = shift
    var high = shift + 9
    // P(|N(t, 1)| > c) falls in c; below c = t it is at least a half.
    for _ in 0..<54 {
      let middle = (low + high) / 2
      let outside = Normal.standard.survival(middle - shift) + Normal.standard.survival(middle + shift)
      if outside > level { low = middle } else { high = middle }
    }
    return deviation * (low + high) / 2
  }

  /// Golden section for a function with one valley on an interval.
  private static func minimum(_ lower: Double, _ upper: Double, _ value: (Double) -> Double) -> Double {
    let ratio = 0.6180339887498949
    var (a, b) = (lower, upper)
    var (left, right) = (b - ratio * (b - a), a + ratio * (b - a))
    var (one, other) = (value(left), value(right))
    // 40 sections leave 4e-9 of the interval; χ is flat at its minimum, so its own error is the square of that.
    for _ in 0..<40 {
      if one <= other {
        (b, right, other) = (right, left, one)
        left = b - ratio * (b - a)
        one = value(left)
      } else {
        (a, left, one) = (left, right, other)
        right = a + ratio * (b - a)
        other = value(right)
      }
    }
    return (a + b) / 2
  }
}

extension Method {
  /// Intervals under smoothness of trends.
  public static let honestSmoothness = Method("effect.honest-smoothness")
}
