/// The numbers of one problem of ``SimplexLeastSquares`` and the room its solvers work in; made once, used for many problems.
///
/// A problem is a set of `count` points of `dimension` coordinates, from which the target has been subtracted: with Σw = 1,
/// Aw − b = Σ wⱼ(aⱼ − b), so the problem is to find the point of least norm in the hull of dⱼ = aⱼ − b. Points are stored both
/// one after the other (`rows`) and coordinate by coordinate (`columns`), so that every inner loop is y ← y + αx over
/// contiguous memory. All are divided by a power of two, which is exact, so that the largest coordinate is in 1…2.
///
/// Bounds: `prepare` is the only place where `count` and `dimension` change, and it makes the buffers at least as long as the
/// comment at each says; every index of a point below is in `0..<count`, of a coordinate in `0..<dimension`, and of a place in
/// the active set in `0..<active` with `active ≤ count`.
///
/// Not safe to share between threads: one a thread.
final class SimplexWorkspace {
  /// How many points there are.
  private(set) var count = 0
  /// How many coordinates each has.
  private(set) var dimension = 0
  /// The ridge, in scaled units.
  private(set) var ridge = 0.0
  /// What the coordinates were divided by; 0 where all points are the target.
  private(set) var unit = 0.0
  /// How many points are in the active set.
  var active = 0
  /// σ of the active set's factor.
  var shift = 0.0
  /// How many times a solver changed its active set.
  var steps = 0

  private var capacity = 0
  private var storage: UnsafeMutablePointer<Double>
  private var indices: UnsafeMutablePointer<Int>
  /// Points, one after the other; count · dimension.
  private(set) var rows: UnsafeMutablePointer<Double>
  /// The same, coordinate by coordinate; dimension · count.
  private(set) var columns: UnsafeMutablePointer<Double>
  /// The target; dimension.
  private(set) var target: UnsafeMutablePointer<Double>
  /// ‖dⱼ‖² + η; count.
  private(set) var squares: UnsafeMutablePointer<Double>
  /// The weights; count.
  private(set) var weights: UnsafeMutablePointer<Double>
  /// Half the gradient, D′Dw + ηw; count.
  private(set) var gradient: UnsafeMutablePointer<Double>
  /// Dw; dimension.
  private(set) var residual: UnsafeMutablePointer<Double>
  /// The factor of the active points' products, row by row of `count`; count · count.
  private(set) var factor: UnsafeMutablePointer<Double>
  /// Three vectors of count.
  private(set) var first: UnsafeMutablePointer<Double>
  private(set) var second: UnsafeMutablePointer<Double>
  private(set) var third: UnsafeMutablePointer<Double>
  /// Weights a tie-break starts from; count.
  private(set) var origin: UnsafeMutablePointer<Double>
  /// The dual's matrix and its factor; (dimension + 1)² each.
  private(set) var hessian: UnsafeMutablePointer<Double>
  private(set) var hessianFactor: UnsafeMutablePointer<Double>
  /// Four vectors of dimension + 1: the dual point, the one tried, its gradient and the step.
  private(set) var dual: UnsafeMutablePointer<Double>
  private(set) var trial: UnsafeMutablePointer<Double>
  private(set) var slope: UnsafeMutablePointer<Double>
  private(set) var direction: UnsafeMutablePointer<Double>
  /// The point the weights must reach in a tie-break; dimension.
  private(set) var aim: UnsafeMutablePointer<Double>
  /// The active set, in the order of `factor`; count.
  private(set) var support: UnsafeMutablePointer<Int>
  /// Marks of points: 1 for active, 2 for not to be tried again; count.
  private(set) var marks: UnsafeMutablePointer<Int>

  init() {
    let none = UnsafeMutablePointer<Double>.allocate(capacity: 1)
    storage = none
    rows = none
    columns = none
    target = none
    squares = none
    weights = none
    gradient = none
    residual = none
    factor = none
    first = none
    second = none
    third = none
    origin = none
    hessian = none
    hessianFactor = none
    dual = none
    trial = none
    slope = none
    direction = none
    aim = none
    indices = .allocate(capacity: 1)
    support = indices
    marks = indices
  }

  deinit {
    storage.deallocate()
    indices.deallocate()
  }

  /// Makes room for a problem; the caller then fills `rows` and `target` and calls ``load(ridge:centred:importance:)``.
  func prepare(count: Int, dimension: Int) {
    let n = count
    let m = dimension
    self.count = n
    self.dimension = m
    let needed = 2 * n * m + n * n + 8 * n + 3 * m + 2 * (m + 1) * (m + 1) + 4 * (m + 1)
    if needed > capacity || 2 * n > capacity {
      storage.deallocate()
      indices.deallocate()
      capacity = max(needed, 2 * n)
      storage = .allocate(capacity: capacity)
      storage.initialize(repeating: 0, count: capacity)
      indices = .allocate(capacity: capacity)
      indices.initialize(repeating: 0, count: capacity)
    }
    var next = storage
    func take(_ length: Int) -> UnsafeMutablePointer<Double> {
      defer { next += length }
      return next
    }
    rows = take(n * m)
    columns = take(n * m)
    target = take(m)
    squares = take(n)
    weights = take(n)
    gradient = take(n)
    residual = take(m)
    factor = take(n * n)
    first = take(n)
    second = take(n)
    third = take(n)
    origin = take(n)
    hessian = take((m + 1) * (m + 1))
    hessianFactor = take((m + 1) * (m + 1))
    dual = take(m + 1)
    trial = take(m + 1)
    slope = take(m + 1)
    direction = take(m + 1)
    aim = take(m)
    support = indices
    marks = indices + n
  }

  /// Turns `rows` and `target` into points with the target at the origin.
  ///
  /// - Parameters:
  ///   - ridge: η, in the square of the coordinates' unit.
  ///   - centred: Whether each point's mean over the coordinates (weighted by `importance`) is taken out: an intercept.
  ///   - importance: What each squared coordinate weighs, one a coordinate; `nil` for all alike.
  func load(ridge: Double, centred: Bool, importance: [Double]?) {
    let n = count
    let m = dimension
    let total = importance?.reduce(0, +) ?? Double(m)
    let roots = importance?.map { $0.squareRoot() }
    var largest = 0.0
    for point in 0..<n {
      let row = rows + point * m
      var sum = 0.0
      for t in 0..<m { row[t] -= target[t] }
      if centred {
        if let importance {
          for t in 0..<m { sum += importance[t] * row[t] }
        } else {
          for t in 0..<m { sum += row[t] }
        }
        let mean = sum / total
        for t in 0..<m { row[t] -= mean }
      }
      if let roots {
        for t in 0..<m { row[t] *= roots[t] }
      }
      for t in 0..<m { largest = max(largest, abs(row[t])) }
    }
    guard largest > 0, largest.isFinite else {
      unit = largest
      self.ridge = ridge
      return
    }
    unit = Double(sign: .plus, exponent: max(-1000, min(1000, largest.exponent)), significand: 1)
    let scale = 1 / unit
    self.ridge = ridge * scale * scale
    for point in 0..<n {
      let row = rows + point * m
      var square = 0.0
      for t in 0..<m {
        let value = row[t] * scale
        row[t] = value
        columns[t * n + point] = value
        square += value * value
      }
      squares[point] = square + self.ridge
    }
  }

  /// Dw and half the gradient, from the weights.
  ///
  /// - Returns: The gradient's mean by the weights, and the largest √(‖dⱼ‖² + η) with a weight.
  func differentiate() -> (level: Double, reach: Double) {
    let n = count
    let m = dimension
    for t in 0..<m { residual[t] = 0 }
    var reach = 0.0
    for point in 0..<n where weights[point] > 0 {
      addMultiple(m, weights[point], rows + point * m, residual)
      reach = max(reach, squares[point])
    }
    for point in 0..<n { gradient[point] = ridge * weights[point] }
    for t in 0..<m { addMultiple(n, residual[t], columns + t * n, gradient) }
    var level = 0.0
    for point in 0..<n { level += weights[point] * gradient[point] }
    return (level, reach.squareRoot())
  }

  /// How far a point's gradient may be from the level by its nature: the unit of ``optimality()``.
  @inline(__always) func natural(_ point: Int, _ reach: Double) -> Double {
    reach * (squares[point].squareRoot() + reach)
  }

  /// The largest violation of the conditions of an optimum: gⱼ ≥ μ everywhere, gⱼ = μ where wⱼ > 0, relative to the largest
  /// value that gⱼ − μ can take. Leaves `residual` and `gradient` at the weights.
  func optimality() -> Double {
    let (level, reach) = differentiate()
    var worst = 0.0
    for point in 0..<count {
      let violation = weights[point] > 0 ? abs(gradient[point] - level) : level - gradient[point]
      if violation > 0 { worst = max(worst, violation / natural(point, reach)) }
    }
    return worst
  }
}

/// y ← y + αx.
@inline(__always)
func addMultiple(
  _ count: Int, _ factor: Double, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
) {
  var index = 0
  while index < count {
    y[index] += factor * x[index]
    index &+= 1
  }
}

/// x′y, in four sums.
@inline(__always)
func product(_ count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>) -> Double {
  var a = 0.0
  var b = 0.0
  var c = 0.0
  var d = 0.0
  var index = 0
  while index &+ 4 <= count {
    a += x[index] * y[index]
    b += x[index &+ 1] * y[index &+ 1]
    c += x[index &+ 2] * y[index &+ 2]
    d += x[index &+ 3] * y[index &+ 3]
    index &+= 4
  }
  while index < count {
    a += x[index] * y[index]
    index &+= 1
  }
  return (a + b) + (c + d)
}
