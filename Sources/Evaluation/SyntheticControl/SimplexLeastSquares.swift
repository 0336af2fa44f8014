/// Least squares with weights that are not negative and add up to one: the exact optimum, with its certificate.
///
///     let problem = try SimplexLeastSquares(points: [0, 0, 4, 0, 0, 4], count: 3, target: [1, 2])
///     let solution = try problem.solve()
///     solution.weights        // [0.25, 0.25, 0.5]
///     solution.optimality     // 0, at most 1e-10
///
/// min_w Σₜ vₜ (Σⱼ wⱼ aⱼₜ + c − bₜ)² + η‖w‖² with Σw = 1, w ≥ 0; c is 0, or free with an intercept.
///
/// - Shape: `points` holds `count` points of as many coordinates as the target, one point after the other.
/// - Method: an active set with a Cholesky factor (Wolfe 1976) where few points carry weight, Newton's method on the dual where
///   the ridge makes many do; both end after finitely many steps. Nothing is random, and the unit does not matter.
/// - ``Solution/optimality`` is the largest violation of the Kuhn–Tucker conditions relative to the largest that the points
///   allow; above 1e-10 the solution is refused.
/// - Ties: where several weights do equally well (treated inside the hull of the donors, donors that are the same), those of
///   least norm are given and ``Solution/isUnique`` is false.
/// - Missing: none. Errors: ``EffectError/noDonors``, ``EffectError/noPrePeriods``,
///   ``EffectError/shape(what:expected:found:)``, ``EffectError/parameter(name:value:)`` for an input that is not finite or a
///   negative ridge or importance, ``EffectError/notConverged``.
/// - What is not true: a unique optimum is not a precise one. With more donors than years the weights follow noise.
/// - References: Wolfe (1976) Math Program 11:128; Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493.
public struct SimplexLeastSquares: Sendable {
  /// The optimum.
  public struct Solution: Sendable, Equatable {
    /// The weights, one a point.
    public var weights: [Double]
    /// c; 0 without an intercept.
    public var intercept: Double
    /// The weighted sum of squares without the ridge.
    public var sumOfSquares: Double
    /// The largest relative violation of the conditions of an optimum.
    public var optimality: Double
    /// Whether no other weights do as well.
    public var isUnique: Bool
  }

  private let points: [Double]
  private let count: Int
  private let target: [Double]
  private let ridge: Double
  private let hasIntercept: Bool
  private let importance: [Double]?

  /// A problem whose parts fit together.
  ///
  /// - Parameters:
  ///   - points: `count` points, one after the other.
  ///   - count: How many.
  ///   - target: What the weighted points are to meet.
  ///   - ridge: η, in the square of the unit.
  ///   - hasIntercept: Whether a constant may be added.
  ///   - importance: v, one a coordinate; `nil` for all alike.
  public init(
    points: [Double], count: Int, target: [Double], ridge: Double = 0, hasIntercept: Bool = false,
    importance: [Double]? = nil
  ) throws(EffectError) {
    guard count > 0 else { throw .noDonors }
    guard !target.isEmpty else { throw .noPrePeriods }
    let (expected, overflow) = count.multipliedReportingOverflow(by: target.count)
    guard !overflow, points.count == expected else {
      throw .shape(what: "points", expected: overflow ? Int.max : expected, found: points.count)
    }
    for value in points where !value.isFinite { throw .parameter(name: "points", value: value) }
    for value in target where !value.isFinite { throw .parameter(name: "target", value: value) }
    guard ridge >= 0, ridge.isFinite else { throw .parameter(name: "ridge", value: ridge) }
    try Self.check(importance: importance, count: target.count)
    self.points = points
    self.count = count
    self.target = target
    self.ridge = ridge
    self.hasIntercept = hasIntercept
    self.importance = importance
  }

  /// The optimum, from the weights of a similar problem where given: they change how long it takes, not where it ends.
  public func solve(startingFrom start: [Double]? = nil) throws(EffectError) -> Solution {
    if let start, start.count != count {
      throw .shape(what: "weights", expected: count, found: start.count)
    }
    let workspace = SimplexWorkspace()
    workspace.prepare(count: count, dimension: target.count)
    for index in points.indices { workspace.rows[index] = points[index] }
    for index in target.indices { workspace.target[index] = target[index] }
    workspace.load(ridge: ridge, centred: hasIntercept, importance: importance)
    let outcome = try workspace.solve(startingFrom: start)
    let weights = workspace.solution
    var (gaps, total, mean) = ([Double](repeating: 0, count: target.count), 0.0, 0.0)
    for t in target.indices {
      var sum = 0.0
      for point in 0..<count { sum += weights[point] * (target[t] - points[point * target.count + t]) }
      gaps[t] = sum
      mean += (importance?[t] ?? 1) * sum
      total += importance?[t] ?? 1
    }
    let intercept = hasIntercept ? mean / total : 0
    let squares = gaps.indices.reduce(0.0) {
      $0 + (importance?[$1] ?? 1) * (gaps[$1] - intercept) * (gaps[$1] - intercept)
    }
    return Solution(
      weights: weights, intercept: intercept, sumOfSquares: squares, optimality: outcome.optimality,
      isUnique: outcome.isUnique)
  }

  /// Importances are finite, none is negative, and one is above zero.
  static func check(importance: [Double]?, count: Int) throws(EffectError) {
    guard let importance else { return }
    guard importance.count == count else {
      throw .shape(what: "importance", expected: count, found: importance.count)
    }
    for value in importance where !(value >= 0 && value.isFinite) {
      throw .parameter(name: "importance", value: value)
    }
    guard importance.contains(where: { $0 > 0 }) else { throw .parameter(name: "importance", value: 0) }
  }
}

extension SimplexWorkspace {
  /// What is known of an optimum.
  struct Outcome {
    var optimality: Double
    var isUnique: Bool
  }

  /// The largest relative violation that passes as an optimum.
  static let acceptance = 1e-10

  /// The weights of the problem loaded.
  var solution: [Double] { Array(UnsafeBufferPointer(start: weights, count: count)) }

  /// Solves the problem loaded; the weights are then in `weights`.
  func solve(startingFrom start: [Double]?) throws(EffectError) -> Outcome {
    guard unit.isFinite else { throw .numerical(detail: "points too far apart") }
    steps = 0
    guard unit > 0, count > 1 else {
      // Every point is the target, or there is one point.
      for point in 0..<count { weights[point] = 1 / Double(count) }
      return Outcome(optimality: 0, isUnique: count == 1 || ridge > 0)
    }
    // A ridge far below the points' size leaves few with weight, and its dual would lose digits.
    if ridge > 1e-7, dimension <= 2 * count, solveDual(ridge: ridge, usesOrigin: false, usesAim: false) {
      let optimality = optimality()
      if optimality <= Self.acceptance { return Outcome(optimality: optimality, isUnique: true) }
    }
    if let start { for point in 0..<count { weights[point] = start[point] } }
    guard solveActiveSet(warm: start != nil) || optimality() <= Self.acceptance else { throw .notConverged }
    let isUnique = ridge > 0 || breakTie()
    let optimality = optimality()
    guard optimality <= Self.acceptance else { throw .notConverged }
    return Outcome(optimality: optimality, isUnique: isUnique)
  }
}
