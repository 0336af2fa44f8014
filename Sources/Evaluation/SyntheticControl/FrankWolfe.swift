/// Weights on the simplex by Frank and Wolfe's steps, as the first implementation of synthetic difference in differences takes
/// them: what most published numbers are, digit by digit, and not quite an optimum.
///
/// min_x (1/m)‖Ax − b‖² + ζ²‖x‖² over the simplex, A with m rows (centred by column where there is an intercept). With half
/// gradient g = A′(Ax − b) + mζ²x each step goes from x towards the corner i of least gᵢ, as far as the line's minimum or the
/// corner. It stops when a step lowers the objective by no more than the square of `decrease`, or after `most` steps. It runs
/// twice: at most `first` steps from equal weights; then weights of at most a quarter of the largest are put to nought, the
/// rest scaled to one, and at most `second` steps follow.
///
/// - Shapes and units: as ``SimplexLeastSquares``; ζ in the unit of the outcome.
/// - What is not true: that it has converged. On cigarette sales in California it stops at its limit, with −15.6038 where the
///   optimum is −15.6054. Use it to compare with published numbers; ``SimplexLeastSquares`` is the answer.
/// - References: Frank and Wolfe (1956) Naval Res Logist Q 3:95; Arkhangelsky and others (2021) Am Econ Rev 111:4088.
public struct FrankWolfe: Sendable, Equatable {
  /// The square root of the least decrease of the objective, as a multiple of the noise level.
  public var decrease: Double
  /// The most steps before small weights are put to nought.
  public var first: Int
  /// The most steps after it.
  public var second: Int
  /// Whether placebos start from the treated's weights (scaled to one over the donors left) and not from equal ones.
  public var startsPlacebosWarm: Bool
  /// The noise level; `nil` for that of the figures.
  public var noise: Double?

  /// The settings of the published implementation.
  public init(
    decrease: Double = 1e-5, first: Int = 100, second: Int = 10_000, startsPlacebosWarm: Bool = false,
    noise: Double? = nil
  ) {
    self.decrease = decrease
    self.first = first
    self.second = second
    self.startsPlacebosWarm = startsPlacebosWarm
    self.noise = noise
  }

  /// Where it stopped.
  public struct Solution: Sendable, Equatable {
    /// The weights, one a point.
    public var weights: [Double]
    /// How many steps the second run took.
    public var steps: Int
    /// Whether it stopped for want of steps.
    public var reachedLimit: Bool
  }

  /// The weights of `count` points, one after the other, for a target of as many coordinates.
  ///
  /// - Parameters:
  ///   - penalty: ζ.
  ///   - noise: The noise level, which `decrease` multiplies.
  ///   - start: Weights to start from that add up to one; equal ones if `nil`.
  /// - Throws: ``EffectError/noDonors``, ``EffectError/noPrePeriods``, ``EffectError/shape(what:expected:found:)``.
  public func weights(
    points: [Double], count: Int, target: [Double], penalty: Double, noise: Double, hasIntercept: Bool,
    start: [Double]? = nil
  ) throws(EffectError) -> Solution {
    guard count > 0 else { throw .noDonors }
    guard !target.isEmpty else { throw .noPrePeriods }
    let (expected, overflow) = count.multipliedReportingOverflow(by: target.count)
    guard !overflow, points.count == expected else {
      throw .shape(what: "points", expected: overflow ? Int.max : expected, found: points.count)
    }
    if let start, start.count != count {
      throw .shape(what: "weights", expected: count, found: start.count)
    }
    let workspace = SimplexWorkspace()
    workspace.prepare(count: count, dimension: target.count)
    for index in points.indices { workspace.rows[index] = points[index] }
    for index in target.indices { workspace.target[index] = target[index] }
    workspace.load(ridge: 0, centred: hasIntercept, importance: nil)
    return run(workspace, penalty: penalty, noise: noise, start: start)
  }

  /// Both runs on the problem loaded without a ridge.
  func run(_ workspace: SimplexWorkspace, penalty: Double, noise: Double, start: [Double]?) -> Solution {
    let n = workspace.count
    for point in 0..<n { workspace.weights[point] = start?[point] ?? 1 / Double(n) }
    guard n > 1, workspace.unit > 0, workspace.unit.isFinite else {
      return Solution(weights: workspace.solution, steps: 0, reachedLimit: false)
    }
    // All in the workspace's unit.
    let ridge = penalty / workspace.unit * (penalty / workspace.unit)
    let least = decrease * noise / workspace.unit * (decrease * noise / workspace.unit)
    workspace.prepareProducts()
    _ = workspace.descend(ridge: ridge, least: least, most: first)
    workspace.sparsify()
    let steps = workspace.descend(ridge: ridge, least: least, most: second)
    return Solution(weights: workspace.solution, steps: steps, reachedLimit: steps >= second)
  }
}

extension SimplexWorkspace {
  /// The products of all points, into `factor`.
  fileprivate func prepareProducts() {
    for i in 0..<count {
      for j in 0...i {
        let value = product(dimension, rows + i * dimension, rows + j * dimension)
        factor[i * count + j] = value
        factor[j * count + i] = value
      }
    }
  }

  /// Weights of at most a quarter of the largest become nought, the rest add up to one.
  fileprivate func sparsify() {
    var largest = 0.0
    for point in 0..<count { largest = max(largest, weights[point]) }
    var sum = 0.0
    for point in 0..<count {
      if weights[point] <= largest / 4 { weights[point] = 0 }
      sum += weights[point]
    }
    for point in 0..<count { weights[point] /= sum }
  }

  /// Steps of Frank and Wolfe from `weights`. With the target at the origin and weights that add up to one, Ax − b = Dx, and
  /// D′Dx moves with a step as x does, so that a step costs count + dimension and not their product.
  ///
  /// - Returns: How many steps were taken.
  fileprivate func descend(ridge: Double, least: Double, most: Int) -> Int {
    let n = count
    let m = dimension
    let eta = Double(m) * ridge
    // Dx and D′Dx.
    let (weights, gaps, products, rows, factor) = (weights, residual, first, rows, factor)
    for t in 0..<m { gaps[t] = 0 }
    for point in 0..<n { products[point] = 0 }
    for point in 0..<n where weights[point] != 0 {
      addMultiple(m, weights[point], rows + point * m, gaps)
      addMultiple(n, weights[point], factor + point * n, products)
    }
    var taken = 0
    var before = Double.infinity
    var last = Double.infinity
    // Loops by hand: this runs ten thousand times a problem, and ranges cost where the compiler does not optimise.
    while taken < most, taken < 2 || before - last > least {
      taken += 1
      var corner = 0
      var lowest = Double.infinity
      var along = 0.0
      var norm = 0.0
      var point = 0
      while point < n {
        let weight = weights[point]
        let slope = products[point] + eta * weight
        if slope < lowest {
          lowest = slope
          corner = point
        }
        along += slope * weight
        norm += weight * weight
        point &+= 1
      }
      let own = weights[corner]
      let length = norm - own * own + (1 - own) * (1 - own)
      if length > 0 {
        let row = rows + corner * m
        var square = 0.0
        var t = 0
        while t < m {
          let difference = row[t] - gaps[t]
          square += difference * difference
          t &+= 1
        }
        let fraction = min(1, max(0, (along - lowest) / (square + eta * length)))
        let line = factor + corner * n
        point = 0
        while point < n {
          weights[point] -= fraction * weights[point]
          products[point] += fraction * (line[point] - products[point])
          point &+= 1
        }
        weights[corner] += fraction
        t = 0
        while t < m {
          gaps[t] += fraction * (row[t] - gaps[t])
          t &+= 1
        }
      }
      norm = 0
      point = 0
      while point < n {
        norm += weights[point] * weights[point]
        point &+= 1
      }
      before = last
      last = ridge * norm + product(m, gaps, gaps) / Double(m)
    }
    return taken
  }
}

/// How weights on the simplex are found.
public enum SimplexSolver: Sendable, Equatable {
  /// The optimum, with its certificate.
  case exact
  /// Frank and Wolfe's steps, to compare with published numbers.
  case frankWolfe(FrankWolfe)

  /// The same with the noise level fixed at a design's where placebos start warm, as the published code has it.
  func tuned(to design: EffectDesign) throws(EffectError) -> SimplexSolver {
    guard case .frankWolfe(var settings) = self, settings.startsPlacebosWarm, settings.noise == nil else {
      return self
    }
    settings.noise = try SyntheticPanel(design).noise()
    return .frankWolfe(settings)
  }
}
